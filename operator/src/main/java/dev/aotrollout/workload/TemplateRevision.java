package dev.aotrollout.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aotrollout.api.AotRolloutSpec;
import dev.aotrollout.api.ContainerOverride;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The revision: a hash of what the user wrote for the two tracks.
 *
 * <p>Fields are chosen by name, so that what a new API server or library adds is not in it. Replicas are not in it, nor what tells only how a
 * container is pulled, restarted or reports its end.
 */
public final class TemplateRevision {
    private static final int LENGTH = 10;
    private static final JsonMapper MAPPER = new JsonMapper();

    private static final List<String> CONTAINER = List.of(
            "name",
            "image",
            "command",
            "args",
            "workingDir",
            "env",
            "envFrom",
            "resources",
            "ports",
            "volumeMounts",
            "volumeDevices",
            "startupProbe",
            "livenessProbe",
            "readinessProbe",
            "securityContext",
            "lifecycle",
            "restartPolicy",
            "stdin",
            "stdinOnce",
            "tty");

    private static final List<String> POD = List.of(
            "volumes",
            "serviceAccountName",
            "automountServiceAccountToken",
            "securityContext",
            "nodeSelector",
            "nodeName",
            "tolerations",
            "affinity",
            "topologySpreadConstraints",
            "priorityClassName",
            "runtimeClassName",
            "schedulerName",
            "dnsPolicy",
            "dnsConfig",
            "hostAliases",
            "hostNetwork",
            "hostPID",
            "hostIPC",
            "hostUsers",
            "hostname",
            "subdomain",
            "shareProcessNamespace",
            "imagePullSecrets",
            "readinessGates",
            "enableServiceLinks",
            "terminationGracePeriodSeconds",
            "resources",
            "resourceClaims",
            "os");

    private TemplateRevision() {}

    /** Ten hexadecimal characters, the same for all spellings of the same two tracks. */
    public static String of(Deployment jit, AotRolloutSpec spec) {
        return Canonical.hash(text(jit, spec), LENGTH);
    }

    static String text(Deployment jit, AotRolloutSpec spec) {
        JsonNode template = MAPPER.valueToTree(jit.getSpec().getTemplate());
        var tree = JsonNodeFactory.instance.objectNode();
        tree.set("labels", template.at("/metadata/labels"));
        tree.set("annotations", annotations(template));
        var pod = chosen(template.path("spec"), POD);
        for (var list : List.of("containers", "initContainers")) {
            var containers = pod.putArray(list);
            template.path("spec").path(list).forEach(it -> containers.add(chosen(it, CONTAINER)));
        }
        tree.set("pod", pod);
        var overrides = tree.putArray("aot");
        spec.aot().containers().forEach(it -> overrides.add(override(it)));
        return Canonical.text(tree);
    }

    private static JsonNode annotations(JsonNode template) {
        var annotations = template.at("/metadata/annotations");
        return annotations instanceof ObjectNode object
                ? object.deepCopy().without(AotDeployment.RESTARTED_AT)
                : annotations;
    }

    private static ObjectNode override(ContainerOverride override) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("name", override.name());
        node.put("image", override.image());
        replaced(node, "command", override.command());
        replaced(node, "args", override.args());
        node.set("env", MAPPER.valueToTree(override.env()));
        node.set("resources", MAPPER.valueToTree(override.resources()));
        return node;
    }

    /** An empty list takes the command of JIT away, none leaves it. */
    private static void replaced(ObjectNode node, String name, @Nullable List<String> words) {
        if (words != null) {
            node.set(name, MAPPER.valueToTree(words));
            node.put(name + "Replaced", true);
        }
    }

    private static ObjectNode chosen(JsonNode object, List<String> names) {
        var chosen = JsonNodeFactory.instance.objectNode();
        for (var name : names) {
            if (object.has(name)) {
                chosen.set(name, object.get(name));
            }
        }
        return chosen;
    }
}
