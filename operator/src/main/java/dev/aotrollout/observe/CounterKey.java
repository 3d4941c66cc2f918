package dev.aotrollout.observe;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One counter inside one process. A pod that two scrape jobs or two Prometheus replicas look at has its series twice; without the
 * labels that tell these apart, both are the same counter.
 *
 * @param labels without the name, {@code le} and the labels of the scrape job
 */
record CounterKey(Map<String, String> labels) {
    static final List<String> OF_THE_JOB = List.of("job", "service", "endpoint", "prometheus", "prometheus_replica");

    static CounterKey of(TimeSeries series) {
        var labels = new HashMap<>(series.labels());
        labels.keySet().removeAll(OF_THE_JOB);
        labels.remove("__name__");
        labels.remove("le");
        return new CounterKey(Map.copyOf(labels));
    }

    /** Who scraped {@code series}. */
    static String job(TimeSeries series) {
        return OF_THE_JOB.stream().map(series::label).collect(Collectors.joining("\n"));
    }

    String pod() {
        return labels.getOrDefault("pod", "");
    }

    Endpoint endpoint() {
        return new Endpoint(pod(), labels.getOrDefault("instance", ""));
    }

    boolean failed() {
        return labels.getOrDefault(RequestCounters.STATUS, "").matches(RequestCounters.FAILED);
    }

    /** One address of one pod that metrics are scraped from. */
    record Endpoint(String pod, String instance) {}
}
