package dev.aotrollout.intake;

import dev.aotrollout.governance.NodePool;
import dev.aotrollout.governance.NodeShape;
import io.fabric8.kubernetes.api.model.ContainerImage;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeSpec;
import io.fabric8.kubernetes.api.model.NodeStatus;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What nodes have for pods, and which images lie on them. */
final class NodeReader {
    private NodeReader() {}

    /** The nodes that {@code pod} can run on, as far as its nodeSelector tells; all of them where none has those labels. */
    static NodePool pool(List<Node> nodes, PodSpec pod) {
        var selector = Optional.ofNullable(pod.getNodeSelector()).orElse(Map.of());
        var open = nodes.stream().filter(NodeReader::isSchedulable).toList();
        var selected = open.stream()
                .filter(node -> labels(node).entrySet().containsAll(selector.entrySet()))
                .toList();
        var chosen = selected.isEmpty() ? open : selected;
        var caveats = new ArrayList<String>();
        if (selected.isEmpty() && !open.isEmpty()) caveats.add("no node has the labels of the nodeSelector");
        if (pod.getAffinity() != null && pod.getAffinity().getNodeAffinity() != null)
            caveats.add("node affinity not looked at");
        if (chosen.stream().anyMatch(NodeReader::isTainted)) caveats.add("taints not looked at");
        return new NodePool(
                chosen.stream().flatMap(node -> shape(node).stream()).toList(), 0, String.join(", ", caveats));
    }

    private static boolean isSchedulable(Node node) {
        return Optional.ofNullable(node.getSpec())
                .map(NodeSpec::getUnschedulable)
                .map(unschedulable -> !unschedulable)
                .orElse(true);
    }

    private static boolean isTainted(Node node) {
        return Optional.ofNullable(node.getSpec()).stream()
                .flatMap(spec -> spec.getTaints().stream())
                .anyMatch(taint -> !"PreferNoSchedule".equals(taint.getEffect()));
    }

    private static Map<String, String> labels(Node node) {
        return Optional.ofNullable(node.getMetadata().getLabels()).orElse(Map.of());
    }

    /** Empty for a node that does not say what it has. */
    private static Optional<NodeShape> shape(Node node) {
        var allocatable = Optional.ofNullable(node.getStatus())
                .map(NodeStatus::getAllocatable)
                .orElse(Map.of());
        var name = node.getMetadata().getName();
        return PodRequestsReader.amount(allocatable, "cpu")
                .flatMap(cpu -> PodRequestsReader.amount(allocatable, "memory")
                        .flatMap(memory -> PodRequestsReader.amount(allocatable, "pods")
                                .map(pods -> new NodeShape(name, cpu, memory, pods.intValue()))));
    }

    /** The largest size that a node reports for {@code image}, since nodes of several architectures hold different ones; 0: none does. */
    static double imageBytes(List<Node> nodes, String image) {
        var wanted = fullName(image);
        return nodes.stream()
                .flatMap(node -> Stream.ofNullable(node.getStatus()))
                .flatMap(status -> Stream.ofNullable(status.getImages()).flatMap(List::stream))
                .filter(listed -> names(listed).map(NodeReader::fullName).anyMatch(wanted::equals))
                .flatMap(listed -> Stream.ofNullable(listed.getSizeBytes()))
                .mapToDouble(Long::doubleValue)
                .max()
                .orElse(0);
    }

    private static Stream<String> names(ContainerImage image) {
        return Stream.ofNullable(image.getNames()).flatMap(List::stream);
    }

    /** With registry and tag or digest, as container runtimes list images; a tag beside a digest says nothing and is dropped. */
    private static String fullName(String image) {
        var slash = image.indexOf('/');
        var first = slash < 0 ? "" : image.substring(0, slash);
        var isRegistry = first.contains(".") || first.contains(":") || first.equals("localhost");
        var full = isRegistry ? image : slash < 0 ? "docker.io/library/" + image : "docker.io/" + image;
        var digest = full.indexOf('@');
        var repository = digest < 0 ? full : full.substring(0, digest);
        var tag = repository.lastIndexOf(':');
        var hasTag = tag > repository.lastIndexOf('/');
        if (digest >= 0) return (hasTag ? repository.substring(0, tag) : repository) + full.substring(digest);
        return hasTag ? full : full + ":latest";
    }
}
