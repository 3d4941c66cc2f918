package dev.aotrollout.workload;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.api.ContainerOverride;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The Deployment of the AOT track, derived from that of the JIT track. */
public final class AotDeployment {
    /** Set by {@code kubectl rollout restart}: a restart of JIT is none of AOT. */
    static final String RESTARTED_AT = "kubectl.kubernetes.io/restartedAt";

    private final Deployment jit;
    private final Service todays;
    private final AotRollout rollout;
    private final AotNames names;
    private final List<ContainerOverride> overrides;

    private AotDeployment(Deployment jit, Service todays, AotRollout rollout) {
        this.jit = jit;
        this.todays = todays;
        this.rollout = rollout;
        this.names = AotNames.of(rollout);
        this.overrides = rollout.getSpec().aot().containers();
    }

    /** The Deployment with {@code replicas} pods of the JIT pod template and the differences of {@code spec.aot}. */
    public static Derived derive(Deployment jit, Service todays, AotRollout rollout, String revision, int replicas) {
        return new AotDeployment(jit, todays, rollout).derive(revision, replicas);
    }

    private Derived derive(String revision, int replicas) {
        var labels = relabelled();
        var why = unknownContainer()
                .or(this::unselectedPods)
                .or(() -> overlap(labels))
                .or(this::overcommitment);
        return why.<Derived>map(Derived.Refused::new)
                .orElseGet(() -> new Derived.Ready(deployment(labels, revision, replicas)));
    }

    private Deployment deployment(Relabelling labels, String revision, int replicas) {
        var spec = jit.getSpec();
        return new DeploymentBuilder()
                .withMetadata(AotNames.owned(names.deployment(), rollout))
                .editMetadata()
                .withLabels(new TreeMap<>(names.labels()))
                .addToAnnotations(AotNames.REVISION, revision)
                .endMetadata()
                .withNewSpec()
                .withReplicas(replicas)
                // Immutable in the API, so it holds nothing that could ever have to change.
                .withNewSelector()
                .withMatchLabels(new TreeMap<>(names.aotPods()))
                .endSelector()
                .withProgressDeadlineSeconds(spec.getProgressDeadlineSeconds())
                .withRevisionHistoryLimit(spec.getRevisionHistoryLimit())
                .withMinReadySeconds(spec.getMinReadySeconds())
                // A new template or fewer replicas never cost a ready pod first. 25 % is rounded up, so it is at least
                // one.
                .withNewStrategy()
                .withType("RollingUpdate")
                .withNewRollingUpdate()
                .withMaxUnavailable(new IntOrString(0))
                .withMaxSurge(new IntOrString("25%"))
                .endRollingUpdate()
                .endStrategy()
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(labels.labels())
                .withAnnotations(annotations())
                .endMetadata()
                .withSpec(pod(labels))
                .endTemplate()
                .endSpec()
                .build();
    }

    private PodSpec pod(Relabelling labels) {
        var template = jit.getSpec().getTemplate().getSpec();
        var pod = new PodSpecBuilder(template)
                .withContainers(ContainerMerge.all(template.getContainers(), overrides))
                .withInitContainers(ContainerMerge.all(template.getInitContainers(), overrides));
        new Spread(labels, names).adapt(pod);
        return pod.build();
    }

    private Map<String, String> annotations() {
        var annotations =
                new TreeMap<>(orEmpty(jit.getSpec().getTemplate().getMetadata().getAnnotations()));
        annotations.remove(RESTARTED_AT);
        return annotations;
    }

    private Relabelling relabelled() {
        var labels = new TreeMap<>(jitLabels());
        labels.putAll(names.aotPods());
        return Relabelling.of(labels, List.of(ofDeployment(), ofService()));
    }

    private Map<String, String> jitLabels() {
        var metadata = jit.getSpec().getTemplate().getMetadata();
        return metadata == null ? Map.of() : orEmpty(metadata.getLabels());
    }

    private Selector ofDeployment() {
        return Selector.of(jit.getSpec().getSelector());
    }

    private Selector ofService() {
        return Selector.of(todays.getSpec().getSelector());
    }

    private Optional<String> unknownContainer() {
        var pod = jit.getSpec().getTemplate().getSpec();
        var known = Stream.concat(pod.getContainers().stream(), pod.getInitContainers().stream())
                .map(Container::getName)
                .toList();
        return overrides.stream()
                .map(ContainerOverride::name)
                .filter(it -> !known.contains(it))
                .findFirst()
                .map(it -> "spec.aot.containers names container %s, which Deployment %s does not have: name one of %s"
                        .formatted(it, jitName(), String.join(", ", known)));
    }

    private Optional<String> unselectedPods() {
        var selector = ofService();
        if (selector.isEmpty()) {
            return Optional.of("Service %s has no selector: give it one that selects the pods of Deployment %s"
                    .formatted(serviceName(), jitName()));
        }
        return selector.matches(jitLabels())
                ? Optional.empty()
                : Optional.of("Service %s selects pods with %s, and those of Deployment %s have %s: name the Service in"
                                .formatted(serviceName(), selector, jitName(), text(jitLabels()))
                        + " spec.traffic.service that selects them");
    }

    private Optional<String> overlap(Relabelling labels) {
        var remedy = "select pods by the value of a label, such as app=%s".formatted(names.workload());
        if (labels.isMatchedBy(ofDeployment())) {
            return Optional.of(
                    "No label of AOT pods can be chosen so that the selector of Deployment %s (%s) misses them: %s"
                            .formatted(jitName(), ofDeployment(), remedy));
        }
        return labels.isMatchedBy(ofService())
                ? Optional.of("No label of AOT pods can be chosen so that Service %s (%s) misses them: %s"
                        .formatted(serviceName(), ofService(), remedy))
                : Optional.empty();
    }

    private Optional<String> overcommitment() {
        var pod = jit.getSpec().getTemplate().getSpec();
        var containers = new ArrayList<>(ContainerMerge.all(pod.getContainers(), overrides));
        containers.addAll(ContainerMerge.all(pod.getInitContainers(), overrides));
        for (var container : containers) {
            var resource = ContainerMerge.overcommitted(container);
            if (resource.isPresent()) {
                return Optional.of(
                        "spec.aot.containers requests more %s for container %s than its limit, which is that of Deployment %s unless set: set resources.limits.%s too"
                                .formatted(resource.get(), container.getName(), jitName(), resource.get()));
            }
        }
        return Optional.empty();
    }

    private String jitName() {
        return name(jit.getMetadata().getNamespace(), jit.getMetadata().getName());
    }

    private String serviceName() {
        return name(todays.getMetadata().getNamespace(), todays.getMetadata().getName());
    }

    private static String name(String namespace, String name) {
        return namespace + "/" + name;
    }

    private static String text(Map<String, String> labels) {
        return new TreeMap<>(labels).toString();
    }

    private static Map<String, String> orEmpty(Map<String, String> map) {
        return map == null ? Map.of() : map;
    }
}
