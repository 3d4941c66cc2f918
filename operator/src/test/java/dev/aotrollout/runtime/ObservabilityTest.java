package dev.aotrollout.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The dashboard and the alerts speak of metrics that exist, and every alert leads to a section of the runbook. */
class ObservabilityTest {
    private static final Pattern METRIC = Pattern.compile("\\b(?:aotrollout|jvm|process)_[a-z_]+\\b");

    @Test
    void everyMetricThatIsNamedExists() {
        var known = MetricTable.read().flatMap(MetricTable.Metric::series).collect(Collectors.toSet());
        var rules = ObservabilityFiles.alerts().stream()
                .map(alert -> alert.path("expr").asText());

        assertThat(named(rules)).isNotEmpty().isSubsetOf(known);
        assertThat(named(ObservabilityFiles.dashboardExpressions().stream()))
                .isNotEmpty()
                .isSubsetOf(known);
        assertThat(named(variables())).isNotEmpty().isSubsetOf(known);
    }

    private static Stream<String> variables() {
        return ObservabilityFiles.children(
                        ObservabilityFiles.dashboard().path("templating").path("list"))
                .map(variable -> variable.path("definition").asText());
    }

    private static Set<String> named(Stream<String> expressions) {
        return expressions
                .flatMap(text -> METRIC.matcher(text).results())
                .map(found -> found.group())
                .collect(Collectors.toSet());
    }

    @Test
    void everyMetricOfOursIsOnTheDashboard() {
        var shown = named(ObservabilityFiles.dashboardExpressions().stream());

        assertThat(MetricTable.read())
                .allSatisfy(metric -> assertThat(metric.series().anyMatch(shown::contains))
                        .as(metric.name())
                        .isTrue());
    }

    @Test
    void everyPanelSaysWhatItShows() {
        assertThat(ObservabilityFiles.panels()).hasSizeGreaterThan(15).allSatisfy(panel -> {
            assertThat(panel.path("title").asText()).isNotBlank();
            assertThat(panel.path("description").asText())
                    .as(panel.path("title").asText())
                    .isNotBlank();
            assertThat(panel.path("datasource").path("uid").asText()).isEqualTo("${datasource}");
        });
        assertThat(ObservabilityFiles.children(ObservabilityFiles.dashboard().path("panels"))
                        .map(panel -> panel.path("id").asInt()))
                .doesNotHaveDuplicates();
    }

    @Test
    void panelsDoNotOverlap() {
        var places = ObservabilityFiles.children(ObservabilityFiles.dashboard().path("panels"))
                .map(panel -> panel.path("gridPos"))
                .toList();
        for (var i = 0; i < places.size(); i++)
            for (var j = i + 1; j < places.size(); j++)
                assertThat(overlap(places.get(i), places.get(j)))
                        .as("%s and %s", places.get(i), places.get(j))
                        .isFalse();
    }

    private static boolean overlap(JsonNode one, JsonNode other) {
        return meet(one, other, "x", "w") && meet(one, other, "y", "h");
    }

    private static boolean meet(JsonNode one, JsonNode other, String start, String length) {
        return one.path(start).asInt()
                        < other.path(start).asInt() + other.path(length).asInt()
                && other.path(start).asInt()
                        < one.path(start).asInt() + one.path(length).asInt();
    }

    @Test
    void everyAlertSaysWhatIsWrongAndWhereTheRemedyIs() throws IOException {
        var runbook = Files.readAllLines(Path.of(System.getProperty("aotrollout.root"), "docs/runbook.md"));
        var anchors = runbook.stream()
                .filter(line -> line.startsWith("### "))
                .map(line -> "docs/runbook.md#" + line.substring(4).toLowerCase(Locale.ROOT))
                .toList();

        assertThat(ObservabilityFiles.alerts()).hasSizeGreaterThan(8).allSatisfy(alert -> {
            assertThat(alert.path("alert").asText()).startsWith("AOTRollout");
            assertThat(alert.path("labels").path("severity").asText()).isIn("critical", "warning", "info");
            for (var annotation : List.of("summary", "description"))
                assertThat(alert.path("annotations").path(annotation).asText()).isNotBlank();
            assertThat(anchors)
                    .contains(alert.path("annotations").path("runbook").asText());
        });
    }
}
