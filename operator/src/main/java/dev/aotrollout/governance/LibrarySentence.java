package dev.aotrollout.governance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The answer of a policy for people: how many, the first of them, what to do. */
final class LibrarySentence {
    private LibrarySentence() {}

    static String of(
            LibraryPolicy policy,
            Map<LibraryVerdict, Integer> counts,
            List<LibraryFinding> offenders,
            List<String> trouble) {
        var total = counts.entrySet().stream()
                .filter(entry -> entry.getKey() != LibraryVerdict.IGNORED)
                .mapToInt(Map.Entry::getValue)
                .sum();
        var clauses = new ArrayList<String>();
        clauses.add(libraries(counts, offenders, total));
        clauses.addAll(trouble);
        clauses.add("policy " + policy.name());
        return String.join("; ", clauses);
    }

    private static String libraries(Map<LibraryVerdict, Integer> counts, List<LibraryFinding> offenders, int total) {
        var denied = counts.getOrDefault(LibraryVerdict.DENIED, 0);
        var review = counts.getOrDefault(LibraryVerdict.NEEDS_REVIEW, 0);
        if (total == 0) return "the bill has no library that the policy speaks of";
        if (denied + review == 0) return approved(counts, total);
        var first = " (" + offenders.getFirst().sentence() + ")";
        if (denied == 0) return "%s of %s %s%s".formatted(review, libraries(total), needs(review), first);
        return "%s of %s %s denied%s".formatted(denied, libraries(total), denied == 1 ? "is" : "are", first)
                + (review == 0 ? "" : ", %s %s".formatted(review, needs(review)));
    }

    private static String approved(Map<LibraryVerdict, Integer> counts, int total) {
        var details = new ArrayList<String>();
        add(details, counts.getOrDefault(LibraryVerdict.APPROVED_WITH_CONDITIONS, 0), "with conditions");
        add(details, counts.getOrDefault(LibraryVerdict.TOLERATED, 0), "by an AOTException");
        var tail = details.isEmpty() ? "" : ", " + String.join(", ", details);
        return libraries(total) + (total == 1 ? " is approved" : " are approved") + tail;
    }

    private static void add(List<String> details, int count, String how) {
        if (count > 0) details.add(count + " " + how);
    }

    private static String libraries(int count) {
        return count == 1 ? "1 library" : count + " libraries";
    }

    private static String needs(int count) {
        return count == 1 ? "needs review" : "need review";
    }
}
