package dev.aotrollout.examples.checkout;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.function.DoubleSupplier;

/** What the JVM says of itself, under the OpenTelemetry names, and which build it is. */
final class RuntimeMetrics {
    private RuntimeMetrics() {}

    static void register(PrometheusRegistry registry, Track track, DoubleSupplier readySeconds) {
        memory(registry);
        counter(
                registry,
                "jvm_class_loaded",
                "Classes loaded since the JVM started.",
                () -> ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount());
        gauge(
                registry,
                "jvm_class_count",
                "Classes currently loaded.",
                () -> ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
        gauge(
                registry,
                "jvm_thread_count",
                "Platform threads that are alive.",
                () -> ManagementFactory.getThreadMXBean().getThreadCount());
        gauge(
                registry,
                "process_start_time_seconds",
                "Start time of the process, in seconds since the epoch.",
                () -> ManagementFactory.getRuntimeMXBean().getStartTime() / 1000.0);
        gauge(
                registry,
                "application_ready_time_seconds",
                "Time from the start of the process until ready.",
                readySeconds);
        Info.builder()
                .name("checkout_build_info")
                .help("The build that this process runs.")
                .labelNames("track")
                .register(registry)
                .setLabelValues(track.word());
    }

    private static void memory(PrometheusRegistry registry) {
        GaugeWithCallback.builder()
                .name("jvm_memory_used_bytes")
                .help("Memory used, by pool.")
                .labelNames("jvm_memory_type", "jvm_memory_pool_name")
                .callback(gauge -> ManagementFactory.getMemoryPoolMXBeans()
                        .forEach(pool -> gauge.call(
                                (double) pool.getUsage().getUsed(),
                                pool.getType() == MemoryType.HEAP ? "heap" : "non_heap",
                                pool.getName())))
                .register(registry);
    }

    private static void gauge(PrometheusRegistry registry, String name, String help, DoubleSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(gauge -> gauge.call(value.getAsDouble()))
                .register(registry);
    }

    private static void counter(PrometheusRegistry registry, String name, String help, DoubleSupplier value) {
        CounterWithCallback.builder()
                .name(name)
                .help(help)
                .callback(counter -> counter.call(value.getAsDouble()))
                .register(registry);
    }
}
