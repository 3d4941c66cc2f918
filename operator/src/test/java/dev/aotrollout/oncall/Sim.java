package dev.aotrollout.oncall;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aotrollout.api.AotRollout;
import dev.aotrollout.api.AotRolloutSpec;
import dev.aotrollout.simulation.StoredRollouts;
import dev.aotrollout.simulation.StoredRollouts.Stored;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Rollouts as the operator left them in the simulation. */
final class Sim {
    private static final List<Stored> STORED = StoredRollouts.all();
    private static final KubernetesSerialization JSON = new KubernetesSerialization();

    private Sim() {}

    /** The first one in that phase for that reason. */
    static Standing standing(String phase, String reason) {
        return STORED.stream()
                .map(stored -> new Standing(stored.rollout()))
                .filter(one -> one.phase().equals(phase) && one.reason().equals(reason))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no rollout is %s for %s".formatted(phase, reason)));
    }

    /** All that one scenario left, in the order of their time. */
    static List<Standing> course(String scenario) {
        return STORED.stream()
                .filter(stored -> stored.scenario().equals(scenario))
                .map(stored -> new Standing(stored.rollout()))
                .toList();
    }

    /** A moment after the status was written. */
    static Instant after(Standing at) {
        return Instant.parse(at.status().orElseThrow().recordedAt()).plusSeconds(7);
    }

    static Standing edited(Standing at, Consumer<AotRollout> edit) {
        var copy = JSON.clone(at.rollout());
        edit.accept(copy);
        return new Standing(copy);
    }

    /** With that value of {@code spec.paused}. */
    static Standing paused(Standing at, boolean value) {
        return edited(at, rollout -> {
            var spec = (ObjectNode) tree(at).get("spec");
            rollout.setSpec(JSON.convertValue(spec.put("paused", value), AotRolloutSpec.class));
        });
    }

    static Standing pausedByAnnotation() {
        return paused(standing("Paused", "PausedByUser"), false);
    }

    static JsonNode tree(Standing at) {
        return JSON.convertValue(at.rollout(), JsonNode.class);
    }
}
