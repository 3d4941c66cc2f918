package dev.aotrollout.judge;

import java.util.List;

/** Memory of the pods of both tracks in the same window. */
public record Memory(List<PodMemory> jit, List<PodMemory> aot) {
    public Memory {
        jit = List.copyOf(jit);
        aot = List.copyOf(aot);
    }
}
