package dev.aotrollout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final Path SAMPLE = Shell.ROOT.resolve("operator/src/test/resources/evidence/sample.json");

    private static String sample() throws IOException {
        return Files.readString(SAMPLE);
    }

    @Test
    void writesAPageWhereItIsTold(@TempDir Path folder) throws IOException {
        var page = folder.resolve("page.html");
        var result = Shell.run("report", "-f", SAMPLE.toString(), "-O", page.toString());
        assertThat(result.err()).contains("wrote " + page);
        assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>").contains("promoted on 3 Nov 2026");
        assertThat(result.code()).isZero();
    }

    @Test
    void theDigestIsThatOfTheBytes() throws IOException {
        var result = Shell.withInput(sample(), "report", "-f", "-", "-O", "-");
        assertThat(result.out()).containsPattern("sha256:[0-9a-f]{64}");
        assertThat(Shell.run("report", "-f", SAMPLE.toString(), "--format", "json")
                        .out())
                .isEqualTo(sample());
    }

    @Test
    void markdownAndJunitGoToStandardOutput() {
        assertThat(Shell.run("report", "-f", SAMPLE.toString(), "--format", "markdown")
                        .out())
                .startsWith("## checkout went from JIT to AOT");
        assertThat(Shell.run("report", "-f", SAMPLE.toString(), "--format", "junit")
                        .out())
                .contains("<testsuites");
    }

    @Test
    void aConfigMapIsRead() throws IOException {
        var bytes = Base64.getEncoder().encodeToString(sample().getBytes(StandardCharsets.UTF_8));
        var configMap = """
                {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "checkout-1-evidence", "namespace": "shop"},
                 "binaryData": {"evidence.json.gz": "%s", "attestation.json.gz": "e30="}}
                """.formatted(bytes);
        var result = Shell.withInput(configMap, "report", "-f", "-", "--format", "markdown");
        assertThat(result.out()).contains("Evidence `checkout-1`").contains(", signed;");
    }

    @Test
    void aFailedRunEndsWithOne() throws IOException {
        var failed = sample().replace("\"verdict\":\"Warned\"", "\"verdict\":\"Failed\"");
        assertThat(Shell.withInput(failed, "report", "-f", "-", "--format", "junit")
                        .code())
                .isEqualTo(1);
    }

    @Test
    void whatIsNotEvidenceIsRefused() throws IOException {
        assertRefused("{}", "stdin: not evidence that this version reads: schema is ''");
        assertRefused(sample().replace("evidence-v1", "evidence-v9"), "evidence-v9");
        assertRefused(sample().replace("\"outcome\":\"Promoted\",", ""), "conclusion.outcome is missing");
        assertRefused(sample().replace("\"guards\":[", "\"guard\":["), "damaged evidence");
        assertRefused(
                sample().replace("\"endedAt\":\"2026-11-03T17:00:00Z\"", "\"endedAt\":\"today\""),
                "conclusion.endedAt is 'today', not a time");
        assertRefused("nothing of ours", "no evidence in");
    }

    private static void assertRefused(String input, String why) {
        var result = Shell.withInput(input, "report", "-f", "-", "-O", "-");
        assertThat(result.err()).contains(why).doesNotContain("\tat ");
        assertThat(result.code()).isEqualTo(2);
    }

    @Test
    void fieldsOfLaterVersionsArePassedOver() throws IOException {
        var later = sample().replace("\"conclusion\":{", "\"later\":1,\"conclusion\":{\"new\":true,");
        assertThat(Shell.withInput(later, "report", "-f", "-", "--format", "markdown")
                        .code())
                .isZero();
    }

    @Test
    void severalRunsNeedAPageEach() throws IOException {
        var bytes = Base64.getEncoder().encodeToString(sample().getBytes(StandardCharsets.UTF_8));
        var item =
                "{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\", \"metadata\": {\"name\": \"c\"}, \"binaryData\": {\"evidence.json.gz\": \"%s\"}}"
                        .formatted(bytes);
        var list = "{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": [%s, %s]}".formatted(item, item);
        var result = Shell.withInput(list, "report", "-f", "-", "--format", "junit");
        assertThat(result.err()).contains("- has the evidence of 2 runs (c, c); name one");
        assertThat(result.code()).isEqualTo(2);
    }

    @Test
    void whatCannotBeWrittenIsNamed(@TempDir Path folder) {
        var result = Shell.run(
                "report",
                "-f",
                SAMPLE.toString(),
                "-O",
                folder.resolve("no/page.html").toString());
        assertThat(result.err()).contains("cannot write ");
        assertThat(result.code()).isEqualTo(2);
    }

    @Test
    void eitherANameOrAFileIsGiven() {
        for (var both : List.of(List.of("report"), List.of("report", "checkout", "-f", "-"))) {
            var result = Shell.run(both.toArray(String[]::new));
            assertThat(result.err()).contains("give either NAME, or -f FILE");
            assertThat(result.code()).isEqualTo(2);
        }
    }

    @Test
    void helpHasAnExample() {
        assertThat(Shell.run("report", "--help").out()).contains("kubectl get configmap", "--format");
    }
}
