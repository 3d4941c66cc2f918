package dev.aotrollout.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.decision.Outcome;
import dev.aotrollout.decision.RolloutState;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The way back, from a state to the status, is in {@code RunWriterTest}. */
class StateReaderTest {

    private static RolloutState read(String yaml) {
        return StateReader.read(new KubernetesSerialization().unmarshal(yaml, AotRollout.class));
    }

    @Test
    void withoutAStatusNothingHasHappened() {
        assertThat(read("metadata: {name: checkout}")).isEqualTo(RolloutState.NEW);
        assertThat(read("status: {observedGeneration: 1}")).isEqualTo(RolloutState.NEW);
    }

    @Test
    void whatIsAbsentHasNotHappenedYet() {
        var state = read("""
                status:
                  weight: 5
                  run:
                    revision: r1
                    outcome: RUNNING
                    stepIndex: 0
                    startedAt: "2026-11-02T09:00:00Z"
                    jitCapacity: 6
                    jitRetired: false
                    spentPercent: 0.5
                """);
        assertThat(state.outcome()).isEqualTo(Outcome.RUNNING);
        assertThat(state.weight()).isEqualTo(5);
        assertThat(state.clock().started()).isEqualTo(Instant.parse("2026-11-02T09:00:00Z"));
        assertThat(state.hasShifted()).isFalse();
        assertThat(state.isServed()).isFalse();
        assertThat(state.ending()).isEqualTo(RolloutState.Ending.NONE);
        assertThat(state.handled()).isEqualTo(RolloutState.NEW.handled());
    }
}
