package dev.aotrollout.examples.demo.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {
    private static final Map<String, String> VALUES = Map.of(
            "PROMETHEUS_URL", "http://127.0.0.1:9090",
            "IMAGE_AOT", "checkout:1.0-aot",
            "CONTAINER", "app",
            "DEFECT", "leak",
            "FIRST_WEIGHT", "25",
            "INTERVAL_SECONDS", "5");

    @TempDir
    private Path folder = Path.of("");

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("objects.yaml"), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"healthy", "faulty", "reaction"})
    void fillsInOurRollouts(String name) {
        // When
        var rollout = Manifest.readOne(Project.current().rollout(name), VALUES);
        // Then
        assertThat(rollout.kind()).isEqualTo("AOTRollout");
        assertThat(rollout.name()).isEqualTo(Stage.SERVICE);
        assertThat(rollout.content().at("/spec/metrics/prometheus/url").asText())
                .isEqualTo("http://127.0.0.1:9090");
        assertThat(rollout.content().at("/spec/aot/containers/0/image").asText())
                .isEqualTo("checkout:1.0-aot");
        assertThat(rollout.content().at("/spec/steps").findValuesAsText("weight"))
                .endsWith("100");
    }

    @Test
    void addsVariablesToTheAotContainersOnly() {
        // Given
        var rollout = Manifest.readOne(Project.current().rollout("faulty"), VALUES);
        // When
        var other = rollout.withAotVariable("CHECKOUT_CRASH_AFTER_SECONDS", "25");
        // Then
        assertThat(other.content().at("/spec/aot/containers/0/env").findValuesAsText("value"))
                .containsExactly("leak", "40", "25");
        assertThat(rollout.content().at("/spec/aot/containers/0/env")).hasSize(2);
    }

    @Test
    void saysWhichPlaceholderHasNoValue() throws IOException {
        var file = file("kind: AOTRollout\nspec: {url: \"${SECRET}\"}\n");
        assertThatThrownBy(() -> Manifest.read(file, Map.of("IMAGE", "x")))
                .hasMessageContaining("${SECRET}")
                .hasMessageContaining("[IMAGE]");
    }

    @Test
    void readsEveryDocumentThatIsAnObject() throws IOException {
        var file = file("# a comment\n---\nkind: Service\nmetadata: {name: a}\n---\n\n---\nkind: Deployment\n");
        assertThat(Manifest.read(file)).extracting(Manifest::kind).containsExactly("Service", "Deployment");
    }

    @Test
    void expectsOneRolloutAFile() throws IOException {
        var file = file("kind: AOTRollout\n---\nkind: AOTRollout\n");
        assertThatThrownBy(() -> Manifest.readOne(file, Map.of())).hasMessageContaining("2 objects");
    }

    @Test
    void movesARouteToAnotherHostAndGateway() throws IOException {
        // Given
        var route = Manifest.read(file("kind: HTTPRoute\nspec: {hostnames: [checkout.example], rules: [{a: 1}]}\n"))
                .getFirst();
        // When
        var moved = route.withHost("checkout.demo.example", new Site.Gateway("edge", "public"))
                .in("demo");
        // Then
        assertThat(moved.content().toString())
                .isEqualTo(
                        "{\"kind\":\"HTTPRoute\",\"spec\":{\"hostnames\":[\"checkout.demo.example\"],\"rules\":[{\"a\":1}],"
                                + "\"parentRefs\":[{\"namespace\":\"edge\",\"name\":\"public\"}]},\"metadata\":{\"namespace\":\"demo\"}}");
    }

    @Test
    void changesTheImageOfADeployment() throws IOException {
        var deployment = Manifest.read(file("kind: Deployment\n"
                        + "spec: {template: {spec: {containers: [{name: app, image: old, env: []}]}}}\n"))
                .getFirst();
        assertThat(deployment
                        .withImage("new:1")
                        .content()
                        .at("/spec/template/spec/containers/0/image")
                        .asText())
                .isEqualTo("new:1");
    }

    @Test
    void becomesAResourceWithNothingLost() throws IOException {
        var service = Manifest.read(
                        file("apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: [{port: 80}]}\n"))
                .getFirst()
                .in("demo");
        assertThat(Manifest.json(service.resource())).isEqualTo(service.content());
    }
}
