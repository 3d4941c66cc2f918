package dev.aotrollout.judge;

import java.util.List;
import java.util.Optional;

/** Which build the pods of both tracks really run, as their own metrics prove it. */
public record Identity(List<PodIdentity> jit, List<PodIdentity> aot) {
    public Identity {
        jit = List.copyOf(jit);
        aot = List.copyOf(aot);
    }

    /** The first of {@code pods} that is proven to run {@code build}. */
    public static Optional<PodIdentity> firstOf(List<PodIdentity> pods, Build build) {
        for (var pod : pods) if (pod.build() == build) return Optional.of(pod);
        return Optional.empty();
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
