package dev.aotrollout.examples.demo.report;

import java.util.List;
import java.util.OptionalDouble;

/** One number of each pod of both tracks. */
public record TrackFigures(List<Double> jit, List<Double> aot) {
    public TrackFigures {
        jit = List.copyOf(jit);
        aot = List.copyOf(aot);
    }

    /** AOT : JIT of the medians; empty where a track has no pod or its median is zero. */
    public OptionalDouble ratio() {
        var below = median(jit);
        var above = median(aot);
        return below.isEmpty() || above.isEmpty() || below.getAsDouble() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(above.getAsDouble() / below.getAsDouble());
    }

    /** The middle one, or the mean of the two in the middle; empty of nothing. */
    public static OptionalDouble median(List<Double> values) {
        if (values.isEmpty()) {
            return OptionalDouble.empty();
        }
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return OptionalDouble.of(
                sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2);
    }
}
