package dev.aotrollout.observe;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One counter inside one process. A pod that two scrape jobs or two Prometheus replicas look at has its series twice; without the
 * labels that tell these apart, both are the same counter.
 *
 * @param labels without the name, {@code le} and the labels of the scrape job
 */
record CounterKey(String metric, Map<String, String> labels) {

    static CounterKey of(TimeSeries series, Selection selection) {
        var labels = new HashMap<>(series.labels());
        labels.keySet().removeAll(selection.jobLabels());
        labels.remove("__name__");
        labels.remove("le");
        return new CounterKey(series.label("__name__"), Map.copyOf(labels));
    }

    /** Who scraped {@code series}. */
    static String job(TimeSeries series, Selection selection) {
        return selection.jobLabels().stream().map(series::label).collect(Collectors.joining("\n"));
    }

    /** The value of {@code label}; empty when the counter has none. */
    String label(String label) {
        return labels.getOrDefault(label, "");
    }

    String pod() {
        return label("pod");
    }

    Endpoint endpoint() {
        return new Endpoint(pod(), label("instance"));
    }

    /** What starts anew as a whole: the process, or what a gateway knows of one backend. */
    Origin origin(Selection selection) {
        return new Origin(endpoint(), label(selection.label()));
    }

    /** One address of one pod that metrics are scraped from. */
    record Endpoint(String pod, String instance) {}

    /** The counters of one value of the track's label at one endpoint. */
    record Origin(Endpoint endpoint, String value) {}
}
