package dev.aotrollout.oncall;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aotrollout.terminal.ExitCode;
import dev.aotrollout.terminal.Refused;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The evidence of one run as it is in the cluster.
 *
 * @param source as messages name it
 * @param json the ConfigMap
 */
public record Evidence(String source, String json) {
    private static final String PACKS = "aotevidencepacks";

    /** Of the rollout of that name; {@code run} is the name of a pack or a revision, absent for the newest. */
    public static Evidence find(Cluster cluster, String rollout, @Nullable String run) {
        var packs = cluster.list(PACKS, cluster.namespace()).stream()
                .filter(pack -> pack.at("/spec/rollout/name").asText().equals(rollout))
                .sorted(Comparator.comparing(pack -> pack.at("/spec/endedAt").asText()))
                .toList();
        var chosen = packs.stream()
                .filter(pack -> run == null || isCalled(pack, run))
                .reduce((_, newer) -> newer)
                .orElseThrow(() -> missing(cluster, rollout, run, packs));
        var name = chosen.at("/spec/document/configMap").asText();
        var uri = "/api/v1/namespaces/%s/configmaps/%s".formatted(cluster.namespace(), name);
        var json = cluster.ask(
                "reading ConfigMap %s/%s of AOTEvidencePack %s".formatted(cluster.namespace(), name, name(chosen)),
                () -> cluster.client().raw(uri, "GET", null));
        return new Evidence("AOTEvidencePack %s/%s".formatted(cluster.namespace(), name(chosen)), json);
    }

    private static boolean isCalled(JsonNode pack, String run) {
        return name(pack).equals(run) || pack.at("/spec/revision").asText().equals(run);
    }

    private static String name(JsonNode pack) {
        return pack.at("/metadata/name").asText();
    }

    private static Refused missing(Cluster cluster, String rollout, @Nullable String run, List<JsonNode> packs) {
        if (!packs.isEmpty())
            return new Refused(
                    ExitCode.NOT_FOUND,
                    "no run %s of %s/%s; there are: %s"
                            .formatted(
                                    run,
                                    cluster.namespace(),
                                    rollout,
                                    packs.stream().map(Evidence::name).collect(Collectors.joining(", "))));
        var standing = new Standing(cluster.rollout(rollout)); // a name that is not there is said so
        return new Refused(
                ExitCode.NOT_FOUND,
                "%s has no evidence yet: a pack is written when a run ends (%s)"
                        .formatted(standing.label(), standing.phase()));
    }
}
