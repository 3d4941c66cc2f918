package dev.aotrollout.oncall;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aotrollout.terminal.ExitCode;
import dev.aotrollout.terminal.Refused;
import dev.aotrollout.terminal.Spelling;
import java.util.List;
import java.util.stream.Collectors;

/** What somebody may have meant who named a rollout that is not there. */
final class NearNames {
    private NearNames() {}

    static Refused missing(Cluster cluster, String name) {
        return new Refused(
                ExitCode.NOT_FOUND,
                "AOTRollout %s/%s not found; %s".formatted(cluster.namespace(), name, hint(cluster, name)));
    }

    private static String hint(Cluster cluster, String name) {
        var here = names(cluster, cluster.namespace());
        var elsewhere = names(cluster, "").stream()
                .filter(one -> one.at("/metadata/name").asText().equals(name))
                .map(one -> one.at("/metadata/namespace").asText())
                .collect(Collectors.joining(", "));
        if (!elsewhere.isEmpty()) return "one of that name is in namespace %s: give -n".formatted(elsewhere);
        if (here.isEmpty()) return "namespace %s has none that you may see; give -n".formatted(cluster.namespace());
        return Spelling.hint(
                name,
                here.stream().map(one -> one.at("/metadata/name").asText()).toList());
    }

    /** None where the user may not list. */
    private static List<JsonNode> names(Cluster cluster, String namespace) {
        try {
            return cluster.list("aotrollouts", namespace);
        } catch (Refused e) {
            return List.of();
        }
    }
}
