package dev.aotrollout.examples.checkout;

import java.time.Duration;

/** One way in which the AOT build is worse than the JIT build; chosen once, at start. */
public sealed interface Defect {

    /** A healthy build. */
    record None() implements Defect {}

    /** Answers 500 on {@code POST /pay}, the route whose code the build lost. */
    record PaymentErrors() implements Defect {}

    /** Answers 500 on every business route. */
    record ErrorsEverywhere() implements Defect {}

    /** Takes more and more memory, from the first real request on, until the container is killed at its limit. */
    record Leak(int mibPerSecond) implements Defect {}

    /** Dies of exit code 134, as after an abort, some time after the first real request. */
    record Crash(Duration delay) implements Defect {}

    /** Takes longer until ready. */
    record SlowStart(Duration delay) implements Defect {}

    /** Takes longer for each business answer. */
    record SlowAnswers(Duration delay) implements Defect {}

    static Defect read(Environment environment) {
        var word = environment.text("CHECKOUT_DEFECT");
        return switch (word) {
            case "" -> new None();
            case "errors" -> new PaymentErrors();
            case "errors-all" -> new ErrorsEverywhere();
            case "leak" -> new Leak(environment.number("CHECKOUT_LEAK_MIB_PER_SECOND", 8, 1, 1024));
            case "crash" -> new Crash(seconds(environment, "CHECKOUT_CRASH_AFTER_SECONDS", 5));
            case "slow-start" -> new SlowStart(seconds(environment, "CHECKOUT_SLOW_START_SECONDS", 15));
            case "latency" -> new SlowAnswers(Duration.ofSeconds(1));
            default ->
                throw new InvalidSettingException("CHECKOUT_DEFECT=" + word + " is not accepted; use one of errors,"
                        + " errors-all, leak, crash, slow-start, latency, or leave it empty");
        };
    }

    private static Duration seconds(Environment environment, String name, int fallback) {
        return Duration.ofSeconds(environment.number(name, fallback, 0, 3600));
    }
}
