package dev.aotrollout.runtime;

import dev.aotrollout.evidence.Subject.Build;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What each track ran: images, resources, and the settings that make a comparison of memory fair or unfair. */
final class EvidenceBuilds {
    private static final Pattern RUNTIME_SETTING =
            Pattern.compile("(?:DOTNET|COMPlus)_(?:gc|GC|Tiered|TC_|ReadyToRun).*|GOGC|GOMEMLIMIT|MALLOC_.*");
    private static final Pattern JAVA_OPTIONS = Pattern.compile("JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS|JAVA_OPTS");

    private EvidenceBuilds() {}

    static Build of(String name, Optional<Deployment> deployment, String container, List<Pod> pods) {
        var measured = deployment.flatMap(found -> found.getSpec().getTemplate().getSpec().getContainers().stream()
                .filter(one -> one.getName().equals(container))
                .findFirst());
        return new Build(
                name,
                container,
                measured.map(Container::getImage).orElse(""),
                digests(container, pods),
                quantities(measured, resources -> resources.getRequests()),
                quantities(measured, resources -> resources.getLimits()),
                measured.map(EvidenceBuilds::settings).orElse(Map.of()));
    }

    /** The kubelet writes {@code registry/image@sha256:…}; an identifier without a digest is no proof of anything. */
    private static List<String> digests(String container, List<Pod> pods) {
        return pods.stream()
                .map(Pod::getStatus)
                .filter(Objects::nonNull)
                .flatMap(status -> status.getContainerStatuses().stream())
                .filter(status -> status.getName().equals(container))
                .map(ContainerStatus::getImageID)
                .filter(Objects::nonNull)
                .filter(id -> id.matches(".*@sha256:[0-9a-f]{64}"))
                .map(id -> id.substring(id.indexOf('@') + 1))
                .distinct()
                .sorted()
                .toList();
    }

    private static Map<String, String> quantities(
            Optional<Container> container, Function<ResourceRequirements, @Nullable Map<String, Quantity>> which) {
        return container
                .map(Container::getResources)
                .map(which)
                .map(all -> all.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().toString())))
                .orElse(Map.of());
    }

    private static Map<String, String> settings(Container container) {
        var settings = new TreeMap<String, String>();
        Stream.ofNullable(container.getEnv())
                .flatMap(List::stream)
                .filter(variable -> variable.getValue() != null)
                .forEach(variable -> setting(variable).ifPresent(value -> settings.put(variable.getName(), value)));
        return settings;
    }

    /** Of Java's options only those of the virtual machine: others may hold credentials. */
    private static Optional<String> setting(EnvVar variable) {
        if (RUNTIME_SETTING.matcher(variable.getName()).matches()) return Optional.of(variable.getValue());
        if (!JAVA_OPTIONS.matcher(variable.getName()).matches()) return Optional.empty();
        return Optional.of(Arrays.stream(variable.getValue().split("\\s+"))
                        .filter(option -> option.startsWith("-X"))
                        .collect(Collectors.joining(" ")))
                .filter(options -> !options.isEmpty());
    }
}
