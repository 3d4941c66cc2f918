package dev.aotrollout.oncall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aotrollout.intake.CommandReader;
import dev.aotrollout.oncall.Instruction.Already;
import dev.aotrollout.oncall.Instruction.Write;
import dev.aotrollout.terminal.Refused;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstructionsTest {
    private static final Instructions COMMANDS = new Instructions("aotrollout");
    private static final Standing SOAKS = Sim.standing("Progressing", "SoakWaits");
    private static final Map<String, BiFunction<Instructions, Standing, Instruction>> BY_NAME = Map.of(
            "pause", (commands, at) -> commands.pause(at, ""),
            "resume", Instructions::resume,
            "promote", (commands, at) -> commands.promote(at, false),
            "full", (commands, at) -> commands.promote(at, true),
            "retry", Instructions::retry,
            "abort", (commands, at) -> commands.abort(at, "why"));

    private static Standing with(Standing at, String annotation, String value) {
        return Sim.edited(at, rollout -> {
            var annotations = new TreeMap<String, String>();
            if (rollout.getMetadata().getAnnotations() != null)
                annotations.putAll(rollout.getMetadata().getAnnotations());
            annotations.put(annotation, value);
            rollout.getMetadata().setAnnotations(annotations);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pause   | RolledBack  | ErrorsRegressed    | nothing to pause",
                "pause   | Promoted    | Promoted           | nothing to pause",
                "resume  | Progressing | SoakWaits          | is not paused",
                "resume  | Paused      | Inconclusive       | somebody must decide: aotrollout promote",
                "promote | RolledBack  | ErrorsRegressed    | aotrollout retry",
                "promote | RollingBack | ErrorsRegressed    | nothing to promote",
                "promote | Pending     | MetricsPending     | no step to skip",
                "promote | Paused      | PausedByUser       | aotrollout resume",
                "promote | Held        | MetricsUnavailable | held by MetricsUnavailable, which a promotion does not overrule",
                "full    | Held        | BudgetTooLow       | held by BudgetTooLow",
                "retry   | Progressing | SoakWaits          | nothing to retry",
                "retry   | Promoted    | Promoted           | nothing to retry",
                "retry   | RollingBack | ErrorsRegressed    | is still going back",
                "retry   | RolledBack  | GoalIsJit          | spec.goal"
            })
    void whatMakesNoSenseIsRefused(String command, String phase, String reason, String message) {
        var at = Sim.standing(phase, reason);
        assertThatThrownBy(() -> BY_NAME.get(command).apply(COMMANDS, at))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith(at.label() + " ")
                .hasMessageContaining(message);
    }

    @Test
    void aPauseInTheManifestIsNotUndoneByAnAnnotation() {
        var at = Sim.paused(SOAKS, true);
        assertThatThrownBy(() -> COMMANDS.resume(at)).hasMessageContaining("spec.paused, which no annotation undoes");
        assertThat(COMMANDS.pause(at, "")).isInstanceOf(Already.class);
        var both = with(at, CommandReader.PAUSE, "true");
        assertThat(COMMANDS.resume(both).says()).contains("stays paused by spec.paused");
    }

    @Test
    void pauseAndResumeSetAndRemoveOneAnnotation() {
        assertThat(COMMANDS.pause(SOAKS, "")).isInstanceOfSatisfying(Write.class, write -> {
            assertThat(write.set()).isEqualTo(Map.of(CommandReader.PAUSE, "true"));
            assertThat(write.acknowledged().test(SOAKS)).isFalse();
            assertThat(write.acknowledged().test(Sim.standing("Paused", "PausedByUser")))
                    .isTrue();
        });
        var paused = with(Sim.pausedByAnnotation(), CommandReader.PAUSE, "true");
        assertThat(COMMANDS.pause(paused, "")).isInstanceOf(Already.class);
        assertThat(COMMANDS.resume(paused)).isInstanceOfSatisfying(Write.class, write -> {
            assertThat(write.removed()).containsExactly(CommandReader.PAUSE);
            assertThat(write.acknowledged().test(paused)).isFalse();
            assertThat(write.acknowledged().test(SOAKS)).isTrue();
        });
    }

    @Test
    void aRetryIsANewValueAndTakesTheAbortBack() {
        var aborted = with(Sim.standing("RolledBack", "Aborted"), CommandReader.ABORT, "latency");
        assertThat(COMMANDS.retry(aborted)).isInstanceOfSatisfying(Write.class, write -> {
            assertThat(write.set()).isEqualTo(Map.of(CommandReader.RETRY, "1"));
            assertThat(write.removed()).isEqualTo(Set.of(CommandReader.ABORT));
            assertThat(write.says()).contains("the abort \"latency\" is taken back");
        });
        assertThat(COMMANDS.retry(with(aborted, CommandReader.RETRY, "7")))
                .isInstanceOfSatisfying(
                        Write.class, write -> assertThat(write.set()).isEqualTo(Map.of(CommandReader.RETRY, "8")));
    }

    @Test
    void anAbortIsWrittenInEveryPhaseAndNeverLosesARace() {
        for (var at : Set.of(SOAKS, Sim.standing("Promoted", "Promoted"), Sim.standing("Pending", "MetricsPending")))
            assertThat(COMMANDS.abort(at, "latency")).isInstanceOfSatisfying(Write.class, write -> {
                assertThat(write.set()).isEqualTo(Map.of(CommandReader.ABORT, "latency"));
                assertThat(write.always()).isTrue();
            });
        assertThat(COMMANDS.abort(with(SOAKS, CommandReader.ABORT, "errors"), "latency")
                        .says())
                .isEqualTo("is aborted already: \"errors\"");
    }

    @Test
    void aPromotionIsToldOnce() {
        assertThat(COMMANDS.promote(SOAKS, false)).isInstanceOf(Write.class);
        assertThat(COMMANDS.promote(with(SOAKS, CommandReader.PROMOTE, "step"), false))
                .isInstanceOf(Already.class);
        assertThat(COMMANDS.promote(with(SOAKS, CommandReader.PROMOTE, "step"), true))
                .isInstanceOf(Write.class);
        assertThat(COMMANDS.promote(Sim.standing("Promoted", "Promoted"), false))
                .isInstanceOf(Already.class);
    }
}
