package dev.aotrollout.observe;

import java.util.List;
import java.util.Map;

/**
 * One series of an answer.
 *
 * @param labels with {@code __name__} where the query kept it
 * @param samples oldest first; exactly one in an instant vector
 */
public record TimeSeries(Map<String, String> labels, List<Sample> samples) {
    public TimeSeries {
        labels = Map.copyOf(labels);
        samples = List.copyOf(samples);
    }

    /** The value of {@code label}; empty when the series has none, as in PromQL. */
    public String label(String label) {
        return labels.getOrDefault(label, "");
    }
}
