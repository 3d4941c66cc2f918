package dev.aotrollout.judge;

import static dev.aotrollout.judge.GuardRow.row;
import static dev.aotrollout.judge.Seen.nothing;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class CpuGuardTest {
    private static final CpuGuard GUARD = new CpuGuard(Mode.ENFORCE, 10);
    private static final List<Double> JIT = List.of(2.0, 2.05, 1.95, 2.02, 1.98);
    private static final List<Double> MUCH_MORE = List.of(3.0, 3.1, 2.9);

    @TestFactory
    Stream<DynamicTest> table() {
        return GuardRow.tests(
                row(
                        "passes where a request costs the same",
                        GUARD,
                        nothing().cpu(JIT, List.of(2.0, 2.03, 1.99)),
                        "PASS CpuHealthy",
                        "ms of CPU on AOT pods, 2 ms on JIT pods"),
                row(
                        "fails where a request surely costs more, at a look",
                        GUARD,
                        nothing().cpu(JIT, MUCH_MORE),
                        "FAIL CpuRegressed",
                        "a request costs 3 ms of CPU on AOT pods",
                        "limit +10 %"),
                row(
                        "does not fail between looks, and says when it is asked again",
                        GUARD,
                        nothing().step(2, 25, Duration.ofMinutes(8)).cpu(JIT, MUCH_MORE),
                        "UNKNOWN CpuSuspected",
                        "5 JIT and 3 AOT pods leave a chance of",
                        "asked again in 2 min"),
                row(
                        "does not fail before the end of the soak",
                        GUARD,
                        nothing().step(2, 25, Duration.ofMinutes(4)).cpu(JIT, MUCH_MORE),
                        "UNKNOWN CpuSuspected",
                        "asked again in 60 s"),
                row(
                        "passes where pods differ as much as the tracks do",
                        GUARD,
                        nothing().cpu(List.of(2.0, 2.6, 1.5), List.of(2.9, 1.8, 2.4)),
                        "PASS CpuHealthy"),
                row(
                        "cannot tell from one pod",
                        GUARD,
                        nothing().cpu(JIT, List.of(2.0)),
                        "UNKNOWN ThinEvidence",
                        "1 AOT and 5 JIT pods",
                        "2 of each needed"),
                row("cannot tell without data", GUARD, nothing(), "UNKNOWN NoData"));
    }
}
