package dev.aotrollout.documentation;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The reference of all fields as Markdown, from the definitions that the cluster gets. */
final class Reference {
    /** Types of Kubernetes, which its own documentation describes. */
    private static final Map<String, String> FOREIGN = Map.of(
            "spec.aot.containers[].env[]", "EnvVar of Kubernetes",
            "spec.aot.containers[].resources", "ResourceRequirements of Kubernetes",
            "status.conditions[]", "Condition of Kubernetes: type, status, reason, message, observedGeneration, times");

    private static final String HEAD = """
            # Reference: every field

            Generated from `crds/` by `ReferenceTest`. In a terminal: `kubectl explain aotrollout.spec.guards --recursive`. A field marked **required** has no default; everything else may be left out.
            What the reasons in `status` mean is in [`runbook.md`](runbook.md).
            """;

    private final StringBuilder text = new StringBuilder(HEAD);

    private Reference() {}

    static String of(List<CustomResourceDefinition> definitions) {
        var reference = new Reference();
        definitions.forEach(reference::kind);
        return reference.text.toString();
    }

    private void kind(CustomResourceDefinition definition) {
        var spec = definition.getSpec();
        var names = spec.getNames();
        var version = spec.getVersions().getFirst();
        text.append("\n## %s\n\n".formatted(names.getKind()));
        text.append("`%s/%s`, %s, `kubectl get %s`\n"
                .formatted(
                        spec.getGroup(),
                        version.getName(),
                        spec.getScope().equals("Cluster") ? "for the whole cluster" : "in a namespace",
                        names.getShortNames().isEmpty()
                                ? names.getPlural()
                                : names.getShortNames().getFirst()));
        var schema = version.getSchema().getOpenAPIV3Schema().getProperties();
        for (var part : List.of("spec", "status")) {
            if (!schema.containsKey(part)) continue;
            text.append("\n### %s of %s\n\n".formatted(part, names.getKind()));
            text.append("| field | type | default | meaning |\n|---|---|---|---|\n");
            fields(part, schema.get(part));
            rules(rules(part, schema.get(part)));
        }
    }

    private void fields(String path, JSONSchemaProps schema) {
        if (FOREIGN.containsKey(path)) return;
        var required = schema.getRequired();
        new TreeMap<>(schema.getProperties()).forEach((name, field) -> {
            var child = path + "." + name;
            row(child, field, required.contains(name));
            fields(child, field);
            if (field.getItems() != null && field.getItems().getSchema() != null)
                fields(child + "[]", field.getItems().getSchema());
        });
    }

    private void row(String path, JSONSchemaProps field, boolean required) {
        var meaning = new ArrayList<String>();
        if (field.getDescription() != null) meaning.add(field.getDescription());
        var foreign = FOREIGN.getOrDefault(path, FOREIGN.get(path + "[]"));
        if (foreign != null) meaning.add(foreign);
        meaning.addAll(limits(field));
        text.append("| `%s` | %s | %s | %s |\n"
                .formatted(
                        path.substring(path.indexOf('.') + 1),
                        type(field),
                        required ? "**required**" : defaultOf(field),
                        String.join("; ", meaning).replace("|", "\\|").replace("<", "&lt;")));
    }

    private static String type(JSONSchemaProps field) {
        if (!field.getEnum().isEmpty())
            return field.getEnum().stream()
                    .map(value -> "`" + value.asText() + "`")
                    .collect(Collectors.joining(", "));
        if ("array".equals(field.getType()))
            return "list of " + type(field.getItems().getSchema());
        if (field.getAdditionalProperties() != null) return "map";
        return field.getType() == null ? "any" : field.getType();
    }

    /** As code; nothing for an object, whose fields have defaults of their own, and for an empty list. */
    private static String defaultOf(JSONSchemaProps field) {
        var value = field.getDefault();
        if (value == null || value.isObject() || value.isEmpty() && value.isArray()) return "";
        return "`" + value.toString().replace("|", "\\|") + "`";
    }

    private static List<String> limits(JSONSchemaProps field) {
        var limits = new ArrayList<String>();
        bound(limits, field.getMinimum(), field.getExclusiveMinimum(), "more than", "at least");
        bound(limits, field.getMaximum(), field.getExclusiveMaximum(), "less than", "at most");
        if (field.getMaxItems() != null) limits.add("at most %d of them".formatted(field.getMaxItems()));
        if (field.getPattern() != null) limits.add("matches `%s`".formatted(field.getPattern()));
        return limits;
    }

    private static void bound(List<String> limits, Double value, Boolean exclusive, String open, String closed) {
        if (value == null) return;
        var number = value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%s", value);
        limits.add((Boolean.TRUE.equals(exclusive) ? open : closed) + " " + number);
    }

    /** CEL rules of the schema and of everything below it, in the order of the fields. */
    private static List<ValidationRule> rules(String path, JSONSchemaProps schema) {
        if (FOREIGN.containsKey(path)) return List.of();
        var rules = new ArrayList<>(schema.getXKubernetesValidations());
        new TreeMap<>(schema.getProperties()).forEach((name, field) -> {
            rules.addAll(rules(path + "." + name, field));
            if (field.getItems() != null && field.getItems().getSchema() != null)
                rules.addAll(rules(path + "." + name + "[]", field.getItems().getSchema()));
        });
        return rules;
    }

    private void rules(List<ValidationRule> rules) {
        var messages = rules.stream()
                .map(ValidationRule::getMessage)
                .filter(message -> message != null)
                .distinct()
                .toList();
        if (messages.isEmpty()) return;
        text.append("\nRefused by the API server with these words:\n\n");
        messages.forEach(message ->
                text.append("- ").append(message.replace("<", "&lt;")).append('\n'));
    }
}
