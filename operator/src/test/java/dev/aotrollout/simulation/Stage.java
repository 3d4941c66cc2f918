package dev.aotrollout.simulation;

import java.util.function.Function;

/** Worlds for tests: the shortest useful manifest with steps that suit a test, and everything that must be true watched each second. */
final class Stage {
    private static final String MANIFEST = """
            apiVersion: aotrollout.dev/v1alpha1
            kind: AOTRollout
            metadata: {name: checkout, namespace: shop}
            spec:
              workloadRef: {name: checkout}
              aot:
                runtime: DotnetNativeAot
                containers: [{name: app, image: "registry.example/checkout:1.4.2-aot"}]
              traffic: {service: checkout, httpRoutes: [{name: checkout}]}
              metrics: {warmUpSeconds: 10, prometheus: {url: "http://prometheus:9090"}}
              progress: {maxStepSeconds: 900}
              steps:
                - {weight: 5, soakSeconds: 60}
                - {weight: 25, soakSeconds: 120}
                - {weight: 50, soakSeconds: 180}
                - {weight: 100, soakSeconds: 300}
            """;

    private Stage() {}

    /** Watched each second. */
    static World world(long seed) {
        return new World(ApiServer.parse(MANIFEST), seed, Invariants::new);
    }

    /** Watched by {@code witness}. */
    static World watched(long seed, Function<Cluster, Witness> witness) {
        return new World(ApiServer.parse(MANIFEST), seed, witness);
    }

    /** As users run it: from one event to the next, watched by nobody. */
    static World unwatched(long seed) {
        return new World(ApiServer.parse(MANIFEST), seed);
    }

    /** As users run it, told. */
    static Story run(Scenario scenario, long seed) {
        return Simulation.run(MANIFEST, scenario, seed);
    }
}
