package dev.aotrollout.judge;

import dev.aotrollout.statistics.Alternative;
import java.util.List;

/**
 * Are AOT requests slow more often than JIT requests? Counts requests above one bound of the latency histogram, so nothing is
 * interpolated, and asks the same question of them as {@link ErrorsGuard} asks of errors.
 *
 * @param maxSlowRatio largest tolerated ratio of the slow shares, AOT : JIT, at least 1
 * @param minRequests AOT requests before a pass, at least 1
 */
public record LatencyGuard(Mode mode, double maxSlowRatio, long minRequests) implements Guard {
    private static final List<Double> ALTERNATIVES = List.of(1.25, 1.5, 2.0, 3.0, 5.0, 10.0, 20.0);

    @Override
    public Finding judge(Evidence evidence, Recall recall) {
        return switch (evidence.traffic()) {
            case Reading.Missing<Traffic>(var why, var _) -> finding(Verdict.UNKNOWN, Reason.NoData, why, Figures.NONE);
            case Reading.Known<Traffic>(var traffic, var _) -> compare(traffic, evidence, recall);
        };
    }

    private Finding compare(Traffic traffic, Evidence evidence, Recall recall) {
        if (traffic.slowBoundSeconds() <= 0)
            return finding(
                    Verdict.UNKNOWN,
                    Reason.LatencyUnresolved,
                    "no latency histogram with the same bounds on both tracks; export one, or set guards.latency.mode to Observe",
                    Figures.NONE);
        var question = new CountQuestion(
                "latency", Counts::slow, Counts::timed, maxSlowRatio, Alternative.equallyWeighted(ALTERNATIVES), false);
        var test = CountTest.of(question, traffic, recall);
        var requests = test.exposure();
        var numbers = test.numbers("took over " + Text.seconds(traffic.slowBoundSeconds()));
        if (test.rejects(Allowance.LATENCY.ofStep(evidence.step().number())))
            return finding(
                    Verdict.FAIL,
                    Reason.LatencyRegressed,
                    numbers + ", limit " + Text.trimmed(maxSlowRatio) + "x",
                    test.figures());
        if (requests < minRequests)
            return finding(
                    Verdict.UNKNOWN,
                    requests == 0 ? Reason.NoTraffic : Reason.ThinEvidence,
                    "%s of %s AOT requests needed so far".formatted(Text.count(requests), Text.count(minRequests)),
                    test.figures());
        return finding(Verdict.PASS, Reason.LatencyHealthy, numbers, test.figures());
    }

    private Finding finding(Verdict verdict, Reason reason, String message, Figures figures) {
        return new Finding(GuardName.LATENCY, mode, verdict, reason, message, figures);
    }
}
