package dev.aotrollout.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The published schema. */
public final class EvidenceSchema {
    private static final String TEXT = text();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TEXT);

    private EvidenceSchema() {}

    private static String text() {
        try {
            return Files.readString(
                    Path.of(System.getProperty("aotrollout.root")).resolve("docs/schemas/evidence-v1.schema.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode tree() {
        return Samples.tree(TEXT);
    }

    /** Every document of a test goes through this. */
    public static void assertValid(String json) {
        assertThat(SCHEMA.validate(Samples.tree(json))).isEmpty();
    }

    static boolean accepts(JsonNode document) {
        return SCHEMA.validate(document).isEmpty();
    }
}
