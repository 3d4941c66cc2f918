package dev.aotrollout.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SchemaTest {
    @Test
    void theSampleIsValidAndCanonicalAndSurvivesARoundTrip() {
        EvidenceSchema.assertValid(Samples.json());
        assertThat(new String(EvidenceJson.write(Samples.document()), StandardCharsets.UTF_8))
                .isEqualTo(Samples.json());
    }

    @Test
    void theSchemaSaysWhichItIs() {
        assertThat(EvidenceSchema.tree().path("$id").asText()).isEqualTo(EvidenceDocument.SCHEMA);
    }

    @Test
    void refusesWhatIsNotInIt() {
        var extra = Samples.tree();
        ((ObjectNode) extra.get("conclusion")).put("mood", "splendid");
        assertThat(EvidenceSchema.accepts(extra)).isFalse();
        var missing = Samples.tree();
        missing.remove("budget");
        assertThat(EvidenceSchema.accepts(missing)).isFalse();
        var wrong = Samples.tree();
        ((ObjectNode) wrong.get("conclusion")).put("verdict", "Good");
        assertThat(EvidenceSchema.accepts(wrong)).isFalse();
    }

    @Test
    void everyFieldOfTheRecordsIsInTheSchemaAndNoOther() {
        var schema = EvidenceSchema.tree();
        compare(schema, schema, EvidenceDocument.class, new HashSet<>());
    }

    private static void compare(JsonNode root, JsonNode schema, Class<?> type, Set<Class<?>> seen) {
        if (!type.isRecord() || !seen.add(type)) return;
        var properties = schema.path("properties");
        var names = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        var described = new HashSet<String>();
        properties.fieldNames().forEachRemaining(described::add);
        assertThat(described).as(type.getSimpleName()).isEqualTo(names);
        for (var component : type.getRecordComponents()) {
            var node = resolved(root, properties.path(component.getName()));
            var list = component.getGenericType() instanceof ParameterizedType generic
                            && component.getType().getSimpleName().equals("List")
                            && generic.getActualTypeArguments()[0] instanceof Class<?> element
                    ? element
                    : null;
            if (list == null) compare(root, node, component.getType(), seen);
            else compare(root, resolved(root, node.path("items")), list, seen);
        }
    }

    private static JsonNode resolved(JsonNode root, JsonNode node) {
        return node.has("$ref") ? root.at(node.get("$ref").asText().substring(1)) : node;
    }

    @Test
    void aDocumentOfAnotherSchemaIsNotRead() {
        assertThatThrownBy(() -> EvidenceJson.read("{}")).hasMessageContaining("the field schema is missing");
        assertThatThrownBy(() -> EvidenceJson.read("{\"schema\":\"" + EvidenceDocument.SCHEMA + "\"}"))
                .isInstanceOf(IllegalArgumentException.class);
        var incomplete = Samples.tree();
        ((ObjectNode) incomplete.get("conclusion")).remove("verdict");
        assertThatThrownBy(() -> EvidenceJson.read(incomplete.toString()))
                .hasMessage("the field conclusion.verdict is missing");
    }
}
