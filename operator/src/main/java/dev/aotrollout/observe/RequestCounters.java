package dev.aotrollout.observe;

import java.time.Duration;

/** The request counters of the OpenTelemetry HTTP conventions, selected for the pods of both tracks. */
record RequestCounters(String namespace, PodNames jit, PodNames aot) {
    static final String COUNT = "http_server_request_duration_seconds_count";
    static final String BUCKET = "http_server_request_duration_seconds_bucket";
    /** 1 for each target that was scraped; proves that a pod was looked at before it counted anything. */
    static final String UP = "up";

    static final String STATUS = "http_response_status_code";
    static final String FAILED = "5..";

    static RequestCounters of(MetricsRequest request) {
        return new RequestCounters(
                request.tracks().namespace(),
                PodNames.of(request.tracks().jit().deployment()),
                PodNames.of(request.tracks().aot().deployment()));
    }

    /** The raw samples of one stretch; {@code leRegex} selects one bound of the histogram, none when it is empty. */
    String samples(String leRegex, Duration stretch) {
        var names = leRegex.isEmpty() ? COUNT + "|" + UP : COUNT + "|" + BUCKET + "|" + UP;
        var bound = leRegex.isEmpty() ? "" : ",le=~" + PromQl.quoted("|" + leRegex);
        return "{__name__=~" + PromQl.quoted(names) + "," + pods(bothTracks()) + bound + "}" + PromQl.range(stretch);
    }

    /** Which bounds the histograms of each pod have. */
    String bounds(String podRegex, Duration stretch) {
        return "count by (pod,le) (count_over_time(" + BUCKET + "{" + pods(podRegex) + "}" + PromQl.range(stretch)
                + "))";
    }

    /** Requests of both tracks; {@code failedOnly} for those that failed. */
    String selector(boolean failedOnly) {
        return COUNT + "{" + pods(bothTracks()) + (failedOnly ? "," + STATUS + "=~" + PromQl.quoted(FAILED) : "") + "}";
    }

    String bothTracks() {
        return jit.regex() + "|" + aot.regex();
    }

    private String pods(String podRegex) {
        return "namespace=" + PromQl.quoted(namespace) + ",pod=~" + PromQl.quoted(podRegex);
    }
}
