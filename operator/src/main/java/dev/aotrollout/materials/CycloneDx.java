package dev.aotrollout.materials;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** CycloneDX 1.4 to 1.7: {@code components}, also nested ones. */
final class CycloneDx {
    private static final Set<String> VERSIONS = Set.of("1.4", "1.5", "1.6", "1.7");
    /** Types of components that are no code of the build. */
    private static final Set<String> NO_LIBRARIES = Set.of(
            "file",
            "operating-system",
            "container",
            "device",
            "device-driver",
            "firmware",
            "data",
            "machine-learning-model",
            "cryptographic-asset");

    private CycloneDx() {}

    static BillOfMaterials read(JsonNode root, String digest) throws Rejected {
        var version = root.path("specVersion").asText();
        if (!VERSIONS.contains(version))
            throw new Rejected("CycloneDX %s; 1.4 to 1.7 can be read".formatted(version.isEmpty() ? "?" : version));
        if (!root.path("components").isArray()) throw new Rejected("CycloneDX without a list of components");
        var components = new ArrayList<Component>();
        collect(root.path("components"), root.path("metadata").path("component"), components);
        return new BillOfMaterials("CycloneDX " + version, digest, components);
    }

    private static void collect(JsonNode list, JsonNode subject, List<Component> components) throws Rejected {
        for (var node : list) {
            if (!node.isObject()) throw new Rejected("CycloneDX with a component that is no object");
            if (!NO_LIBRARIES.contains(node.path("type").asText()) && !isSubject(node, subject))
                components.add(component(node));
            collect(node.path("components"), subject, components);
        }
    }

    /** Some tools list what they scanned among its parts. */
    private static boolean isSubject(JsonNode node, JsonNode subject) {
        return subject.has("name")
                && node.path("name").asText().equals(subject.path("name").asText())
                && node.path("version").asText().equals(subject.path("version").asText())
                && (!subject.has("group") || subject.path("group").equals(node.path("group")));
    }

    private static Component component(JsonNode node) throws Rejected {
        var group = node.path("group").asText();
        var name = node.path("name").asText();
        if (name.isEmpty()) throw new Rejected("CycloneDX with a component without a name");
        var scope = node.path("scope").asText();
        return Components.of(
                node.path("purl").asText(),
                group.isEmpty() ? name : group + "/" + name,
                node.path("version").asText(),
                scope);
    }
}
