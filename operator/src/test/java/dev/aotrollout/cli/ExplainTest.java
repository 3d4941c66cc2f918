package dev.aotrollout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.judge.Reason;
import dev.aotrollout.simulation.StoredRollouts;
import dev.aotrollout.simulation.StoredRollouts.Stored;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statuses that the simulation recorded are explained as they were decided. */
class ExplainTest {
    /** What they decide is done once it is recorded; asked again, the next rule answers. */
    private static final Set<Reason> DONE_BY_RECORDING =
            EnumSet.of(Reason.StepEntered, Reason.WeightShifted, Reason.StepShrank, Reason.Promoted);

    private static final List<Stored> STORED = StoredRollouts.all();

    private static Reason recorded(Stored stored) {
        return stored.rollout().getStatus().conditions().stream()
                .filter(condition -> condition.getType().equals("Ready"))
                .map(condition -> Reason.valueOf(condition.getReason()))
                .findFirst()
                .orElseThrow();
    }

    /** A pass that learns something of JIT decides by what it knew before. */
    private static String jitMemory(Stored stored) {
        var run = stored.rollout().getStatus().run();
        return stored.scenario() + run.jitCapacity() + run.jitRetired();
    }

    private static Recorded read(Stored stored) {
        return Recorded.of(stored.rollout(), stored.rollout().getStatus());
    }

    @Test
    void everyRecordedStatusIsAFixedPoint() {
        var lasting = IntStream.range(1, STORED.size())
                .filter(i -> !DONE_BY_RECORDING.contains(recorded(STORED.get(i))))
                .filter(i -> jitMemory(STORED.get(i)).equals(jitMemory(STORED.get(i - 1))))
                .mapToObj(STORED::get)
                .toList();
        var others = lasting.stream()
                .filter(stored -> read(stored).decision().reason() != recorded(stored))
                .map(stored -> "%s at %s recorded %s: %s, explained %s"
                        .formatted(
                                stored.scenario(),
                                stored.rollout().getStatus().recordedAt(),
                                recorded(stored),
                                stored.rollout().getStatus().message(),
                                read(stored).decision()))
                .toList();
        assertThat(others).isEmpty();
        assertThat(lasting).hasSizeGreaterThan(200);
    }

    @Test
    void theStatusesAreOfEveryPhase() {
        var phases = STORED.stream()
                .map(stored -> stored.rollout().getStatus().phase())
                .collect(Collectors.toSet());
        assertThat(phases)
                .contains("Pending", "Progressing", "Held", "Paused", "RollingBack", "RolledBack", "Promoted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SoakWaits", "MetricsUnavailable", "ErrorsRegressed", "TracksUnready"})
    void theAnswerIsShownWithItsNumbers(String reason) {
        var stored = STORED.stream()
                .filter(one -> recorded(one).name().equals(reason))
                .findFirst()
                .orElseThrow();
        var result = Shell.withInput(stored.yaml(), "explain", "-f", "-");
        assertThat(result.out()).isEqualTo(Shell.golden("explain-" + reason + ".txt", result.out()));
        assertThat(result.code()).isEqualTo(reason.equals("ErrorsRegressed") ? 1 : 0);
    }

    @Test
    void jsonHasTheSameAnswer() {
        var stored = STORED.stream()
                .filter(one -> recorded(one) == Reason.SoakWaits)
                .findFirst()
                .orElseThrow();
        var json = Shell.withInput(stored.yaml(), "explain", "-f", "-", "-o", "json")
                .out();
        assertThat(json).isEqualTo(Shell.golden("explain.json", json));
    }

    @Test
    void whatWouldChangeASoakIsItsEndAFailureAndAPerson() {
        var stored = STORED.stream()
                .filter(one -> recorded(one) == Reason.SoakWaits)
                .findFirst()
                .orElseThrow();
        Map<String, Reason> changes = WhatIf.changes(read(stored)).stream()
                .collect(Collectors.toMap(
                        change -> change.what().replaceFirst("^at .*", "time"),
                        change -> change.decision().reason(),
                        (one, other) -> one,
                        TreeMap::new));
        assertThat(changes)
                .containsEntry("no AOT pod is ready", Reason.AotUnavailable)
                .containsEntry("aotrollout.dev/pause is set", Reason.PausedByUser)
                .containsEntry("aotrollout.dev/abort is set", Reason.Aborted)
                .containsEntry("spec.goal is JIT", Reason.GoalIsJit)
                .containsKey("time");
    }

    @Test
    void aManifestWithoutStatusIsNamed() {
        var manifest = """
                apiVersion: aotrollout.dev/v1alpha1
                kind: AOTRollout
                metadata: {name: checkout, namespace: shop}
                spec:
                  workloadRef: {name: checkout}
                  aot: {containers: [{name: app, image: "c:1-aot"}]}
                  traffic: {service: checkout, httpRoutes: [{name: checkout}]}
                  metrics: {prometheus: {url: "http://prometheus:9090"}}
                """;
        var result = Shell.withInput(manifest, "explain", "-f", "-");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("AOTRollout shop/checkout has no status");
    }
}
