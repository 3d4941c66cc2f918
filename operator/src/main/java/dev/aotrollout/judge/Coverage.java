package dev.aotrollout.judge;

import java.util.List;

/**
 * Which series each track has, whatever their values.
 *
 * @param jitBounds bounds of the latency histogram of JIT pods, in seconds, ascending, without infinity
 * @param aotBounds likewise of AOT pods
 */
public record Coverage(List<Signal> signals, List<Double> jitBounds, List<Double> aotBounds) {
    public Coverage {
        signals = List.copyOf(signals);
        jitBounds = List.copyOf(jitBounds);
        aotBounds = List.copyOf(aotBounds);
    }

    /**
     * One metric that a guard needs.
     *
     * @param jit whether pods of JIT have it now
     * @param aot whether pods of AOT have it now
     */
    public record Signal(String metric, boolean jit, boolean aot) {}
}
