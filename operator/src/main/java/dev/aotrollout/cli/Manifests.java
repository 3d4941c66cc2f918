package dev.aotrollout.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aotrollout.api.AotRollout;
import dev.aotrollout.json.KubernetesJson;
import dev.aotrollout.terminal.Unreadable;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The documents of what a user gave.
 *
 * @param rollouts AOTRollouts, or meant to be
 * @param relatives of our other kinds
 * @param others everything else
 */
record Manifests(List<Document> rollouts, List<Document> relatives, List<Document> others) {
    private static final String API_VERSION = AotRollout.GROUP + "/" + AotRollout.VERSION;
    private static final String KIND = "AOTRollout";
    private static final KubernetesSerialization KUBERNETES = KubernetesJson.shared();

    /** For commands that need a rollout. */
    static Manifests read(List<String> files, InputStream stdin) {
        var manifests = readAny(files, stdin);
        if (manifests.rollouts().isEmpty())
            throw nothing(files, Stream.concat(manifests.relatives().stream(), manifests.others().stream()));
        return manifests;
    }

    /** For commands that know all our kinds. */
    static Manifests readOurs(List<String> files, InputStream stdin) {
        var manifests = readAny(files, stdin);
        if (manifests.rollouts().isEmpty() && manifests.relatives().isEmpty())
            throw nothing(files, manifests.others().stream());
        return manifests;
    }

    private static Unreadable nothing(List<String> files, Stream<Document> found) {
        return new Unreadable("no AOTRollout in %s%s"
                .formatted(
                        String.join(", ", files),
                        found.findFirst()
                                .map(document -> "; found " + document.label())
                                .orElse("")));
    }

    private static Manifests readAny(List<String> files, InputStream stdin) {
        return of(files.stream().map(file -> Input.read(file, stdin)).toList());
    }

    /** What an API server answered. */
    static Manifests of(Input input) {
        return of(List.of(input));
    }

    private static Manifests of(List<Input> inputs) {
        var rollouts = new ArrayList<Document>();
        var relatives = new ArrayList<Document>();
        var others = new ArrayList<Document>();
        for (var input : inputs)
            for (var document : YamlReader.read(input)) {
                if (isRelative(document)) relatives.add(document);
                else (isMeantAsRollout(document) ? rollouts : others).add(document);
            }
        return new Manifests(List.copyOf(rollouts), List.copyOf(relatives), List.copyOf(others));
    }

    private static boolean isRelative(Document document) {
        return Schema.knows(document.kind())
                && !document.kind().equals(KIND)
                && document.apiVersion().startsWith(AotRollout.GROUP + "/");
    }

    private static boolean isMeantAsRollout(Document document) {
        return document.kind().equalsIgnoreCase(KIND) || document.apiVersion().startsWith(AotRollout.GROUP + "/");
    }

    /** What must be written for the API server to take it as one of our kinds, empty where it is. */
    static String wrongIdentity(Document document) {
        if (!document.apiVersion().equals(API_VERSION)) return "apiVersion must be " + API_VERSION;
        return document.kind().equals(KIND) || isRelative(document) ? "" : "kind must be " + KIND;
    }

    /** As the API server would store it; only for a tree without errors. */
    static AotRollout typed(JsonNode complete) {
        return KUBERNETES.convertValue(complete, AotRollout.class);
    }

    /** For commands that need a sound manifest, with the defaults of the API server; a status is taken as it is. */
    static AotRollout sound(Document document, Schema schema) {
        var wrong = new ArrayList<Remark>(IdentityCheck.check(document));
        wrong.addAll(SchemaCheck.check(document, schema));
        wrong.removeIf(remark -> remark.field().startsWith("status"));
        refuseErrors(wrong);
        return typed(schema.withDefaults(document.tree()));
    }

    /** Says the first error of {@code remarks}, where there is one. */
    static void refuseErrors(List<Remark> remarks) {
        remarks.stream()
                .filter(remark -> remark.severity() == Severity.ERROR)
                .findFirst()
                .ifPresent(first -> {
                    throw new Unreadable("%s:%s:%s: %s; aotrollout lint shows everything"
                            .formatted(first.file(), first.line(), first.column(), first.message()));
                });
    }
}
