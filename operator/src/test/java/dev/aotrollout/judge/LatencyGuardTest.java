package dev.aotrollout.judge;

import static dev.aotrollout.judge.GuardRow.row;
import static dev.aotrollout.judge.Seen.nothing;
import static dev.aotrollout.judge.Seen.slow;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class LatencyGuardTest {
    private static final LatencyGuard GUARD = new LatencyGuard(Mode.ENFORCE, 1.1, 100);

    @TestFactory
    Stream<DynamicTest> table() {
        return GuardRow.tests(
                row(
                        "passes where both tracks are slow alike",
                        GUARD,
                        nothing().requests(slow(200, 10_000), slow(20, 1_000)),
                        "PASS LatencyHealthy",
                        "20 of 1,000 AOT requests took over 0.25 s (2 %)",
                        "200 of 10,000 JIT requests (2 %)"),
                row(
                        "passes where AOT is faster",
                        GUARD,
                        nothing().requests(slow(2_000, 10_000), slow(1, 1_000)),
                        "PASS LatencyHealthy"),
                row(
                        "fails where AOT is surely slower",
                        GUARD,
                        nothing().requests(slow(200, 10_000), slow(80, 1_000)),
                        "FAIL LatencyRegressed",
                        "80 of 1,000 AOT requests took over 0.25 s (8 %)",
                        "limit 1.1x"),
                row(
                        "a difference within the tolerance never fails, however many requests there are",
                        GUARD,
                        nothing().requests(slow(200_000, 10_000_000), slow(21_900, 1_000_000)),
                        "PASS LatencyHealthy"),
                row(
                        "cannot tell from few requests",
                        GUARD,
                        nothing().requests(slow(20, 1_000), slow(3, 99)),
                        "UNKNOWN ThinEvidence",
                        "99 of 100 AOT requests"),
                row(
                        "cannot tell without AOT requests",
                        GUARD,
                        nothing().requests(slow(20, 1_000), slow(0, 0)),
                        "UNKNOWN NoTraffic"),
                row(
                        "cannot tell without a common bound, and says what to do",
                        GUARD,
                        nothing().slowBound(0).requests(slow(0, 1_000), slow(0, 1_000)),
                        "UNKNOWN LatencyUnresolved",
                        "same bounds on both tracks",
                        "guards.latency.mode to Observe"),
                row(
                        "cannot tell without data",
                        GUARD,
                        nothing().trafficMissing(),
                        "UNKNOWN NoData",
                        "prometheus: 503"));
    }
}
