package dev.aotrollout.status;

import static dev.aotrollout.decision.RolloutState.NOT_YET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.api.AotRolloutStatus;
import dev.aotrollout.decision.EndedRun;
import dev.aotrollout.decision.History;
import dev.aotrollout.decision.Outcome;
import dev.aotrollout.decision.Promotion;
import dev.aotrollout.decision.RolloutState;
import dev.aotrollout.decision.StepRecord;
import dev.aotrollout.intake.StateReader;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.judge.Reason;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is recorded is read as it was, through JSON. */
class RunWriterTest {
    private static final KubernetesSerialization JSON = new KubernetesSerialization();

    @Test
    void aNewStateIsReadAsItWas() {
        assertThat(readAfterWrite(RolloutState.NEW)).isEqualTo(RolloutState.NEW);
    }

    @Test
    void anyStateIsReadAsItWas() {
        var seed = Long.getLong("seed", new SplittableRandom().nextLong());
        System.out.println("round trip seed " + seed);
        var random = new SplittableRandom(seed);
        for (var i = 0; i < 2_000; i++) {
            var state = anyState(random);
            assertThat(readAfterWrite(state)).as("seed %d", seed).isEqualTo(state);
        }
    }

    private static RolloutState readAfterWrite(RolloutState state) {
        var status = new AotRolloutStatus(
                1L,
                "Progressing",
                "1/1",
                state.weight(),
                "0",
                "",
                null,
                RunWriter.write(state),
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                Looks.START.toString(),
                List.of());
        var text = JSON.asJson(status);
        var rollout = new AotRollout();
        rollout.setStatus(JSON.unmarshal(text, AotRolloutStatus.class));
        return StateReader.read(rollout);
    }

    private static RolloutState anyState(RandomGenerator random) {
        var clock = new RolloutState.Clock(
                instant(random), instant(random), instant(random), instant(random), instant(random), instant(random));
        var promote = Promotion.values()[random.nextInt(3)];
        var handled = new RolloutState.Handled(
                promote, promote == Promotion.NONE ? -1 : random.nextInt(-1, 5), random.nextBoolean() ? "" : "retry 2");
        return new RolloutState(
                random.nextBoolean() ? "" : "7f3a",
                Outcome.values()[random.nextInt(3)],
                random.nextInt(-1, 20),
                random.nextInt(101),
                clock,
                ending(random),
                new RolloutState.JitMemory(random.nextInt(100), random.nextBoolean()),
                random.nextDouble(10),
                handled,
                history(random));
    }

    private static History history(RandomGenerator random) {
        var steps = Stream.generate(() -> step(random)).limit(random.nextInt(3)).toList();
        var run = new EndedRun(
                "7f3a",
                Outcome.ROLLED_BACK,
                moment(random),
                new RolloutState.Ending(Reason.Aborted, "because", moment(random)),
                random.nextInt(101),
                random.nextDouble(10),
                steps);
        var rollback = random.nextBoolean()
                ? History.LastRollback.NONE
                : new History.LastRollback(moment(random), random.nextInt(1, 101), instant(random));
        return new History(steps, random.nextBoolean() ? List.of() : List.of(run), rollback);
    }

    private static StepRecord step(RandomGenerator random) {
        var left = moment(random);
        Reading<StepRecord.Tally> tally = random.nextBoolean()
                ? new Reading.Missing<>("Prometheus was down")
                : new Reading.Known<>(
                        new StepRecord.Tally(
                                random.nextLong(1000),
                                random.nextLong(10),
                                random.nextLong(1000),
                                random.nextLong(10),
                                random.nextDouble()),
                        left);
        return new StepRecord(random.nextInt(20), random.nextInt(101), instant(random), instant(random), left, tally);
    }

    private static RolloutState.Ending ending(RandomGenerator random) {
        if (random.nextBoolean()) return RolloutState.Ending.NONE;
        var reason = Reason.values()[random.nextInt(Reason.values().length)];
        return new RolloutState.Ending(reason, random.nextBoolean() ? "" : "because: \"x\"", moment(random));
    }

    private static Instant instant(RandomGenerator random) {
        return random.nextInt(3) == 0 ? NOT_YET : moment(random);
    }

    private static Instant moment(RandomGenerator random) {
        return Looks.START.plusSeconds(random.nextInt(1_000_000)).plusNanos(random.nextInt(1_000_000_000));
    }
}
