package dev.aotrollout.workload;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * One text for all spellings of the same Kubernetes fields: keys in order, nothing that is empty, nothing that the API server fills in.
 *
 * <p>It is written by hand, character by character, because a new version of a library must never change it: every rollout would start again.
 */
final class Canonical {
    /** Values that mean the same as no value, by {@code field} or {@code parent.field}. */
    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("protocol", "TCP"),
            Map.entry("scheme", "HTTP"),
            Map.entry("httpGet.path", "/"),
            Map.entry("timeoutSeconds", "1"),
            Map.entry("periodSeconds", "10"),
            Map.entry("successThreshold", "1"),
            Map.entry("failureThreshold", "3"),
            Map.entry("initialDelaySeconds", "0"),
            Map.entry("fieldRef.apiVersion", "v1"),
            Map.entry("divisor", "0"),
            Map.entry("defaultMode", "420"),
            Map.entry("expirationSeconds", "3600"),
            Map.entry("volumeMode", "Filesystem"),
            Map.entry("iscsi.iscsiInterface", "default"),
            Map.entry("rbd.pool", "rbd"),
            Map.entry("rbd.user", "admin"),
            Map.entry("rbd.keyring", "/etc/ceph/keyring"),
            Map.entry("azureDisk.cachingMode", "ReadWrite"),
            Map.entry("azureDisk.fsType", "ext4"),
            Map.entry("azureDisk.kind", "Shared"),
            Map.entry("procMount", "Default"),
            Map.entry("pod.dnsPolicy", "ClusterFirst"),
            Map.entry("pod.schedulerName", "default-scheduler"),
            Map.entry("pod.terminationGracePeriodSeconds", "30"),
            Map.entry("pod.enableServiceLinks", "true"),
            Map.entry("pod.hostNetwork", "false"),
            Map.entry("pod.hostPID", "false"),
            Map.entry("pod.hostIPC", "false"),
            Map.entry("readOnly", "false"),
            Map.entry("optional", "false"),
            Map.entry("stdin", "false"),
            Map.entry("stdinOnce", "false"),
            Map.entry("tty", "false"));

    /** Objects whose keys are the user's own words. */
    private static final Set<String> FREE =
            Set.of("labels", "annotations", "matchLabels", "nodeSelector", "options", "volumeAttributes");

    private static final Set<String> QUANTITY_MAPS = Set.of("limits", "requests");
    private static final Set<String> QUANTITIES = Set.of("sizeLimit", "divisor");

    /** An empty selector selects everything, none selects nothing. */
    private static final Set<String> MEANT_EMPTY = Set.of("labelSelector", "namespaceSelector");

    private static final Set<String> EMPTY = Set.of("", "{}", "[]", "\"\"");

    private Canonical() {}

    static String text(JsonNode node) {
        return text(node, "", "");
    }

    private static String text(JsonNode node, String name, String parent) {
        return switch (node.getNodeType()) {
            case OBJECT -> fields(node, name);
            case ARRAY ->
                StreamSupport.stream(node.spliterator(), false)
                        .map(it -> text(it, name, parent))
                        .collect(Collectors.joining(",", "[", "]"));
            case NUMBER -> plain(node.decimalValue());
            case BOOLEAN -> node.asText();
            case NULL, MISSING -> "";
            case STRING, BINARY, POJO ->
                isQuantity(name, parent)
                        ? plain(new Quantity(node.asText()).getNumericalAmount())
                        : quoted(node.asText());
        };
    }

    private static String fields(JsonNode object, String name) {
        var fields = new TreeMap<String, String>();
        for (var field : object.properties()) {
            var key = field.getKey();
            var value = text(field.getValue(), key, name);
            var isNothing = EMPTY.contains(value) && !(value.equals("{}") && MEANT_EMPTY.contains(key));
            if (!isNothing && !isDefault(value, key, name)) {
                fields.put(key, value);
            }
        }
        return fields.entrySet().stream()
                .map(it -> quoted(it.getKey()) + ":" + it.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static boolean isDefault(String value, String name, String parent) {
        if (FREE.contains(parent)) {
            return false;
        }
        var standard = DEFAULTS.getOrDefault(parent + "." + name, DEFAULTS.get(name));
        return standard != null && (value.equals(standard) || value.equals(quoted(standard)));
    }

    private static boolean isQuantity(String name, String parent) {
        return QUANTITIES.contains(name) || QUANTITY_MAPS.contains(parent);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** The first {@code length} hexadecimal digits of SHA-256. */
    static String hash(String text, int length) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, length);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
