package dev.aotrollout.observe;

import dev.aotrollout.judge.Identity;
import dev.aotrollout.judge.Identity.Build;
import dev.aotrollout.judge.Identity.PodIdentity;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.observe.QueryResult.Series;
import dev.aotrollout.observe.QueryResult.Unavailable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Which build each pod runs, by what its runtime says of itself; a pod that says nothing proves nothing. */
final class IdentityReader {
    /** .NET 9 and later; and before that, by OpenTelemetry's runtime instrumentation. */
    private static final String COMPILED =
            "dotnet_jit_compiled_methods_total|process_runtime_dotnet_jit_methods_compiled_count_total";
    /** Micrometer, and Prometheus' client for Java. */
    private static final String JVM = "jvm_info|jvm_runtime_info";

    private static final String NATIVE_VM = "Substrate VM";
    private static final List<String> COMPILING_VMS = List.of("HotSpot", "OpenJDK", "OpenJ9", "Java(TM)");

    private IdentityReader() {}

    static Reading<Identity> read(MetricSource source, MetricsRequest request, Instant now) {
        var metrics = switch (request.proof()) {
            case DOTNET_COMPILED_METHODS -> COMPILED;
            case JVM_NAME -> JVM;
            case NONE -> "";
        };
        if (metrics.isEmpty()) return new Reading.Missing<>("no metric of this runtime proves how a process was built");
        var tracks = request.tracks();
        var pods = Stream.of(tracks.jit(), tracks.aot())
                .flatMap(track -> track.pods().stream())
                .map(ObservedPod::name)
                .toList();
        if (pods.isEmpty()) return new Reading.Known<>(new Identity(List.of(), List.of()), now);
        var promql = "{__name__=~%s,namespace=%s,pod=~%s}"
                .formatted(
                        PromQl.quoted(metrics), PromQl.quoted(tracks.namespace()), PromQl.quoted(PromQl.anyOf(pods)));
        return switch (source.query(promql, now)) {
            case Unavailable(var why, var _) -> new Reading.Missing<>(why);
            case Series(var all) ->
                new Reading.Known<>(new Identity(identities(tracks.jit(), all), identities(tracks.aot(), all)), now);
        };
    }

    private static List<PodIdentity> identities(TrackPods track, List<TimeSeries> all) {
        return track.pods().stream().map(pod -> identity(pod.name(), all)).toList();
    }

    /** One series that proves JIT outweighs others: a sidecar in the same pod may be native. */
    private static PodIdentity identity(String pod, List<TimeSeries> all) {
        var proofs = all.stream()
                .filter(series -> series.label("pod").equals(pod))
                .map(series -> proof(pod, series))
                .filter(proof -> proof.build() != Build.UNPROVEN)
                .toList();
        return proofs.stream()
                .filter(proof -> proof.build() == Build.JIT)
                .findFirst()
                .or(() -> proofs.stream().findFirst())
                .orElse(new PodIdentity(pod, Build.UNPROVEN, ""));
    }

    private static PodIdentity proof(String pod, TimeSeries series) {
        var name = series.label("__name__");
        if (!COMPILED.contains(name)) return virtualMachine(pod, name, series.labels());
        var compiled = series.samples().stream()
                .mapToDouble(Sample::value)
                .filter(value -> Double.isFinite(value) && value >= 0)
                .max();
        if (compiled.isEmpty()) return new PodIdentity(pod, Build.UNPROVEN, "");
        var build = compiled.getAsDouble() > 0 ? Build.JIT : Build.AOT;
        return new PodIdentity(
                pod,
                build,
                name + " "
                        + BigDecimal.valueOf(compiled.getAsDouble())
                                .stripTrailingZeros()
                                .toPlainString());
    }

    private static PodIdentity virtualMachine(String pod, String metric, Map<String, String> labels) {
        for (var label : labels.entrySet())
            if (label.getValue().contains(NATIVE_VM)) return new PodIdentity(pod, Build.AOT, text(metric, label));
        for (var label : labels.entrySet())
            if (COMPILING_VMS.stream().anyMatch(label.getValue()::contains))
                return new PodIdentity(pod, Build.JIT, text(metric, label));
        return new PodIdentity(pod, Build.UNPROVEN, "");
    }

    private static String text(String metric, Map.Entry<String, String> label) {
        return String.format(Locale.ROOT, "%s{%s=\"%s\"}", metric, label.getKey(), label.getValue());
    }
}
