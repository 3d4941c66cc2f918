package dev.aotrollout.governance;

import dev.aotrollout.materials.BuildWarning;
import dev.aotrollout.materials.BuildWarnings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Holds the warnings of a build to a policy. */
final class LibraryWarningCheck {
    private static final int NAMED = 3;

    private LibraryWarningCheck() {}

    /**
     * What came of it.
     *
     * @param remarks why, a clause each; empty where it passed
     * @param byCode all warnings
     */
    record Result(Answer answer, List<String> remarks, SortedMap<String, Integer> byCode) {}

    static Result check(LibraryPolicy policy, BuildWarnings warnings, List<Tolerance> tolerances, Instant now) {
        var counting = warnings.warnings().stream()
                .filter(warning -> !isAllowed(warning, policy.warnings(), now))
                .filter(warning -> !isTolerated(warning, tolerances))
                .toList();
        var broken = broken(policy.warnings(), counting);
        var hidden = hidden(counting);
        var remarks = new ArrayList<>(broken);
        remarks.addAll(hidden);
        var unsure = hidden.isEmpty() || policy.isLenient() ? Answer.PASSED : Answer.UNKNOWN;
        var answer = broken.isEmpty() ? unsure : Answer.FAILED;
        return new Result(answer, List.copyOf(remarks), byCode(warnings.warnings()));
    }

    private static boolean isAllowed(BuildWarning warning, LibraryWarnings policy, Instant now) {
        return policy.allow().stream()
                .filter(allowed -> now.isBefore(allowed.expires()))
                .filter(allowed -> isCode(allowed.code(), warning.code()))
                .anyMatch(allowed -> allowed.packageGlob().matchesName(warning.packageName()));
    }

    private static boolean isTolerated(BuildWarning warning, List<Tolerance> tolerances) {
        return tolerances.stream()
                .anyMatch(tolerance -> LibraryGlob.of(tolerance.packageGlob()).matchesName(warning.packageName()));
    }

    private static boolean isCode(String pattern, String code) {
        return pattern.endsWith("*")
                ? code.startsWith(pattern.substring(0, pattern.length() - 1))
                : code.equals(pattern);
    }

    private static List<String> broken(LibraryWarnings policy, List<BuildWarning> counting) {
        var byCode = byCode(counting);
        var remarks = new ArrayList<String>();
        byCode.forEach((code, count) -> {
            if (policy.denyCodes().stream().anyMatch(pattern -> isCode(pattern, code)))
                remarks.add("%s is denied and was given %s".formatted(code, times(count)) + of(code, counting));
            else if (count > policy.maxByCode().getOrDefault(code, LibraryWarnings.UNLIMITED))
                remarks.add("%s was given %s, limit %s"
                                .formatted(
                                        code, times(count), policy.maxByCode().get(code))
                        + of(code, counting));
        });
        var total = byCode.values().stream().mapToInt(Integer::intValue).sum();
        if (total > policy.maxTotal()) remarks.add("%s warnings, limit %s".formatted(total, policy.maxTotal()));
        return remarks;
    }

    private static List<String> hidden(List<BuildWarning> counting) {
        var packages = counting.stream()
                .filter(BuildWarning::collapsed)
                .map(BuildWarning::packageName)
                .collect(Collectors.toCollection(TreeSet::new));
        if (packages.isEmpty()) return List.of();
        return List.of("the warnings of %s were not printed (%s); publish with TrimmerSingleWarn=false"
                .formatted(packages.size() == 1 ? "1 assembly" : packages.size() + " assemblies", first(packages)));
    }

    private static String of(String code, List<BuildWarning> counting) {
        var packages = counting.stream()
                .filter(warning -> warning.code().equals(code))
                .map(BuildWarning::packageName)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        return packages.isEmpty() ? "" : " (" + first(packages) + ")";
    }

    private static String first(Set<String> names) {
        var some = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        return names.size() <= NAMED ? some : some + " and " + (names.size() - NAMED) + " more";
    }

    private static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }

    private static SortedMap<String, Integer> byCode(List<BuildWarning> warnings) {
        var byCode = new TreeMap<String, Integer>();
        for (var warning : warnings) byCode.merge(warning.code(), warning.count(), Integer::sum);
        return byCode;
    }
}
