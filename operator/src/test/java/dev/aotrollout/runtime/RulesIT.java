package dev.aotrollout.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prometheus' own tool reads the alert rules and every expression of the dashboard, and plays the alerts. */
class RulesIT {
    private static final Path PROMTOOL = KubeApi.cacheFolder().resolve("bin/promtool");

    @TempDir
    Path folder;

    @Test
    void theRulesAreValid() throws Exception {
        promtool("check", "rules", "--lint=all", "--lint-fatal", ObservabilityFiles.RULES.toString());
    }

    @Test
    void everyExpressionOfTheDashboardIsValid() throws Exception {
        var expressions = ObservabilityFiles.dashboardExpressions();
        var rules = expressions.stream()
                .map(expression -> "      - {record: 'dashboard:%d', expr: '%s'}"
                        .formatted(expressions.indexOf(expression), expression.replace("'", "''")))
                .collect(Collectors.joining("\n"));
        var file = Files.writeString(
                folder.resolve("dashboard.yaml"), "groups:\n  - name: dashboard\n    rules:\n" + rules + "\n");

        promtool("check", "rules", "--lint=none", file.toString());
    }

    @Test
    void theAlertsFireWhenTheyShallAndOnlyThen() throws Exception {
        var tests = Files.readString(KubeApi.ROOT.resolve("operator/src/test/resources/rules-test.yaml"));
        var file = Files.writeString(
                folder.resolve("test.yaml"), "rule_files: ['%s']\n".formatted(ObservabilityFiles.RULES) + tests);

        promtool("test", "rules", file.toString());

        assertThat(ObservabilityFiles.alerts())
                .allSatisfy(alert -> assertThat(tests)
                        .contains("alertname=\"" + alert.path("alert").asText() + "\""));
    }

    private void promtool(String... arguments) throws IOException, InterruptedException {
        assertThat(PROMTOOL).as("made by testbed/build promtool").isExecutable();
        var command = new ArrayList<>(List.of(PROMTOOL.toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
