package dev.aotrollout.judge;

import static dev.aotrollout.judge.GuardRow.row;
import static dev.aotrollout.judge.Seen.nothing;

import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class CustomGuardTest {
    private static final CustomGuard MAX = guard(OptionalDouble.of(10), OptionalDouble.empty());
    private static final CustomGuard RATIO = guard(OptionalDouble.empty(), OptionalDouble.of(1.5));
    private static final CustomGuard BOTH = guard(OptionalDouble.of(10), OptionalDouble.of(1.5));

    private static CustomGuard guard(OptionalDouble max, OptionalDouble maxRatio) {
        return new CustomGuard(Mode.ENFORCE, "queue", max, maxRatio);
    }

    private static Seen value(double aot, double jit) {
        return nothing().custom("queue", new CustomValue(aot, OptionalDouble.of(jit)));
    }

    private static Seen value(double aot) {
        return nothing().custom("queue", new CustomValue(aot, OptionalDouble.empty()));
    }

    @TestFactory
    Stream<DynamicTest> table() {
        return GuardRow.tests(
                row("passes at its limit", MAX, value(10), "PASS CustomHealthy", "queue: AOT 10, limit 10"),
                row("fails above its limit", MAX, value(10.5), "FAIL CustomExceeded", "queue: AOT 10.5, limit 10"),
                row("passes at its ratio", RATIO, value(30, 20), "PASS CustomHealthy", "AOT 30, JIT 20, 1.5x"),
                row(
                        "fails above its ratio",
                        RATIO,
                        value(40, 20),
                        "FAIL CustomExceeded",
                        "queue: AOT 40, JIT 20, 2x, limit 1.5x"),
                row("fails where one of two limits is exceeded", BOTH, value(9, 3), "FAIL CustomExceeded", "3x"),
                row("cannot tell a ratio without JIT", RATIO, value(3), "UNKNOWN NoData", "no value for JIT"),
                row("cannot tell a ratio to nothing", RATIO, value(3, 0), "UNKNOWN NoData", "set max"),
                row("nothing against nothing is no regression", RATIO, value(0, 0), "PASS CustomHealthy"),
                row("cannot tell from no number", MAX, value(Double.NaN), "UNKNOWN NoData", "NaN"),
                row("cannot tell before the answer", MAX, nothing(), "UNKNOWN NoData", "queue: "));
    }
}
