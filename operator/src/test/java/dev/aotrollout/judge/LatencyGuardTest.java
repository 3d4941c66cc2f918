package dev.aotrollout.judge;

import static dev.aotrollout.judge.GuardRow.row;
import static dev.aotrollout.judge.Seen.nothing;
import static dev.aotrollout.judge.Seen.slow;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
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
                        "requests of cold pods do not count",
                        GUARD,
                        nothing().requests(slow(20, 1_000), new Counts(500, 0, 60, 3)),
                        "UNKNOWN ThinEvidence",
                        "60 of 100 AOT requests of warm pods needed so far"),
                row(
                        "cannot tell from a hundred requests that a step passes, and says what is missing",
                        GUARD,
                        nothing().requests(slow(5, 1_000), slow(1, 150)),
                        "UNKNOWN ThinEvidence",
                        "1 of 10 expected slow AOT requests seen, about",
                        "more than 1 % of additional slow requests are ruled out"),
                row(
                        "passes without a slow request once more than one in a hundred is ruled out",
                        GUARD,
                        nothing().requests(slow(0, 1_000), slow(0, 300)),
                        "PASS LatencyHealthy"),
                row(
                        "at weight 100 there is nothing to compare with",
                        GUARD,
                        nothing().requests(slow(0, 0), slow(20, 1_000)),
                        "PASS LatencyHealthy"),
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

    @Test
    void quantilesOfBothTracksAreShownWithTheirIntervals() {
        var seen = nothing()
                .requests(slow(200, 10_000), slow(20, 1_000))
                .latencies(List.of(0.1, 0.25, 0.5), List.of(5_000L, 4_000L, 900L, 100L), List.of(500L, 400L, 90L, 10L));
        assertThat(GUARD.judge(seen.evidence(), new Recall()).details())
                .anySatisfy(
                        line -> assertThat(line).startsWith("p50: AOT 100 ms [").contains(", JIT 100 ms ["))
                .anySatisfy(line -> assertThat(line).startsWith("p99: AOT ").contains("beyond all buckets"))
                .anySatisfy(line ->
                        assertThat(line).startsWith("ResolutionInsufficient").contains("10 %"));
    }

    @Test
    void anEmptyHistogramIsNotShown() {
        var seen = nothing()
                .requests(slow(200, 10_000), slow(20, 1_000))
                .latencies(List.of(0.1), List.of(0L, 0L), List.of(0L, 0L));
        assertThat(GUARD.judge(seen.evidence(), new Recall()).details())
                .noneSatisfy(line -> assertThat(line).startsWith("p50"));
    }
}
