package dev.aotrollout.judge;

import java.util.List;

/** Which build the pods of both tracks really run, as their own metrics prove it. */
public record Identity(List<PodIdentity> jit, List<PodIdentity> aot) {
    public Identity {
        jit = List.copyOf(jit);
        aot = List.copyOf(aot);
    }

    /** Kinds of builds. */
    public enum Build {
        JIT,
        AOT,
        /** Nothing proves either. */
        UNPROVEN
    }

    /**
     * One pod.
     *
     * @param proof the metric and its value that prove it; empty when unproven
     */
    public record PodIdentity(String pod, Build build, String proof) {}
}
