package dev.aotrollout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateTest {
    private static final String MANIFEST = """
            apiVersion: aotrollout.dev/v1alpha1
            kind: AOTRollout
            metadata: {name: checkout, namespace: shop}
            spec:
              workloadRef: {name: checkout}
              aot: {containers: [{name: app, image: "c:1-aot"}]}
              traffic: {service: checkout, httpRoutes: [{name: checkout}]}
              metrics: {prometheus: {url: "http://prometheus:9090"}, warmUpSeconds: 30}
              steps: [{weight: 10, soakSeconds: 120}, {weight: 50, soakSeconds: 120}, {weight: 100, soakSeconds: 120}]
            """;

    private static Shell.Result simulate(String... more) {
        var args = new String[more.length + 3];
        args[0] = "simulate";
        args[1] = "-f";
        args[2] = "-";
        System.arraycopy(more, 0, args, 3, more.length);
        return Shell.withInput(MANIFEST, args);
    }

    @Test
    void aHealthyBuildIsPromoted() {
        var result = simulate("--scenario", "healthy");
        assertThat(result.out()).contains("step 3/3").containsPattern("(?m)^Promoted after ");
        assertThat(result.code()).isZero();
    }

    @Test
    void aFailingBuildIsRolledBack(@TempDir Path folder) throws IOException {
        var page = folder.resolve("story.html");
        var result = simulate("--scenario", "all-errors", "--html", page.toString());
        assertThat(result.out()).containsPattern("(?m)^RolledBack after ");
        assertThat(result.err()).contains("wrote ");
        assertThat(Files.readString(page)).contains("<svg");
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void jsonHasTheStoryAndTheVerdict() {
        var result = simulate("--scenario", "all-errors", "-o", "json");
        assertThat(result.out()).contains("\"promoted\" : false", "\"phase\" : \"RolledBack\"", "\"lines\" : [");
    }

    @Test
    void scenariosAreListed() {
        assertThat(Shell.run("simulate", "--list").out()).containsPattern("(?m)^healthy +AOT is as good as JIT");
    }

    @Test
    void aMistypedScenarioIsNamed() {
        var result = simulate("--scenario", "helthy");
        assertThat(result.err()).contains("no scenario helthy; did you mean healthy?");
        assertThat(result.code()).isEqualTo(2);
    }

    @Test
    void aRecordingIsFollowed(@TempDir Path folder) throws IOException {
        var rows = new StringBuilder("seconds,jit_requests,jit_errors,aot_requests,aot_errors\n");
        for (var minute = 1; minute <= 60; minute++) rows.append(minute * 60).append(",5400,3,600,600\n");
        var csv = Files.writeString(folder.resolve("friday.csv"), rows);
        var result = simulate("--csv", csv.toString());
        assertThat(result.out()).containsPattern("(?m)^RolledBack after ");
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void anUnreadableRecordingIsNamed(@TempDir Path folder) throws IOException {
        var csv = Files.writeString(folder.resolve("no.csv"), "what is this");
        var result = simulate("--csv", csv.toString());
        assertThat(result.err()).contains("no.csv: ");
        assertThat(result.code()).isEqualTo(2);
    }

    @Test
    void withoutAnythingToDoItSaysWhatToName() {
        assertThat(Shell.run("simulate").err()).contains("name a manifest with -f");
    }
}
