package dev.aotrollout.evidence;

import dev.aotrollout.judge.Text;
import java.util.List;
import java.util.Optional;

/**
 * One of the four figures that a report begins with.
 *
 * @param value in one word
 * @param range the interval, or what it is measured against
 * @param basis what it rests on
 * @param meaning whether it is beyond chance
 */
record ReportFigure(String title, String value, String range, String basis, ReportStanding standing, String meaning) {
    private static final String UNMEASURED = "not measured";

    static List<ReportFigure> of(EvidenceDocument document) {
        return List.of(memory(document.memory()), startup(document.startup()), errors(document), budget(document));
    }

    private static ReportFigure memory(Memory memory) {
        var jit = memory.pods().stream()
                .filter(pod -> pod.track().equals(EvidenceDocument.JIT))
                .count();
        var pods = "%s JIT and %s AOT pods".formatted(jit, memory.pods().size() - jit);
        var from = memory.jitBytes();
        var to = memory.aotBytes();
        var basis = from == null || to == null
                ? pods
                : "%s → %s, %s".formatted(ReportWords.bytes(from), ReportWords.bytes(to), pods);
        return gain("Memory per pod", memory.gain(), basis, "more memory, beyond chance");
    }

    private static ReportFigure startup(Startup startup) {
        var starts = "%s JIT and %s AOT starts"
                .formatted(startup.jitSeconds().size(), startup.aotSeconds().size());
        var from = startup.jitMedianSeconds();
        var to = startup.aotMedianSeconds();
        var basis = from == null || to == null
                ? starts
                : "%s → %s, %s".formatted(ReportWords.seconds(from), ReportWords.seconds(to), starts);
        return gain("Time to ready", startup.gain(), basis, "slower, beyond chance");
    }

    private static ReportFigure gain(String title, Gain gain, String basis, String worse) {
        var percent = gain.percent();
        if (percent == null) return new ReportFigure(title, "–", UNMEASURED, basis, ReportStanding.UNKNOWN, UNMEASURED);
        var value = ReportWords.signedPercent(-percent);
        var shown = gain.shown();
        var range = range(gain);
        if (shown == null)
            return new ReportFigure(title, value, range, basis, ReportStanding.UNKNOWN, "chance not ruled out");
        if (!shown) return new ReportFigure(title, value, range, basis, ReportStanding.NEUTRAL, "may be chance");
        return new ReportFigure(
                title,
                value,
                range,
                basis,
                percent >= 0 ? ReportStanding.GOOD : ReportStanding.BAD,
                percent >= 0 ? "beyond chance" : worse);
    }

    private static String range(Gain gain) {
        var ratio = gain.ratio();
        return ratio == null ? "no interval" : "interval " + ReportWords.changeInterval(ratio);
    }

    private static ReportFigure errors(EvidenceDocument document) {
        var title = "Failed requests, AOT : JIT";
        var totals = document.course().totals();
        var basis = "%s of %s, %s of %s JIT"
                .formatted(
                        Text.count(totals.aotErrors()),
                        ReportWords.counted(totals.aotRequests(), "AOT request"),
                        Text.count(totals.jitErrors()),
                        Text.count(totals.jitRequests()));
        var guard = document.guards().stream()
                .filter(answer -> answer.guard().equals("errors"))
                .findFirst();
        var ratio = guard.flatMap(answer -> Optional.ofNullable(answer.ratio())).orElse(new Ratio(null, null, null));
        var estimate = ratio.estimate();
        if (estimate == null)
            return new ReportFigure(title, "–", "no ratio", basis, ReportStanding.UNKNOWN, "not compared");
        var value = ReportWords.times(estimate);
        var range = "interval " + ReportWords.interval(ratio);
        var low = ratio.low();
        var high = ratio.high();
        if (low != null && low > 1)
            return new ReportFigure(title, value, range, basis, ReportStanding.BAD, "more, beyond chance");
        if (high != null && high < 1)
            return new ReportFigure(title, value, range, basis, ReportStanding.GOOD, "fewer, beyond chance");
        var passed = guard.filter(answer -> answer.verdict().equals(GuardAnswer.PASS))
                .isPresent();
        return new ReportFigure(
                title,
                value,
                range,
                basis,
                passed ? ReportStanding.GOOD : ReportStanding.NEUTRAL,
                "no difference shown");
    }

    private static ReportFigure budget(EvidenceDocument document) {
        var budget = document.budget();
        var within = budget.attributedPercent() <= budget.limitPercent();
        return new ReportFigure(
                "Error budget spent by AOT",
                Text.percent(budget.attributedPercent()),
                "limit " + Text.percent(budget.limitPercent()),
                left(budget) + ReportWords.counted(document.course().totals().aotRequests(), "AOT request"),
                within ? ReportStanding.GOOD : ReportStanding.BAD,
                within ? "within its limit" : "over its limit");
    }

    private static String left(Budget budget) {
        var start = budget.remainingAtStartPercent();
        var end = budget.remainingAtEndPercent();
        if (start == null || end == null) return "";
        return "%s → %s left, ".formatted(Text.percent(start), Text.percent(end));
    }
}
