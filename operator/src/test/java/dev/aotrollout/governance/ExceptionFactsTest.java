package dev.aotrollout.governance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.governance.ExceptionFacts.State;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** From when to when an exception counts. */
class ExceptionFactsTest {
    private static DynamicTest row(String sentence, String until, String now, State state) {
        return DynamicTest.dynamicTest(
                sentence,
                () -> assertThat(Papers.exception("checkout", List.of(), until).state(Instant.parse(now)))
                        .isEqualTo(state));
    }

    @TestFactory
    Stream<DynamicTest> states() {
        return Stream.of(
                row("it counts long before its end", "2026-12-31", "2026-11-25T00:00:00Z", State.ACTIVE),
                row("it is about to expire fourteen days before", "2026-12-31", "2026-12-18T00:00:00Z", State.EXPIRING),
                row(
                        "it still counts in the last second of its last day",
                        "2026-12-31",
                        "2026-12-31T23:59:59Z",
                        State.EXPIRING),
                row("it does not count from midnight on", "2026-12-31", "2027-01-01T00:00:00Z", State.EXPIRED),
                row(
                        "one that ended before it was written never counts",
                        "2020-01-01",
                        "2026-11-25T00:00:00Z",
                        State.EXPIRED),
                row(
                        "one until a day that does not exist never counts",
                        "2026-02-30",
                        "2026-01-01T00:00:00Z",
                        State.INVALID));
    }

    @Test
    void oneThatNamesNeitherRolloutNorPackagesIsInvalidAndSaysSo() {
        var exception = Papers.exception("", List.of(), "2026-12-31");
        assertThat(exception.state(Papers.NOW)).isEqualTo(State.INVALID);
        assertThat(exception.sentence(Papers.NOW))
                .isEqualTo(
                        "AOTException legacy does not count: it names neither a rollout nor packages; set spec.rollout or spec.packages");
    }

    @Test
    void packagesAreToleratedForTheRolloutThatIsNamedOrForAll() {
        var one = Papers.exception("checkout", List.of("pkg:nuget/Moq"), "2026-12-31");
        assertThat(one.keepsOnJit("checkout")).isFalse();
        assertThat(one.concerns("cart")).isFalse();
        assertThat(Papers.exception("", List.of("pkg:nuget/Moq"), "2026-12-31").concerns("cart"))
                .isTrue();
        assertThat(one.words())
                .isEqualTo(
                        "AOTException legacy tolerates pkg:nuget/Moq for checkout until 2026-12-31: reflection-heavy serializer (owner team-a, approved by cto)");
    }

    @Test
    void theNextLookIsDueWhenItsStateChanges() {
        var exception = Papers.exception("checkout", List.of(), "2026-12-31");
        assertThat(exception.nextChange(Papers.NOW)).isEqualTo("2026-12-18T00:00:00Z");
        assertThat(exception.nextChange(Instant.parse("2026-12-20T00:00:00Z"))).isEqualTo("2027-01-01T00:00:00Z");
        assertThat(exception.nextChange(Instant.parse("2027-01-01T00:00:00Z"))).isEqualTo(Instant.MAX);
    }
}
