package dev.aotrollout.examples.demo.report;

import dev.aotrollout.examples.demo.cluster.StageView;
import dev.aotrollout.examples.demo.load.LoadReport;
import dev.aotrollout.examples.demo.load.Sample;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** One line of the live table. */
public record TableRow(Duration since, StageView view, Traffic traffic) {
    static final String HEADINGS = String.format(
            Locale.ROOT,
            " %5s  %-11s  %4s  %5s  %6s  %5s  %6s  %3s  %3s  %s",
            "TIME",
            "PHASE",
            "STEP",
            "ASKED",
            "SEEN",
            "REQ/S",
            "FAILED",
            "AOT",
            "JIT",
            "REASON");

    /**
     * The traffic of the last seconds.
     *
     * @param aotPercent of the answers
     * @param failed since the beginning
     */
    public record Traffic(double requestsPerSecond, double aotPercent, int failed) {
        /** Sums up the samples of {@code span}. */
        public static Traffic of(List<Sample> recent, Duration span, int failed) {
            var report = LoadReport.of(recent);
            var jit = report.seconds().stream().mapToInt(LoadReport.Second::jit).sum();
            var aot = report.seconds().stream().mapToInt(LoadReport.Second::aot).sum();
            return new Traffic(
                    recent.size() * 1000.0 / span.toMillis(), jit + aot == 0 ? 0 : 100.0 * aot / (jit + aot), failed);
        }
    }

    /** Whether the rollout stands where {@code other} says, so that one line tells of both. */
    boolean continues(TableRow other) {
        var here = view.rollout();
        var there = other.view.rollout();
        return here.phase().equals(there.phase())
                && here.step().equals(there.step())
                && here.reason().equals(there.reason())
                && view.weightAsked() == other.view.weightAsked();
    }

    String render(int width) {
        var rollout = view.rollout();
        var text = String.format(
                Locale.ROOT,
                " %5s  %-11s  %4s  %5d  %6.1f  %5.0f  %6d  %3d  %3d  %s",
                Words.clock(since),
                rollout.phase().isEmpty() ? "-" : rollout.phase(),
                rollout.step().isEmpty() ? "-" : rollout.step(),
                view.weightAsked(),
                traffic.aotPercent(),
                traffic.requestsPerSecond(),
                traffic.failed(),
                view.aot().ready(),
                view.jit().ready(),
                why());
        return Words.cut(text.stripTrailing(), width);
    }

    private String why() {
        var rollout = view.rollout();
        return rollout.message().isEmpty() ? rollout.reasonText() : rollout.reasonText() + ": " + rollout.message();
    }
}
