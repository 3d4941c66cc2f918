package dev.aotrollout.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aotrollout.api.AotRollout;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The documents of what a user gave.
 *
 * @param rollouts those of our kind, or meant to be
 * @param others everything else
 */
record Manifests(List<Document> rollouts, List<Document> others) {
    private static final String API_VERSION = AotRollout.GROUP + "/" + AotRollout.VERSION;
    private static final String KIND = "AOTRollout";
    private static final KubernetesSerialization KUBERNETES = new KubernetesSerialization();

    static Manifests read(List<String> files, InputStream stdin) {
        var rollouts = new ArrayList<Document>();
        var others = new ArrayList<Document>();
        for (var file : files)
            for (var document : YamlReader.read(Input.read(file, stdin)))
                (isMeantAsRollout(document) ? rollouts : others).add(document);
        if (rollouts.isEmpty())
            throw new Unreadable("no AOTRollout in %s%s"
                    .formatted(
                            String.join(", ", files),
                            others.isEmpty()
                                    ? ""
                                    : "; found " + others.getFirst().label()));
        return new Manifests(List.copyOf(rollouts), List.copyOf(others));
    }

    private static boolean isMeantAsRollout(Document document) {
        return document.kind().equalsIgnoreCase(KIND) || document.apiVersion().startsWith(AotRollout.GROUP + "/");
    }

    /** What must be written for the API server to take it as an AOTRollout, empty where it is. */
    static String wrongIdentity(Document document) {
        if (!document.apiVersion().equals(API_VERSION)) return "apiVersion must be " + API_VERSION;
        return document.kind().equals(KIND) ? "" : "kind must be " + KIND;
    }

    /** As the API server would store it; only for a tree without errors. */
    static AotRollout typed(JsonNode complete) {
        return KUBERNETES.convertValue(complete, AotRollout.class);
    }

    /** For commands that need a sound manifest, with the defaults of the API server; a status is taken as it is. */
    static AotRollout sound(Document document, Schema schema) {
        var wrong = new ArrayList<Remark>(IdentityCheck.check(document));
        wrong.addAll(SchemaCheck.check(document, schema));
        wrong.stream()
                .filter(remark -> remark.severity() == Severity.ERROR)
                .filter(remark -> !remark.field().startsWith("status"))
                .findFirst()
                .ifPresent(first -> {
                    throw new Unreadable("%s:%s:%s: %s; aotrollout lint shows everything"
                            .formatted(first.file(), first.line(), first.column(), first.message()));
                });
        return typed(schema.withDefaults(document.tree()));
    }
}
