package dev.aotrollout.decision;

import static dev.aotrollout.decision.Situation.FAILED;
import static dev.aotrollout.decision.Situation.THIN;
import static dev.aotrollout.decision.Situation.entered;
import static dev.aotrollout.decision.Situation.fresh;
import static dev.aotrollout.decision.Situation.promoted;
import static dev.aotrollout.decision.Situation.rolledBack;
import static dev.aotrollout.decision.Situation.shifted;
import static dev.aotrollout.decision.Situation.soaked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.judge.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules as one list: their order, when they look again, and what they say. */
class RulesTest {
    private static final Duration LATE = Duration.ofHours(2);

    @Test
    void eachRuleIsTheFirstToAnswerSomewhere() {
        var rows = List.of(
                rolledBack(Reason.OomKilled),
                fresh().abort("pager"),
                fresh().goalJit(),
                fresh().exempted("Moq needs a JIT"),
                shifted(1).aotReady(0),
                soaked(1).findings(FAILED),
                soaked(1).weight(60),
                promoted(),
                fresh().trouble(Reason.MissingReference),
                fresh().pausedInSpec(),
                fresh().admission(PolicyRulesTest.refused()),
                fresh().admission(PolicyRulesTest.slot(new WaveSlot.Waits(Reason.WaveWaits, "wave 2 is closed"))),
                fresh().blind(),
                fresh().aot(new TrackFacts(true, 1, 1, true, "r0")).zeroNotServed(),
                fresh().jit(10, 9, true),
                fresh().gate(0, PolicyRulesTest.ONE),
                fresh(),
                entered(1).aotReady(0).weight(0),
                entered(1),
                shifted(1).routeAt(5),
                shifted(1).servedBefore(Duration.ZERO),
                soaked(1).findings(THIN),
                soaked(1).gate(2, PolicyRulesTest.ONE),
                soaked(2),
                soaked(1));
        assertThat(rows.stream().map(RulesTest::firstToAnswer)).containsExactly(NamedRule.values());
    }

    private static NamedRule firstToAnswer(Situation situation) {
        var given = new Case(situation.plan(), situation.state(), situation.seen());
        return Stream.of(NamedRule.values())
                .filter(rule -> rule.ask(given).isPresent())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aWaitLooksAgainWhenTheSoakEndsAndNotOnlyAnIntervalLater() {
        var wait = shifted(1).servedBefore(Duration.ofSeconds(58)).look().decision();
        assertThat(wait.recheckAfter()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aRolledBackRolloutIsLookedAtEachSecondUntilItIsDrained() {
        var draining = rolledBack(Reason.OomKilled).zeroServedBefore(Duration.ofSeconds(29));
        assertThat(draining.look().decision().recheckAfter()).isEqualTo(Duration.ofSeconds(1));
        assertThat(rolledBack(Reason.OomKilled).look().decision().recheckAfter())
                .isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void messagesReadTheSameInEveryLocale() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(entered(0).aotReady(1).look().decision().message())
                    .isEqualTo("1 of 2 AOT pods ready for weight 5");
            assertThat(shifted(1).routeAt(5).look().decision().message())
                    .isEqualTo("routes ask for weight 5, 50 is on its way");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void messagesSayNumberLimitAndRemedy() {
        assertThat(fresh().remaining(24.9).look().decision().message())
                .isEqualTo("24.9 % of the error budget remain, 25 % needed; waits until it recovers");
        assertThat(soaked(1)
                        .findings(THIN)
                        .enteredBefore(LATE)
                        .look()
                        .decision()
                        .message())
                .contains("step 2 has not passed by 2026-11-02T08:01:00Z")
                .contains("aotrollout.dev/promote: step")
                .contains("aotrollout.dev/abort");
        assertThat(soaked(1).findings(FAILED).look().decision().message())
                .isEqualTo("errors said so in step 2 at weight 50");
        assertThat(soaked(1).abort("pager").look().decision().message()).contains("\"pager\"", "aotrollout.dev/retry");
    }
}
