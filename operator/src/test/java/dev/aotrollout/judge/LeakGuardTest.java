package dev.aotrollout.judge;

import static dev.aotrollout.judge.GuardRow.row;
import static dev.aotrollout.judge.Seen.nothing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LeakGuardTest {
    private static final LeakGuard GUARD = new LeakGuard(Mode.ENFORCE_WHEN_KNOWN, Duration.ofHours(24));
    private static final double MEBI = 1024.0 * 1024;
    private static final List<PodMemory> STEADY = pods(70, 512, 0.1, -0.2, 0.3, 0, -0.1);
    private static final List<PodMemory> LEAKING = pods(70, 512, 30, 30.5, 29.8, 30.2);

    /** Pods of 100 MiB that grow by so many MiB an hour. */
    private static List<PodMemory> pods(int minutes, double limit, double... perHour) {
        return DoubleStream.of(perHour)
                .mapToObj(slope -> new PodMemory(
                        "pod-" + slope,
                        100 * MEBI,
                        100 * MEBI,
                        limit * MEBI,
                        0,
                        IntStream.range(0, minutes)
                                .mapToObj(
                                        m -> new PodMemory.Point(m, (100 + slope * m / 60 + (m * 7 % 5) * 0.1) * MEBI))
                                .toList()))
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> table() {
        return GuardRow.tests(
                row(
                        "passes where nothing grows",
                        GUARD,
                        nothing().memory(STEADY, pods(70, 512, 0.2, -0.1, 0.1)),
                        "PASS LeakFree",
                        "may be chance"),
                row(
                        "fails where AOT grows to its limit within the horizon and JIT does not",
                        GUARD,
                        nothing().memory(STEADY, LEAKING),
                        "FAIL LeakFound",
                        "AOT pods grow by 30.1 MiB per hour",
                        "the limit is reached in",
                        "horizon 24 h"),
                row(
                        "does not fail between looks",
                        GUARD,
                        nothing().step(2, 25, Duration.ofMinutes(8)).memory(STEADY, LEAKING),
                        "UNKNOWN LeakSuspected",
                        "asked again in 2 min"),
                row(
                        "passes where both tracks grow alike",
                        GUARD,
                        nothing().memory(pods(70, 512, 30, 30.4, 29.7), LEAKING),
                        "PASS LeakFree"),
                row(
                        "passes where growth takes longer than the horizon",
                        GUARD,
                        nothing().memory(STEADY, pods(70, 4_000, 30, 30.5, 29.8, 30.2)),
                        "PASS LeakFree",
                        "the limit is reached in 5.35 d"),
                row(
                        "passes where there is no limit to reach",
                        GUARD,
                        nothing().memory(STEADY, pods(70, 0, 30, 30.5, 29.8, 30.2)),
                        "PASS LeakFree"),
                row(
                        "cannot tell before an hour of warm minutes, and says how long it takes",
                        GUARD,
                        nothing().memory(STEADY, pods(45, 512, 30, 30)),
                        "UNKNOWN ThinEvidence",
                        "40 of 60 warm minutes seen",
                        "about 20 min more"),
                row("cannot tell without pods", GUARD, nothing(), "UNKNOWN ThinEvidence"),
                row("cannot tell without data", GUARD, nothing().memoryMissing(), "UNKNOWN NoData"));
    }

    @Test
    void aSlowLeakIsShown() {
        var slow = nothing().memory(STEADY, pods(70, 4_000, 30, 30.5, 29.8, 30.2));
        assertThat(GUARD.judge(slow.evidence(), new Recall()).details())
                .singleElement()
                .asString()
                .startsWith("a slow leak");
    }
}
