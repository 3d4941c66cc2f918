package dev.aotrollout.telemetry;

import dev.aotrollout.decision.Outcome;
import dev.aotrollout.decision.Outlook;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.OutputStream;

/** What the operator says of itself: base units, few labels, series removed with their object. */
public final class OperatorMetrics {
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Gauge weight = Gauge.builder()
            .name("aotrollout_weight_ratio")
            .help("Share of requests asked for the AOT track, 0 to 1.")
            .labelNames("namespace", "name")
            .register(registry);
    private final Gauge outcome = Gauge.builder()
            .name("aotrollout_outcome")
            .help("1 for the outcome that the rollout is in.")
            .labelNames("namespace", "name", "outcome")
            .register(registry);
    private final Counter decisions = Counter.builder()
            .name("aotrollout_decisions_total")
            .help("Decisions that changed something, by reason.")
            .labelNames("reason")
            .register(registry);
    private final Counter notifications = Counter.builder()
            .name("aotrollout_notifications_total")
            .help("Notifications by sink, and by what became of them: delivered, refused, expired, overflowed or lost.")
            .labelNames("sink", "result")
            .register(registry);
    private final Histogram passes = Histogram.builder()
            .name("aotrollout_reconcile_duration_seconds")
            .help("Duration of one pass over one rollout.")
            .classicOnly()
            .classicUpperBounds(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
            .labelNames("result")
            .register(registry);

    /** One look at one rollout. */
    public void observed(String namespace, String name, Outlook outlook) {
        weight.labelValues(namespace, name).set(outlook.after().weight() / 100.0);
        for (var value : Outcome.values())
            outcome.labelValues(namespace, name, value.name())
                    .set(value == outlook.after().outcome() ? 1 : 0);
    }

    /** A decision changed something. */
    public void decided(String reason) {
        decisions.labelValues(reason).inc();
    }

    /** A notification for that sink ended so. */
    public void notified(String sink, String result) {
        notifications.labelValues(sink, result).inc();
    }

    /** A pass took so many seconds and ended in {@code result}: ok or error. */
    public void passed(String result, double seconds) {
        passes.labelValues(result).observe(seconds);
    }

    /** The rollout is gone. */
    public void forget(String namespace, String name) {
        weight.remove(namespace, name);
        for (var value : Outcome.values()) outcome.remove(namespace, name, value.name());
    }

    /** All metrics in the Prometheus text format. */
    public void write(OutputStream out) throws IOException {
        PrometheusTextFormatWriter.create().write(out, registry.scrape());
    }
}
