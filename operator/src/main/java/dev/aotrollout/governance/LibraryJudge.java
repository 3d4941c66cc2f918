package dev.aotrollout.governance;

import dev.aotrollout.materials.BillOfMaterials;
import dev.aotrollout.materials.BuildWarnings;
import dev.aotrollout.materials.Component;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Holds the bill of materials and the warnings of a build to a policy. */
public final class LibraryJudge {
    private static final Comparator<LibraryFinding> WORST_FIRST =
            Comparator.comparing(LibraryFinding::verdict).thenComparing(LibraryFinding::purl);

    private final LibraryPolicy policy;
    private final LibraryRuling ruling;
    private final List<Tolerance> tolerances;
    private final Map<LibraryVerdict, Integer> counts = new EnumMap<>(LibraryVerdict.class);
    private final List<LibraryFinding> offenders = new ArrayList<>();
    private final TreeSet<String> conditions = new TreeSet<>();
    private final TreeSet<String> remarks = new TreeSet<>();

    private LibraryJudge(LibraryPolicy policy, LibraryRuling ruling, List<Tolerance> tolerances) {
        this.policy = policy;
        this.ruling = ruling;
        this.tolerances = tolerances;
    }

    /** What {@code policy} says of the build at {@code now}. */
    public static LibraryReport judge(
            LibraryPolicy policy,
            BillOfMaterials bill,
            BuildWarnings warnings,
            List<Tolerance> tolerances,
            Instant now) {
        var active = tolerances.stream()
                .filter(tolerance -> now.isBefore(tolerance.until()))
                .toList();
        var judge = new LibraryJudge(policy, new LibraryRuling(policy, bill, now), active);
        bill.components().forEach(judge::library);
        judge.offenders.sort(WORST_FIRST);
        return judge.report(bill, LibraryWarningCheck.check(policy, warnings, active, now));
    }

    private void library(Component component) {
        var finding = ruling.finding(component);
        var verdict = finding.verdict();
        if (verdict.isOffence() && isTolerated(component, finding)) verdict = LibraryVerdict.TOLERATED;
        counts.merge(verdict, 1, Integer::sum);
        if (verdict.isOffence()) offenders.add(finding);
        if (verdict == LibraryVerdict.APPROVED_WITH_CONDITIONS) conditions.addAll(ruling.toConfirm(component));
    }

    private boolean isTolerated(Component component, LibraryFinding finding) {
        var key = LibraryGlob.key(component);
        for (var tolerance : tolerances)
            if (LibraryGlob.of(tolerance.packageGlob()).matches(component, key)) {
                remarks.add("%s (%s) is tolerated by AOTException %s until %s"
                        .formatted(
                                finding.purl(),
                                finding.reason(),
                                tolerance.exceptionName(),
                                LibraryRuling.lastDay(tolerance.until())));
                return true;
            }
        return false;
    }

    private LibraryReport report(BillOfMaterials bill, LibraryWarningCheck.Result warnings) {
        var unreadable = unreadableRules();
        var said = new ArrayList<>(unreadable);
        said.addAll(warnings.remarks());
        said.addAll(remarks);
        var libraries = libraries().and(unreadable.isEmpty() ? Answer.PASSED : Answer.UNKNOWN);
        var trouble = new ArrayList<>(unreadable);
        if (warnings.answer() != Answer.PASSED) trouble.addAll(warnings.remarks());
        return new LibraryReport(
                policy.name(),
                bill.digest(),
                counts,
                offenders,
                warnings.byCode(),
                libraries.and(warnings.answer()),
                libraries,
                warnings.answer(),
                LibrarySentence.of(policy, counts, offenders, trouble),
                List.copyOf(conditions),
                said);
    }

    private Answer libraries() {
        if (counts.containsKey(LibraryVerdict.DENIED)) return Answer.FAILED;
        if (counts.containsKey(LibraryVerdict.NEEDS_REVIEW)) return Answer.UNKNOWN;
        var judged = counts.keySet().stream().anyMatch(verdict -> verdict != LibraryVerdict.IGNORED);
        return judged ? Answer.PASSED : Answer.UNKNOWN;
    }

    private List<String> unreadableRules() {
        return policy.rules().stream()
                .filter(rule -> !rule.versions().isReadable())
                .map(rule -> "rule %s: \"%s\" is no range of versions, write [1.0,2.0) or >=1.0 <2.0"
                        .formatted(rule.purl().text(), rule.versions().text()))
                .toList();
    }
}
