package dev.aotrollout.examples.checkout;

import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.Set;

/**
 * The request metrics of the OpenTelemetry HTTP conventions, under their Prometheus names.
 *
 * <p>A series appears with its first request. An empty label is an absent one to Prometheus: {@code error_type} on a
 * request without an error, {@code http_route} where no route matched.
 */
final class RequestMetrics {
    private static final double[] BUCKETS_SECONDS = {.005, .01, .025, .05, .075, .1, .25, .5, .75, 1, 2.5, 5, 7.5, 10};
    private static final Set<String> KNOWN_METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "CONNECT", "TRACE");
    private static final String SCHEME = "http";

    private final Histogram duration;
    private final Gauge active;

    RequestMetrics(PrometheusRegistry registry) {
        duration = Histogram.builder()
                .name("http_server_request_duration_seconds")
                .help("Duration of HTTP server requests.")
                .labelNames(
                        "http_request_method", "http_route", "http_response_status_code", "url_scheme", "error_type")
                .classicOnly()
                .classicUpperBounds(BUCKETS_SECONDS)
                .register(registry);
        active = Gauge.builder()
                .name("http_server_active_requests")
                .help("Number of active HTTP server requests.")
                .labelNames("http_request_method", "url_scheme")
                .register(registry);
    }

    void began(String method) {
        active.labelValues(known(method), SCHEME).inc();
    }

    void ended(Answer answer, Duration took) {
        var method = known(answer.method());
        active.labelValues(method, SCHEME).dec();
        duration.labelValues(method, answer.route(), Integer.toString(answer.status()), SCHEME, answer.errorType())
                .observe(took.toNanos() / 1e9);
    }

    /** Free text from a client must not make a series each. */
    private static String known(String method) {
        return KNOWN_METHODS.contains(method) ? method : "_OTHER";
    }

    /** How a request was answered; {@code errorType} is empty without an error of the server. */
    record Answer(String method, String route, int status, String errorType) {}
}
