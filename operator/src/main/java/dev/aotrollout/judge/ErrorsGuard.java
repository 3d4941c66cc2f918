package dev.aotrollout.judge;

import java.util.List;

/**
 * Are AOT requests failing more often than JIT requests? Fails as soon as the evidence against {@code ratio <= maxRatio} is
 * decisive, at any look; passes once there are {@code minRequests} AOT requests and no such evidence. Where JIT has no traffic to
 * compare with (weight 100), the absolute figure is the budget guard's.
 *
 * @param maxRatio largest tolerated ratio of the error ratios, AOT : JIT, at least 1
 * @param minRequests AOT requests before a pass, at least 1
 */
public record ErrorsGuard(Mode mode, double maxRatio, long minRequests) implements Guard {
    private static final List<Double> ALTERNATIVES = List.of(1.25, 1.5, 2.0, 3.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0);

    @Override
    public Finding judge(Evidence evidence, Recall recall) {
        return switch (evidence.traffic()) {
            case Reading.Missing<Traffic>(var why, var _) -> finding(Verdict.UNKNOWN, Reason.NoData, why, Figures.NONE);
            case Reading.Known<Traffic>(var traffic, var _) -> compare(traffic);
        };
    }

    private Finding compare(Traffic traffic) {
        var requests = traffic.aot().requests();
        var test = new CountTest(traffic, Counts::errors, maxRatio, ALTERNATIVES);
        var numbers = test.numbers("failed");
        if (test.rejects())
            return finding(
                    Verdict.FAIL,
                    Reason.ErrorsRegressed,
                    numbers + ", limit " + Text.trimmed(maxRatio) + "x",
                    test.figures());
        if (requests < minRequests)
            return finding(
                    Verdict.UNKNOWN,
                    requests == 0 ? Reason.NoTraffic : Reason.ThinEvidence,
                    "%s of %s AOT requests needed so far".formatted(Text.count(requests), Text.count(minRequests)),
                    test.figures());
        return finding(Verdict.PASS, Reason.ErrorsHealthy, numbers, test.figures());
    }

    private Finding finding(Verdict verdict, Reason reason, String message, Figures figures) {
        return new Finding(GuardName.ERRORS, mode, verdict, reason, message, figures);
    }
}
