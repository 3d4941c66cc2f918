package dev.aotrollout.observe;

import dev.aotrollout.judge.Parity;
import dev.aotrollout.judge.Parity.Difference;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * In what the measured container of both tracks differs beside its image. Processor limits and settings of the garbage collector
 * change memory, latency and processor time by themselves, so a comparison with different ones says nothing about the build. A
 * smaller memory limit is what AOT is adopted for: it is named, and decides nothing.
 */
public final class ParityReadings {
    private static final Pattern COLLECTOR_VARIABLE = Pattern.compile("(?i)(DOTNET|COMPlus)_gc.*");
    private static final List<String> JVM_VARIABLES = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "JAVA_OPTS");
    /** The choice of a collector and the size of its heap. */
    private static final Pattern COLLECTOR_FLAG = Pattern.compile(
            "-XX:[+-]Use\\w*GC|-Xm[xs]\\S+|-XX:(Max|Min|Initial)RAMPercentage=\\S+|-XX:MaxHeapSize=\\S+");

    private ParityReadings() {}

    /** By the newest pod of each track; equal while a track has none. */
    public static Parity of(List<Pod> jit, List<Pod> aot, String container) {
        var ofJit = newest(jit, container);
        var ofAot = newest(aot, container);
        if (ofJit.isEmpty() || ofAot.isEmpty()) return Parity.EQUAL;
        var jitSettings = settings(ofJit.get());
        var aotSettings = settings(ofAot.get());
        var names = new TreeSet<>(jitSettings.keySet());
        names.addAll(aotSettings.keySet());
        var differences = new ArrayList<Difference>();
        for (var name : names) {
            var jitValue = jitSettings.getOrDefault(name, "");
            var aotValue = aotSettings.getOrDefault(name, "");
            if (!jitValue.equals(aotValue))
                differences.add(new Difference(name, jitValue, aotValue, !name.endsWith(".memory")));
        }
        return new Parity(differences);
    }

    private static Optional<Container> newest(List<Pod> pods, String container) {
        return pods.stream()
                .max((one, other) -> created(one).compareTo(created(other)))
                .flatMap(pod -> pod.getSpec().getContainers().stream()
                        .filter(c -> c.getName().equals(container))
                        .findFirst());
    }

    private static String created(Pod pod) {
        return Optional.ofNullable(pod.getMetadata().getCreationTimestamp()).orElse("");
    }

    private static Map<String, String> settings(Container container) {
        var settings = new TreeMap<String, String>();
        var resources = Optional.ofNullable(container.getResources()).orElseGet(ResourceRequirements::new);
        quantities("limits.", resources.getLimits(), settings);
        quantities("requests.", resources.getRequests(), settings);
        for (var variable : container.getEnv()) {
            if (COLLECTOR_VARIABLE.matcher(variable.getName()).matches())
                settings.put("env " + variable.getName(), value(variable));
            if (JVM_VARIABLES.contains(variable.getName())) {
                var flags = collectorFlags(value(variable));
                if (!flags.isEmpty()) settings.put("heap flags in env " + variable.getName(), flags);
            }
        }
        return settings;
    }

    /** In canonical form: {@code 1} and {@code 1000m} are the same. */
    private static void quantities(String prefix, Map<String, Quantity> quantities, Map<String, String> settings) {
        if (quantities == null) return;
        for (var resource : List.of("cpu", "memory")) {
            var quantity = quantities.get(resource);
            if (quantity == null) continue;
            var amount = Quantity.getAmountInBytes(quantity).stripTrailingZeros();
            settings.put(prefix + resource, amount.toPlainString());
        }
    }

    private static String value(EnvVar variable) {
        if (variable.getValue() != null) return variable.getValue();
        return Optional.ofNullable(variable.getValueFrom())
                .map(EnvVarSource::toString)
                .orElse("");
    }

    private static String collectorFlags(String options) {
        return Stream.of(options.split("\\s+"))
                .filter(flag -> COLLECTOR_FLAG.matcher(flag).matches())
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
