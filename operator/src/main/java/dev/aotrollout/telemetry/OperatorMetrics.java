package dev.aotrollout.telemetry;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** What the operator says of itself: base units, few labels, series removed with their object; docs/metrics.md lists them. */
public final class OperatorMetrics {
    private static final double[] REQUEST_SECONDS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
    private static final String NO_ANSWER = "none";

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final AtomicBoolean knowsJvm = new AtomicBoolean();
    private final RolloutMetrics rollouts = new RolloutMetrics(registry);
    private final Gauge leader = Gauge.builder()
            .name("aotrollout_leader")
            .help("1 while this operator leads, 0 on a standby.")
            .register(registry);
    private final Counter decisions =
            counter("aotrollout_decisions", "Decisions that changed something, by reason.", "reason");
    private final Histogram passes = histogram(
            "aotrollout_reconcile_duration_seconds",
            "Seconds that one pass over one resource took.",
            "controller",
            "result");
    private final Gauge queue = Gauge.builder()
            .name("aotrollout_reconcile_queue_depth")
            .help("Resources that wait for a pass.")
            .labelNames("controller")
            .register(registry);
    private final Counter apiRequests = counter(
            "aotrollout_kubernetes_requests",
            "Requests to the API server, by verb and HTTP status; code none is no answer.",
            "verb",
            "code");
    private final Histogram apiSeconds = histogram(
            "aotrollout_kubernetes_request_duration_seconds",
            "Seconds until the API server answered a request; opening a watch is not measured.",
            "verb");
    private final Counter queries = counter(
            "aotrollout_prometheus_requests",
            "Queries to Prometheus servers: ok, refused (it answered, but not with series) or unreachable.",
            "result");
    private final Histogram querySeconds = histogram(
            "aotrollout_prometheus_request_duration_seconds", "Seconds until a Prometheus server answered a query.");
    private final Counter notifications = counter(
            "aotrollout_notifications",
            "Notifications by sink, and by what became of them: delivered, refused, expired, overflowed or lost.",
            "sink",
            "result");

    /** Every series but those of rollouts exists from the start where its labels are known. */
    public OperatorMetrics() {
        var version = Optional.ofNullable(OperatorMetrics.class.getPackage().getImplementationVersion());
        Info.builder()
                .name("aotrollout_build_info")
                .help("Version of this operator.")
                .labelNames("version")
                .register(registry)
                .addLabelValues(version.orElse("unpackaged"));
        leads(false);
        for (var result : new String[] {"ok", "refused", "unreachable"}) queries.initLabelValues(result);
    }

    private Counter counter(String name, String help, String... labels) {
        return Counter.builder().name(name).help(help).labelNames(labels).register(registry);
    }

    private Histogram histogram(String name, String help, String... labels) {
        return Histogram.builder()
                .name(name)
                .help(help)
                .classicOnly()
                .classicUpperBounds(REQUEST_SECONDS)
                .labelNames(labels)
                .register(registry);
    }

    /** How one rollout is after a pass; {@code view} is asked for by a scrape, on any thread, if no later pass comes before. */
    public void observed(String namespace, String name, Supplier<RolloutView> view) {
        rollouts.note(namespace, name, view);
    }

    /** So long after a guard failed no traffic reached the AOT track any more. */
    public void broughtBack(Duration took) {
        rollouts.broughtBack(took);
    }

    /** The rollout is gone. */
    public void forget(String namespace, String name) {
        rollouts.forget(namespace, name);
    }

    /** A decision changed something. */
    public void decided(String reason) {
        decisions.labelValues(reason).inc();
    }

    /** Whether this operator leads; one that does not knows of no rollout. */
    public void leads(boolean now) {
        leader.set(now ? 1 : 0);
        if (!now) rollouts.forgetAll();
    }

    /** A pass of {@code controller} took so long and ended in {@code result}: ok or error. */
    public void passed(String controller, String result, Duration took) {
        passes.labelValues(controller, result).observe(seconds(took));
    }

    /** So many resources of {@code controller} wait for a pass. */
    public void waiting(String controller, int resources) {
        queue.labelValues(controller).set(resources);
    }

    /** The API server answered with {@code code}, or not at all: 0. */
    public void apiAnswered(String verb, int code, Duration took) {
        apiRequests
                .labelValues(verb, code == 0 ? NO_ANSWER : String.valueOf(code))
                .inc();
        if (code != 0 && !verb.equals("watch")) apiSeconds.labelValues(verb).observe(seconds(took));
    }

    /** A query to Prometheus ended in {@code result}: ok, refused or unreachable. */
    public void queried(String result, Duration took) {
        queries.labelValues(result).inc();
        querySeconds.observe(seconds(took));
    }

    /** A notification to {@code sink} ended in {@code result}. */
    public void notified(String sink, String result) {
        notifications.labelValues(sink, result).inc();
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    /** All metrics in the Prometheus text format; those of the JVM are set up by the first scrape, for which no start waits. */
    public void write(OutputStream out) throws IOException {
        if (knowsJvm.compareAndSet(false, true)) JvmMetrics.builder().register(registry);
        rollouts.refresh();
        PrometheusTextFormatWriter.create().write(out, registry.scrape());
    }
}
