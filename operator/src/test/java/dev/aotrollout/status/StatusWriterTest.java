package dev.aotrollout.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.api.AotRolloutStatus;
import dev.aotrollout.api.AotRolloutStatus.Transition;
import dev.aotrollout.decision.Outcome;
import dev.aotrollout.judge.Reason;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusWriterTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static Condition condition(AotRolloutStatus status, String type) {
        return status.conditions().stream()
                .filter(condition -> condition.getType().equals(type))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyConditionIsSetOnTheFirstVisit() {
        var status = new Looks().findings().first();
        assertThat(status.conditions())
                .extracting(Condition::getType)
                .contains(
                        "Ready",
                        "Progressing",
                        "Paused",
                        "RolledBack",
                        "Promoted",
                        "TracksReady",
                        "TrafficServed",
                        "MetricsAvailable",
                        "Reconciling",
                        "Stalled")
                .doesNotHaveDuplicates();
        assertThat(status.conditions()).allSatisfy(condition -> {
            assertThat(condition.getStatus()).isIn("True", "False", "Unknown");
            assertThat(condition.getReason()).isNotBlank();
            assertThat(condition.getObservedGeneration()).isEqualTo(3);
            assertThat(condition.getLastTransitionTime()).isEqualTo("2026-11-02T09:12:00Z");
        });
    }

    @Test
    void aConditionKeepsItsTimeUntilItsStatusChanges() {
        var first = new Looks().at(MINUTE).first();
        var same = new Looks()
                .at(MINUTE.multipliedBy(2))
                .decision(Looks.shifted(10))
                .after(first);
        assertThat(condition(same, "Progressing").getReason()).isEqualTo("WeightShifted");
        assertThat(condition(same, "Progressing").getLastTransitionTime()).isEqualTo("2026-11-02T09:01:00Z");
        var held = new Looks()
                .at(MINUTE.multipliedBy(3))
                .decision(Looks.held(Reason.MetricsUnavailable))
                .after(same);
        assertThat(condition(held, "Progressing").getStatus()).isEqualTo("False");
        assertThat(condition(held, "Progressing").getLastTransitionTime()).isEqualTo("2026-11-02T09:03:00Z");
    }

    @Test
    void aFinishedRolloutKeepsWhatItsGuardsSaidLast() {
        var live = new Looks().at(MINUTE).first();
        var finished = new Looks()
                .at(MINUTE.multipliedBy(2))
                .finished(Outcome.PROMOTED, Reason.Promoted)
                .after(live);
        assertThat(finished.findings()).isEqualTo(live.findings()).isNotEmpty();
        assertThat(condition(finished, "ErrorsHealthy")).isEqualTo(condition(live, "ErrorsHealthy"));
        assertThat(finished.summary().errors()).isEqualTo(live.summary().errors());
        assertThat(finished.phase()).isEqualTo("Promoted");
        assertThat(condition(finished, "Ready").getStatus()).isEqualTo("True");
    }

    @ParameterizedTest(name = "{0} with reason {1} and the route at {2} is {3}")
    @CsvSource({
        "RUNNING, PausedByUser, 10, Paused",
        "RUNNING, Inconclusive, 10, Paused",
        "RUNNING, MetricsUnavailable, 10, Held",
        "RUNNING, BudgetTooLow, 10, Held",
        "ROLLED_BACK, OomKilled, 0, RolledBack",
        "ROLLED_BACK, OomKilled, 10, RollingBack",
        "PROMOTED, Retired, 100, Promoted"
    })
    void thePhaseSaysWhereItStands(Outcome outcome, Reason reason, int route, String phase) {
        var looks = outcome == Outcome.RUNNING
                ? new Looks().decision(Looks.held(reason))
                : new Looks().finished(outcome, reason);
        assertThat(looks.route(route).first().phase()).isEqualTo(phase);
    }

    @Test
    void aStepIsShownAsUsersCountIt() {
        var status = new Looks().first();
        assertThat(status.step()).isEqualTo("2/4");
        assertThat(status.phase()).isEqualTo("Progressing");
        assertThat(status.weight()).isEqualTo(10);
    }

    @Test
    void transitionsAreTheNewestFirstAndTwentyAtMost() {
        var status = new Looks().decision(Looks.shifted(10)).first();
        for (var i = 1; i <= 30; i++)
            status = new Looks()
                    .at(MINUTE.multipliedBy(i))
                    .decision(i % 2 == 0 ? Looks.shifted(10) : Looks.held(Reason.MetricsUnavailable))
                    .after(status);
        assertThat(status.transitions()).hasSize(20);
        assertThat(status.transitions().getFirst().at()).isEqualTo("2026-11-02T09:30:00Z");
        assertThat(status.transitions())
                .extracting(Transition::reason)
                .startsWith("WeightShifted", "MetricsUnavailable");
    }

    @Test
    void theSameDecisionIsOneTransition() {
        var first = new Looks().decision(Looks.held(Reason.PausedByUser)).first();
        var again = new Looks()
                .at(MINUTE.multipliedBy(60))
                .decision(Looks.held(Reason.PausedByUser))
                .after(first);
        assertThat(again.transitions()).isEqualTo(first.transitions()).hasSize(1);
    }

    @Test
    void soakingIsNoTransition() {
        assertThat(new Looks().first().transitions()).isEmpty();
    }
}
