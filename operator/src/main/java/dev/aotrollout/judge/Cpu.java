package dev.aotrollout.judge;

import java.util.List;

/** Processor time of the pods of both tracks in the same window, warm pods only. */
public record Cpu(List<PodCpu> jit, List<PodCpu> aot) {
    public Cpu {
        jit = List.copyOf(jit);
        aot = List.copyOf(aot);
    }

    /**
     * One pod.
     *
     * @param seconds of processor time in the window, at least 0
     * @param requests that it answered in the window, at least 0
     */
    public record PodCpu(String pod, double seconds, double requests) {}
}
