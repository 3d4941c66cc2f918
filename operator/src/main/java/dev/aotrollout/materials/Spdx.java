package dev.aotrollout.materials;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** SPDX 2.3 as JSON: {@code packages} with their purls, and scopes from {@code relationships}. */
final class Spdx {
    private static final String SCOPED = "_DEPENDENCY_OF";
    /** Of no use at run time; any other relationship of a package outweighs these. */
    private static final Set<String> SCOPES = Set.of("test", "dev", "build", "optional", "provided");

    private static final Set<String> USED =
            Set.of("DEPENDS_ON", "DEPENDENCY_OF", "RUNTIME_DEPENDENCY_OF", "DYNAMIC_LINK", "STATIC_LINK");
    private static final Set<String> NO_LIBRARIES =
            Set.of("FILE", "OPERATING-SYSTEM", "OPERATING_SYSTEM", "CONTAINER", "DEVICE", "FIRMWARE", "ARCHIVE");

    private Spdx() {}

    static BillOfMaterials read(JsonNode root, String digest) throws Rejected {
        var version = root.path("spdxVersion").asText();
        if (!version.equals("SPDX-2.3")) throw new Rejected(version + "; SPDX-2.3 can be read");
        if (!root.path("packages").isArray()) throw new Rejected("SPDX without a list of packages");
        var described = described(root);
        var scopes = scopes(root, described);
        var components = new ArrayList<Component>();
        for (var node : root.path("packages")) {
            var id = node.path("SPDXID").asText();
            if (node.path("name").asText().isEmpty()) throw new Rejected("SPDX with a package without a name");
            if (described.contains(id)
                    || NO_LIBRARIES.contains(node.path("primaryPackagePurpose").asText())) continue;
            components.add(Components.of(
                    purl(node),
                    node.path("name").asText(),
                    node.path("versionInfo").asText(),
                    scopes.getOrDefault(id, "")));
        }
        return new BillOfMaterials("SPDX 2.3", digest, components);
    }

    private static String purl(JsonNode node) {
        for (var reference : node.path("externalRefs"))
            if (reference.path("referenceType").asText().equals("purl"))
                return reference.path("referenceLocator").asText();
        return "";
    }

    private static Set<String> described(JsonNode root) {
        var described = new HashSet<String>();
        root.path("documentDescribes").forEach(id -> described.add(id.asText()));
        for (var relation : root.path("relationships"))
            if (relation.path("relationshipType").asText().equals("DESCRIBES"))
                described.add(relation.path("relatedSpdxElement").asText());
        return described;
    }

    /**
     * By package. The specification has the dependency on the left of TEST_DEPENDENCY_OF; the SPDX Maven plugin has it on
     * the right: then what the document describes is on the left.
     */
    private static Map<String, String> scopes(JsonNode root, Set<String> described) {
        var scopes = new HashMap<String, String>();
        var used = new HashSet<String>();
        var isReversed = isReversed(root, described);
        for (var relation : root.path("relationships")) {
            var type = relation.path("relationshipType").asText();
            var left = relation.path("spdxElementId").asText();
            var right = relation.path("relatedSpdxElement").asText();
            if (USED.contains(type))
                used.add(type.equals("DEPENDENCY_OF") || type.startsWith("RUNTIME") ? left : right);
            var scope = type.endsWith(SCOPED)
                    ? type.substring(0, type.length() - SCOPED.length()).toLowerCase(Locale.ROOT)
                    : "";
            if (SCOPES.contains(scope)) scopes.putIfAbsent(isReversed ? right : left, scope);
        }
        scopes.keySet().removeAll(used);
        return Map.copyOf(scopes);
    }

    /** What the document describes is nobody's dependency. */
    private static boolean isReversed(JsonNode root, Set<String> described) {
        for (var relation : root.path("relationships"))
            if (relation.path("relationshipType").asText().endsWith(SCOPED)
                    && described.contains(relation.path("spdxElementId").asText())) return true;
        return false;
    }
}
