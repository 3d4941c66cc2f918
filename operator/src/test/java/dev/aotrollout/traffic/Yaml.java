package dev.aotrollout.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Golden YAML files of this package; {@code -Dgolden.update=true} writes them anew. */
final class Yaml {
    private static final Path FOLDER =
            Path.of(System.getProperty("aotrollout.root"), "operator/src/test/resources/traffic");
    private static final YAMLMapper MAPPER = new YAMLMapper(YAMLFactory.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build());

    private Yaml() {}

    static List<ObjectNode> documents(String file) {
        try (var parser = MAPPER.createParser(Files.readString(FOLDER.resolve(file)))) {
            return MAPPER.readValues(parser, ObjectNode.class).readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    static JsonNode parse(String yaml) {
        try {
            return MAPPER.readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String write(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a golden file, which is first replaced by {@code actual} where the run is to update it. */
    static String golden(String file, String actual) {
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.writeString(FOLDER.resolve(file), actual);
            }
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
