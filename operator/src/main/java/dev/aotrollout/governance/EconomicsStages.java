package dev.aotrollout.governance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the pods of each stage request, and how many there must be. */
final class EconomicsStages {
    /** 200 replicas of 10 % more CPU are 220, whatever binary fractions make of it. */
    private static final double ROUNDING = 1 - 1e-9;

    /** The pods of one stage. */
    record Pods(EconomicsStage stage, int replicas, PodRequests requests) {}

    private EconomicsStages() {}

    /** Those stages whose requests are known. */
    static List<Pods> known(EconomicsFacts facts) {
        var known = new ArrayList<Pods>();
        for (var stage : EconomicsStage.values()) {
            var requests = requests(stage, facts);
            if (requests.isComplete()) known.add(new Pods(stage, replicas(stage, facts), requests));
        }
        return known;
    }

    private static PodRequests requests(EconomicsStage stage, EconomicsFacts facts) {
        var jit = facts.jit();
        var aot = facts.aot();
        return switch (stage) {
            case JIT_AS_REQUESTED -> jit.requests().or(jit.peak().suggested());
            case JIT_AS_MEASURED -> measured(jit, jit.requests());
            case AOT_PREDICTED -> aot.requests();
            case AOT_REALISED -> measured(aot, aot.requests().or(jit.requests()));
        };
    }

    /**
     * Memory by its peak, CPU as requested: memory is held, and more CPU than requested is only borrowed; how much of it the build
     * needs shows in the number of replicas.
     */
    private static PodRequests measured(EconomicsBuild build, PodRequests requested) {
        if (build.peak().memoryBytes() <= 0) return PodRequests.NONE;
        var suggested = build.peak().suggested();
        return new PodRequests(requested.or(suggested).cpuCores(), suggested.memoryBytes());
    }

    private static int replicas(EconomicsStage stage, EconomicsFacts facts) {
        return stage == EconomicsStage.AOT_REALISED
                ? Math.max(1, (int) Math.ceil(facts.replicas() * growth(facts).orElse(1.0) * ROUNDING))
                : facts.replicas();
    }

    /** How many AOT pods carry what one JIT pod does: processor time of a request over the CPU that a pod requests. */
    static Optional<Double> growth(EconomicsFacts facts) {
        var perRequest = facts.aot().cpuSecondsPerRequest() / facts.jit().cpuSecondsPerRequest();
        if (!(perRequest > 0) || Double.isInfinite(perRequest)) return Optional.empty();
        var jit = requests(EconomicsStage.JIT_AS_REQUESTED, facts).cpuCores();
        var aot = requests(EconomicsStage.AOT_REALISED, facts).cpuCores();
        return Optional.of(jit > 0 && aot > 0 ? perRequest * jit / aot : perRequest);
    }
}
