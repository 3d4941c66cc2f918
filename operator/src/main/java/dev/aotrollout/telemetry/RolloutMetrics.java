package dev.aotrollout.telemetry;

import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;

/** The series of each rollout; what a pass does not show any more is removed. */
final class RolloutMetrics {
    private record Key(String namespace, String name) {}

    /** One series. */
    private record Shown(Gauge gauge, List<String> labels) {
        void remove() {
            gauge.remove(labels.toArray(String[]::new));
        }
    }

    private final Gauge phase;
    private final Gauge step;
    private final Gauge asked;
    private final Gauge served;
    private final Gauge verdict;
    private final Gauge value;
    private final Gauge limit;
    private final Gauge remaining;
    private final Gauge spent;
    private final Histogram back;
    private final Map<Key, Set<Shown>> shown = new HashMap<>();
    /** What the last pass saw, where nobody has scraped since. */
    private final Map<Key, Supplier<RolloutView>> latest = new HashMap<>();

    RolloutMetrics(PrometheusRegistry registry) {
        phase = gauge(registry, "aotrollout_phase", "1 for the phase that the rollout is in.", "phase");
        step = gauge(
                registry, "aotrollout_step", "Step of the plan that the rollout is in, from 1; 0 before the first.");
        asked = gauge(
                registry,
                "aotrollout_weight_asked_ratio",
                "Share of requests that the routes are to send to the AOT track, 0 to 1.");
        served = gauge(
                registry,
                "aotrollout_weight_served_ratio",
                "Share of requests of the last minute that the AOT track received, 0 to 1; where nothing is measured, what the gateway accepted.");
        verdict = gauge(
                registry, "aotrollout_guard_verdict", "1 for the verdict that the guard gives.", "guard", "verdict");
        value = gauge(
                registry,
                "aotrollout_guard_value",
                "The guard's headline number: AOT over JIT as a ratio, or a number in base units.",
                "guard");
        limit = gauge(
                registry, "aotrollout_guard_limit", "What the guard's number is held against, in its unit.", "guard");
        remaining = gauge(
                registry,
                "aotrollout_error_budget_remaining_ratio",
                "What is left of the service's error budget; 1 is untouched, below 0 is overspent.");
        spent = gauge(
                registry,
                "aotrollout_error_budget_spent_ratio",
                "Part of the service's error budget that this run spent.");
        back = Histogram.builder()
                .name("aotrollout_regression_to_zero_seconds")
                .help("Seconds from the decision that a guard failed until no traffic reached the AOT track any more.")
                .classicOnly()
                .classicUpperBounds(0.5, 1, 2, 3, 5, 7.5, 10, 15, 20, 30, 60, 120, 300)
                .register(registry);
    }

    private static Gauge gauge(PrometheusRegistry registry, String name, String help, String... more) {
        var labels = new ArrayList<>(List.of("namespace", "name"));
        labels.addAll(List.of(more));
        return Gauge.builder()
                .name(name)
                .help(help)
                .labelNames(labels.toArray(String[]::new))
                .register(registry);
    }

    synchronized void note(String namespace, String name, Supplier<RolloutView> view) {
        latest.put(new Key(namespace, name), view);
    }

    /** Figures are worked out here: there are many more passes than scrapes. */
    synchronized void refresh() {
        latest.values().forEach(view -> show(view.get()));
        latest.clear();
    }

    void broughtBack(Duration took) {
        back.observe(took.toMillis() / 1000.0);
    }

    private void show(RolloutView view) {
        var now = new HashSet<Shown>();
        set(now, view, phase, 1, view.phase());
        set(now, view, step, view.step());
        set(now, view, asked, view.askedRatio());
        set(now, view, served, view.servedRatio());
        for (var guard : view.guards()) {
            set(now, view, verdict, 1, guard.guard(), guard.verdict());
            set(now, view, value, guard.value(), guard.guard());
            set(now, view, limit, guard.limit(), guard.guard());
        }
        set(now, view, remaining, view.budgetRemainingRatio());
        set(now, view, spent, view.budgetSpentRatio());
        var before = shown.put(new Key(view.namespace(), view.name()), now);
        if (before != null)
            before.stream().filter(series -> !now.contains(series)).forEach(Shown::remove);
    }

    synchronized void forget(String namespace, String name) {
        var key = new Key(namespace, name);
        latest.remove(key);
        var before = shown.remove(key);
        if (before != null) before.forEach(Shown::remove);
    }

    /** A standby knows of no rollout. */
    synchronized void forgetAll() {
        shown.values().stream().flatMap(Set::stream).forEach(Shown::remove);
        shown.clear();
        latest.clear();
    }

    private static void set(Set<Shown> now, RolloutView view, Gauge gauge, OptionalDouble value, String... more) {
        value.ifPresent(known -> set(now, view, gauge, known, more));
    }

    private static void set(Set<Shown> now, RolloutView view, Gauge gauge, double value, String... more) {
        var labels = new ArrayList<>(List.of(view.namespace(), view.name()));
        labels.addAll(List.of(more));
        gauge.labelValues(labels.toArray(String[]::new)).set(value);
        now.add(new Shown(gauge, List.copyOf(labels)));
    }
}
