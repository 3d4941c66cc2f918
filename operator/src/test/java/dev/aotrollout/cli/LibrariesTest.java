package dev.aotrollout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibrariesTest {
    private static final String POLICIES = "examples/policies/";
    private static final String MATERIALS = "operator/src/test/resources/materials/";

    private static String path(String file) {
        return Shell.ROOT.resolve(file).toString();
    }

    private static Shell.Result judge(String policy, String bill, String... more) {
        var args = Stream.of("libraries", "--policy", path(POLICIES + policy), "--at", "2026-11-25");
        return Shell.run(Stream.concat(Stream.concat(args, Stream.of(more)), Stream.of(path(MATERIALS + bill)))
                .toArray(String[]::new));
    }

    private static String withoutRoot(String text) {
        return text.replace(Shell.ROOT + "/", "");
    }

    @Test
    void aDeniedLibraryEndsWith1AndATable() {
        var result = judge("dotnet-2026.yaml", "checkout.cdx-1.6.json", "--warnings", path(MATERIALS + "publish.log"));
        var out = withoutRoot(result.out());
        assertThat(out).isEqualTo(Shell.golden("libraries.txt", out));
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void theSameIsJson() {
        var out = withoutRoot(judge("dotnet-2026.yaml", "checkout.spdx-2.3.json", "-o", "json")
                .out());
        assertThat(out).isEqualTo(Shell.golden("libraries.json", out));
    }

    @Test
    void whatNobodyJudgedEndsWith3() {
        var result = judge("java-2026.yaml", "operator.cdx-1.6.json");
        assertThat(result.out()).contains("NeedsReview").contains("need review (");
        assertThat(result.code()).isEqualTo(3);
    }

    @Test
    void approvedLibrariesEndWith0(@TempDir Path folder) throws IOException {
        var policy = Files.writeString(folder.resolve("p.yaml"), """
                apiVersion: aotrollout.dev/v1alpha1
                kind: AOTLibraryPolicy
                metadata: {name: all}
                spec: {rules: [{purl: "pkg:maven/**", verdict: Approved}]}
                """);
        var result = Shell.run("libraries", "--policy", policy.toString(), path(MATERIALS + "operator.spdx-2.3.json"));
        assertThat(result.out())
                .contains("66 libraries are approved; policy all")
                .contains("Ignored");
        assertThat(result.code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dotnet-2026.yaml", "java-2026.yaml"})
    void everyRuleOfTheExamplesHasItsSource(String policy) throws IOException {
        var document = YamlReader.read(new Input(policy, Files.readString(Shell.ROOT.resolve(POLICIES + policy))))
                .getFirst();
        assertThat(SchemaCheck.check(document, Schema.packed("AOTLibraryPolicy")))
                .isEmpty();
        assertThat(document.tree().at("/spec/rules"))
                .isNotEmpty()
                .allSatisfy(
                        rule -> assertThat(rule.path("evidenceUrl").asText()).startsWith("https://"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {purl: "nuget/A", verdict: Approved}                                        | does not match
            {purl: "pkg:nuget/A@1", verdict: Approved}                                  | does not match
            {purl: "pkg:nuget/A", versions: "1.0", verdict: Approved}                   | does not match
            {purl: "pkg:nuget/A", verdict: Denied}                                      | a denied package needs one
            {purl: "pkg:nuget/A", verdict: ApprovedWithConditions}                      | go with verdict ApprovedWithConditions
            {purl: "pkg:nuget/A", verdict: NeedsReview, expires: "2026-12-31"}          | only an approval expires
            {purl: "pkg:nuget/A", verdict: Maybe}                                       | not allowed
            """)
    void anUnsoundPolicyIsRefused(String rule, String message, @TempDir Path folder) throws IOException {
        var policy = Files.writeString(folder.resolve("p.yaml"), """
                apiVersion: aotrollout.dev/v1alpha1
                kind: AOTLibraryPolicy
                metadata: {name: p}
                spec: {rules: [%s]}
                """.formatted(rule));
        var result = Shell.run("libraries", "--policy", policy.toString(), path(MATERIALS + "checkout.cdx-1.6.json"));
        assertThat(result.err()).contains("p.yaml:4:").contains(message);
        assertThat(result.code()).isEqualTo(2);
    }

    @Test
    void badInputEndsWith2(@TempDir Path folder) throws IOException {
        var bill = Files.writeString(folder.resolve("bill.json"), "{\"bomFormat\":");
        var policy = path(POLICIES + "dotnet-2026.yaml");
        assertThat(Shell.run("libraries", "--policy", policy, bill.toString()).err())
                .contains("bill.json: not JSON");
        assertThat(Shell.run("libraries", "--policy", policy, "--at", "soon", path(MATERIALS + "checkout.cdx-1.6.json"))
                        .err())
                .contains("--at soon is no day");
        assertThat(Shell.run("libraries", "--policy", bill.toString(), bill.toString())
                        .code())
                .isEqualTo(2);
        assertThat(Shell.run("libraries", "--policy", path("examples/rollouts/minimal.yaml"), bill.toString())
                        .err())
                .contains("no AOTLibraryPolicy");
        assertThat(Shell.run("libraries", "--policy", policy).code()).isEqualTo(2);
    }
}
