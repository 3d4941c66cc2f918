package dev.aotrollout.judge;

import java.util.List;

/**
 * What Kubernetes says of both tracks; it answers while Prometheus is down.
 *
 * @param parity in what the pods of the tracks differ beside the build
 */
public record Pods(List<PodFacts> jit, List<PodFacts> aot, Startups jitStartups, Startups aotStartups, Parity parity) {
    /** No pod of either track. */
    public static final Pods NONE = new Pods(List.of(), List.of(), Startups.NONE, Startups.NONE, Parity.EQUAL);

    public Pods {
        jit = List.copyOf(jit);
        aot = List.copyOf(aot);
    }
}
