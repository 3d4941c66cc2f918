package dev.aotrollout.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What krew asks of a plugin's manifest, of the one that the build fills. */
class KrewManifestTest {
    private static final Path SCRIPT =
            Path.of(System.getProperty("aotrollout.root"), "packaging", "lib", "krew-manifest");
    /** Of the five letters {@code hello}. */
    private static final String DIGEST = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    @TempDir
    Path folder;

    @Test
    void namesEachArchiveWithItsDigest() throws Exception {
        archive("1.2.3", "amd64");
        archive("1.2.3", "arm64");

        var run = run("https://example.com/releases");

        assertThat(run.exitValue()).as(output(run)).isZero();
        var manifest = manifest();
        assertThat(manifest.at("/apiVersion").asText()).isEqualTo("krew.googlecontainertools.github.com/v1alpha2");
        assertThat(manifest.at("/kind").asText()).isEqualTo("Plugin");
        assertThat(manifest.at("/metadata/name").asText()).matches("[a-z0-9][a-z0-9-]*");
        assertThat(manifest.at("/spec/version").asText()).isEqualTo("v1.2.3");
        assertThat(manifest.at("/spec/shortDescription").asText()).hasSizeBetween(1, 50);
        assertThat(manifest.at("/spec/platforms")).hasSize(2);
        for (var platform : manifest.at("/spec/platforms")) holds(platform);
    }

    private static void holds(JsonNode platform) {
        assertThat(platform.at("/selector/matchLabels/os").asText()).isEqualTo("linux");
        var architecture = platform.at("/selector/matchLabels/arch").asText();
        assertThat(platform.at("/uri").asText())
                .isEqualTo("https://example.com/releases/kubectl-aotrollout-1.2.3-linux-%s.tar.gz"
                        .formatted(architecture));
        assertThat(platform.at("/sha256").asText()).isEqualTo(DIGEST);
        assertThat(platform.at("/bin").asText()).isEqualTo("kubectl-aotrollout");
    }

    @Test
    void refusesArchivesOfTwoVersions() throws Exception {
        archive("1.2.3", "amd64");
        archive("1.2.4", "arm64");

        var run = run("https://example.com/releases");

        assertThat(output(run)).contains("two versions").contains("1.2.3").contains("1.2.4");
        assertThat(run.exitValue()).isEqualTo(1);
        assertThat(folder.resolve("aotrollout.yaml")).doesNotExist();
    }

    @Test
    void refusesToHaveArchivesFetchedWithoutTls() throws Exception {
        archive("1.2.3", "amd64");

        var run = run("http://example.com");

        assertThat(output(run)).contains("https://");
        assertThat(run.exitValue()).isEqualTo(2);
    }

    @Test
    void saysWhatMakesArchivesWhereThereAreNone() throws Exception {
        var run = run("https://example.com");

        assertThat(output(run)).contains("packaging/build-plugin");
        assertThat(run.exitValue()).isEqualTo(1);
    }

    private void archive(String version, String architecture) throws IOException {
        Files.writeString(
                folder.resolve("kubectl-aotrollout-%s-linux-%s.tar.gz".formatted(version, architecture)), "hello");
    }

    private Process run(String url) throws IOException, InterruptedException {
        var process = new ProcessBuilder(SCRIPT.toString(), folder.toString(), url)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        process.waitFor();
        return process;
    }

    private String output(Process ended) throws IOException {
        assertThat(ended.isAlive()).isFalse();
        return Files.readString(folder.resolve("output"));
    }

    private JsonNode manifest() throws IOException {
        return new ObjectMapper(new YAMLFactory())
                .readTree(folder.resolve("aotrollout.yaml").toFile());
    }
}
