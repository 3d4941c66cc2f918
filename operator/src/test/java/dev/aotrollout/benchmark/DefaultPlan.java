package dev.aotrollout.benchmark;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.decision.Plan;
import dev.aotrollout.intake.PlanReader;
import dev.aotrollout.judge.Guard;
import dev.aotrollout.judge.MemoryGuard;
import dev.aotrollout.judge.Mode;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;

/** The plan of a rollout whose manifest sets no guard and no step. */
final class DefaultPlan {
    static final String MANIFEST = """
            apiVersion: aotrollout.dev/v1alpha1
            kind: AOTRollout
            metadata: {name: checkout, namespace: shop}
            spec:
              workloadRef: {name: checkout}
              aot: {containers: [{name: app, image: "registry.example/checkout:1-aot"}]}
              traffic: {service: checkout, httpRoutes: [{name: checkout}]}
              metrics: {prometheus: {url: "http://prometheus:9090"}}
            """;

    private static final Plan PLAN =
            PlanReader.read(new KubernetesSerialization().unmarshal(MANIFEST, AotRollout.class), "revision");

    private DefaultPlan() {}

    static Plan plan() {
        return PLAN;
    }

    static List<Guard> guards() {
        return PLAN.guards();
    }

    /** With a gain in memory that is asked for. */
    static List<Guard> withMemoryGain(double percent) {
        return guards().stream()
                .map(guard -> guard instanceof MemoryGuard memory
                        ? new MemoryGuard(
                                Mode.ENFORCE, percent, memory.maxRegressionPercent(), memory.maxLimitPercent())
                        : guard)
                .toList();
    }
}
