package dev.aotrollout.judge;

import static dev.aotrollout.judge.GuardRow.row;
import static dev.aotrollout.judge.Seen.nothing;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class SignaturesGuardTest {
    private static final SignaturesGuard GUARD = new SignaturesGuard(Mode.ENFORCE, List.of());
    private static final SignaturesGuard OWN = new SignaturesGuard(Mode.ENFORCE, List.of("PricingException"));

    @TestFactory
    Stream<DynamicTest> table() {
        return GuardRow.tests(
                row(
                        "fails for one exception of missing code that JIT does not throw",
                        GUARD,
                        nothing().thrown("System.NotSupportedException", 0, 1),
                        "FAIL AotOnlyException",
                        "AOT threw System.NotSupportedException (1), JIT none",
                        "missing in the AOT build"),
                row(
                        "fails for missing reflection metadata of GraalVM",
                        GUARD,
                        nothing().thrown("org.graalvm.nativeimage.MissingReflectionRegistrationError", 0, 3),
                        "FAIL AotOnlyException"),
                row(
                        "names each of several types",
                        GUARD,
                        nothing().thrown("TypeLoadException", 0, 2).thrown("CultureNotFoundException", 0, 1),
                        "FAIL AotOnlyException",
                        "TypeLoadException (2), CultureNotFoundException (1)"),
                row(
                        "passes for one that JIT throws as well",
                        GUARD,
                        nothing().thrown("System.NotSupportedException", 4, 9),
                        "PASS SignaturesHealthy",
                        "9 watched exceptions on AOT"),
                row(
                        "passes for a type that is not watched",
                        GUARD,
                        nothing().thrown("Shop.PricingException", 0, 7),
                        "PASS SignaturesHealthy"),
                row(
                        "watches the types that a user names",
                        OWN,
                        nothing().thrown("Shop.Billing+PricingException", 0, 7).thrown("TypeLoadException", 0, 1),
                        "FAIL AotOnlyException",
                        "PricingException (7)"),
                row(
                        "looks at the simple name alone",
                        OWN,
                        nothing().thrown("Shop.PricingException.Detail", 0, 7),
                        "PASS SignaturesHealthy"),
                row(
                        "has nothing to compare with at weight 100",
                        GUARD,
                        nothing().step(4, 100, Duration.ofMinutes(5)).thrown("TypeLoadException", 0, 1),
                        "PASS SignaturesHealthy",
                        "JIT answers no requests"),
                row("cannot tell without a counter", GUARD, nothing(), "UNKNOWN NoData", "not asked for"));
    }
}
