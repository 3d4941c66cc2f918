package dev.aotrollout.observe;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** One pod with request counters, as Prometheus scrapes it. */
final class ScrapedPod {
    static final String COUNT = "http_server_request_duration_seconds_count";
    static final String BUCKET = "http_server_request_duration_seconds_bucket";
    static final String JIT_POD = "checkout-7d9f8c6b5-x7k2p";
    static final String AOT_POD = "checkout-aot-6c5d9f8b7-q9w4z";

    private final RecordedPrometheus prometheus;
    private final String name;
    private final Map<String, long[]> counts = new HashMap<>();
    private String job = "pods";
    private String bound = "0.25";

    ScrapedPod(RecordedPrometheus prometheus, String name) {
        this.prometheus = prometheus;
        this.name = name;
    }

    /** Writes the bound of its histogram in this way; an empty one leaves the histogram out. */
    ScrapedPod bound(String spelling) {
        bound = spelling;
        return this;
    }

    ScrapedPod job(String name) {
        job = name;
        return this;
    }

    /** The process was replaced. */
    void restart() {
        counts.clear();
    }

    void answer(String status, long requests, long slow) {
        var count = counts.computeIfAbsent(status, _ -> new long[2]);
        count[0] += requests;
        count[1] += slow;
    }

    void scrape(Instant at) {
        prometheus.scrape(labels("up", Map.of()), at, 1);
        counts.forEach((status, count) -> {
            var labels = Map.of("http_response_status_code", status, "http_route", "/pay");
            prometheus.scrape(labels(COUNT, labels), at, count[0]);
            if (bound.isEmpty()) return;
            for (var le : new String[] {"0.005", bound, "10", "+Inf"}) {
                var with = new HashMap<>(labels);
                with.put("le", le);
                var within = le.equals("0.005") ? 0 : le.equals(bound) ? count[0] - count[1] : count[0];
                prometheus.scrape(labels(BUCKET, with), at, within);
            }
        });
    }

    Map<String, String> labels(String metric, Map<String, String> own) {
        var labels = new HashMap<>(own);
        labels.put("__name__", metric);
        labels.put("namespace", "shop");
        labels.put("pod", name);
        labels.put("instance", name + ":9464");
        labels.put("job", job);
        return labels;
    }

    ObservedPod observed(Instant created) {
        return new ObservedPod(name, created, 0);
    }
}
