package dev.aotrollout.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The Grafana dashboard and the alert rules of the chart. */
final class ObservabilityFiles {
    static final Path RULES = root().resolve("helm/aotrollout/files/rules.yaml");
    static final Path DASHBOARD = root().resolve("helm/aotrollout/files/dashboard.json");

    private ObservabilityFiles() {}

    private static Path root() {
        return Path.of(System.getProperty("aotrollout.root"));
    }

    static JsonNode dashboard() {
        try {
            return new ObjectMapper().readTree(Files.readString(DASHBOARD));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those that show something. */
    static List<JsonNode> panels() {
        return children(dashboard().path("panels"))
                .filter(panel -> !panel.path("type").asText().equals("row"))
                .toList();
    }

    static List<JsonNode> alerts() {
        try {
            var rules = new ObjectMapper(new YAMLFactory()).readTree(Files.readString(RULES));
            return children(rules.path("groups"))
                    .flatMap(group -> children(group.path("rules")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of all panels, with a value in place of each variable. */
    static List<String> dashboardExpressions() {
        return panels().stream()
                .flatMap(panel -> children(panel.path("targets")))
                .map(target -> target.path("expr").asText())
                .map(ObservabilityFiles::filledIn)
                .toList();
    }

    private static String filledIn(String expression) {
        return expression
                .replace("$__rate_interval", "1m")
                .replace("$__range", "1h")
                .replaceAll("\\$[a-z]+", ".*");
    }

    static Stream<JsonNode> children(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
