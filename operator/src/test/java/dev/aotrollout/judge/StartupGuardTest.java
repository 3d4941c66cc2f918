package dev.aotrollout.judge;

import static dev.aotrollout.judge.GuardRow.row;
import static dev.aotrollout.judge.Seen.nothing;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class StartupGuardTest {
    private static final StartupGuard GUARD = new StartupGuard(Mode.ENFORCE, 30, 20);
    private static final List<Double> SLOW = List.of(12.0, 13.0, 12.0, 12.0);
    private static final List<Double> FAST = List.of(2.0, 3.0, 2.0, 3.0);

    @TestFactory
    Stream<DynamicTest> table() {
        return GuardRow.tests(
                row(
                        "passes where AOT surely starts faster",
                        GUARD,
                        nothing().startups(SLOW, FAST, 1),
                        "PASS StartupHealthy",
                        "AOT pods are ready after 2.5 s, JIT pods after 12.3 s"),
                row(
                        "fails where AOT surely starts slower",
                        GUARD,
                        nothing().startups(SLOW, List.of(20.0, 21.0, 20.0, 22.0), 1),
                        "FAIL StartupRegressed",
                        "limit +20 %"),
                row(
                        "fails with two pods of each where the difference is large",
                        new StartupGuard(Mode.ENFORCE, 0, 100),
                        nothing()
                                .step(1, 10, Duration.ofMinutes(5))
                                .startups(List.of(4.0, 5.0), List.of(44.0, 46.0), 2),
                        "FAIL StartupRegressed",
                        "limit +100 %"),
                row(
                        "does not fail before the end of the soak",
                        GUARD,
                        nothing().step(2, 25, Duration.ofMinutes(1)).startups(SLOW, List.of(20.0, 21.0, 20.0, 22.0), 1),
                        "UNKNOWN StartupSuspected",
                        "asked again in 4 min"),
                row(
                        "passes with two pods of each where no gain is asked for",
                        new StartupGuard(Mode.ENFORCE, 0, 100),
                        nothing().startups(List.of(4.0, 5.0), List.of(4.0, 6.0), 2),
                        "PASS StartupHealthy"),
                row(
                        "cannot tell where the gain is missing",
                        GUARD,
                        nothing().startups(SLOW, List.of(11.0, 11.0, 12.0, 11.0), 1),
                        "UNKNOWN StartupGainMissing",
                        "-30 %"),
                row(
                        "cannot tell where stamps are too coarse, and says what to set",
                        GUARD,
                        nothing().startups(List.of(11.0, 11.0), List.of(6.0, 1.0), 11),
                        "UNKNOWN StartupResolutionCoarse",
                        "stamps resolve 11 s",
                        "startupProbe.periodSeconds: 1"),
                row(
                        "cannot tell from one start",
                        GUARD,
                        nothing().startups(SLOW, List.of(2.0), 1),
                        "UNKNOWN ThinEvidence",
                        "1 AOT and 4 JIT pod starts seen, 2 of each needed"),
                row("cannot tell without starts", GUARD, nothing(), "UNKNOWN ThinEvidence"));
    }
}
