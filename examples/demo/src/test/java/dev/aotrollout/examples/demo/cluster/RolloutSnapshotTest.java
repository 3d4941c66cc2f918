package dev.aotrollout.examples.demo.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.examples.demo.cluster.StageView.PodCounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RolloutSnapshotTest {
    private static StageView view(String phase, int weight, int jitPods, int aotPods) {
        var json = Yaml.read("status: {phase: " + phase + ", summary: {reason: Any}}");
        return new StageView(
                RolloutSnapshot.of(json), weight, new PodCounts(jitPods, jitPods), new PodCounts(aotPods, aotPods));
    }

    @Test
    void readsWhatIsThere() {
        // When
        var snapshot = RolloutSnapshot.of(Yaml.read("""
            status:
              phase: Progressing
              step: 2/4
              weight: 25
              summary: {reason: SoakWaits 5s/12s}
              message: soaks at weight 25
              findings: [{guard: errors, verdict: Fail}, {guard: memory, verdict: Unknown}]
              transitions: [{at: t2, reason: WeightShifted, message: m}, {at: t1, reason: StepEntered}]
            """));
        // Then
        assertThat(snapshot.stepNumber()).isEqualTo(2);
        assertThat(snapshot.weight()).isEqualTo(25);
        assertThat(snapshot.reason()).isEqualTo("SoakWaits");
        assertThat(snapshot.reasons()).containsExactlyInAnyOrder("SoakWaits", "WeightShifted", "StepEntered");
        assertThat(snapshot.failedGuards()).containsExactly("errors");
    }

    @Test
    void isContentWithNoStatusAtAll() {
        assertThat(RolloutSnapshot.of(Yaml.read("kind: AOTRollout"))).isEqualTo(RolloutSnapshot.NONE);
        assertThat(RolloutSnapshot.NONE.stepNumber()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "Promoted,    100, 0, 3, true,  false",
        "Promoted,    100, 3, 3, false, false",
        "Progressing, 100, 0, 3, false, false",
        "RolledBack,  0,   3, 0, false, true",
        "RollingBack, 0,   3, 2, false, true",
    })
    void aHealthyRolloutEndsWithJitRetired(
            String phase, int weight, int jitPods, int aotPods, boolean reached, boolean missed) {
        var view = view(phase, weight, jitPods, aotPods);
        assertThat(ExpectedEnding.RETIRED.isReached(view)).isEqualTo(reached);
        assertThat(ExpectedEnding.RETIRED.isMissed(view)).isEqualTo(missed);
    }

    @ParameterizedTest
    @CsvSource({
        "RolledBack,  0,  3, 0, true,  false",
        "RolledBack,  0,  3, 1, false, false",
        "RolledBack,  10, 3, 0, false, false",
        "Progressing, 0,  3, 0, false, false",
        "Promoted,    100, 3, 3, false, true",
    })
    void aFaultyRolloutEndsWithoutAotPods(
            String phase, int weight, int jitPods, int aotPods, boolean reached, boolean missed) {
        var view = view(phase, weight, jitPods, aotPods);
        assertThat(ExpectedEnding.ROLLED_BACK.isReached(view)).isEqualTo(reached);
        assertThat(ExpectedEnding.ROLLED_BACK.isMissed(view)).isEqualTo(missed);
    }
}
