package dev.aotrollout.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.aotrollout.evidence.EvidenceDocument;
import dev.aotrollout.terminal.Unreadable;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evidence from its JSON. What it must have is there afterwards, and times are times; fields of later versions are passed over. */
final class EvidenceReader {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final String source;

    private EvidenceReader(String source) {
        this.source = source;
    }

    static EvidenceDocument read(EvidenceFiles.Evidence evidence) {
        var reader = new EvidenceReader(evidence.source());
        try {
            var tree = JSON.readTree(evidence.json());
            var schema = tree.path("schema").asText();
            if (!schema.equals(EvidenceDocument.SCHEMA))
                throw new Unreadable("%s: not evidence that this version reads: schema is '%s', not '%s'"
                        .formatted(evidence.source(), schema, EvidenceDocument.SCHEMA));
            var document = JSON.treeToValue(tree, EvidenceDocument.class);
            reader.complete("", document);
            return document;
        } catch (JsonProcessingException e) {
            throw new Unreadable("%s: damaged evidence: %s".formatted(evidence.source(), e.getOriginalMessage()));
        }
    }

    private void complete(String path, Object value) {
        if (value instanceof List<?> items) {
            for (var i = 0; i < items.size(); i++) {
                var item = items.get(i);
                if (item != null) complete(path + "[" + i + "]", item);
            }
        }
        if (!(value instanceof Record)) return;
        for (var component : value.getClass().getRecordComponents()) {
            var at = path.isEmpty() ? component.getName() : path + "." + component.getName();
            var inside = value(component, value);
            if (inside != null) {
                complete(at, inside);
                if (isTime(component)) time(at, inside.toString());
            } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                throw new Unreadable("%s: damaged evidence: %s is missing".formatted(source, at));
            }
        }
    }

    private static boolean isTime(RecordComponent component) {
        var name = component.getName();
        return component.getType().equals(String.class)
                && (name.endsWith("At") || name.equals("at") || name.equals("from") || name.equals("to"));
    }

    private void time(String at, String text) {
        try {
            Instant.parse(text);
        } catch (DateTimeException e) {
            throw new Unreadable("%s: damaged evidence: %s is '%s', not a time in UTC such as 2026-11-03T08:00:00Z"
                    .formatted(source, at, text));
        }
    }

    private static @Nullable Object value(RecordComponent component, Object of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
