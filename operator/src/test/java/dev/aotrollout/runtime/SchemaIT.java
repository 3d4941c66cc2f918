package dev.aotrollout.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad input is refused by the API server with a message that names the field and says what to write; good input gets the defaults. */
class SchemaIT {

    @ParameterizedTest(name = "{0} is refused: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            a last step below 100            | steps: [{weight: 10}]                                              | the last step must have weight 100
            descending weights               | steps: [{weight: 50}, {weight: 10}, {weight: 100}]                 | weights must ascend
            a weight over 100                | steps: [{weight: 101}]                                             | spec.steps[0].weight
            no steps                         | steps: []                                                          | spec.steps
            a negative soak                  | steps: [{weight: 100, soakSeconds: -1}]                            | spec.steps[0].soakSeconds
            an unknown goal                  | goal: NATIVE                                                       | spec.goal
            an objective of 100 percent      | errorBudget: {objective: 100}                                      | spec.errorBudget.objective
            a short window over the long one | errorBudget: {fastBurn: [{longSeconds: 60, shortSeconds: 300, factor: 2}]} | shortSeconds must not exceed longSeconds
            a ratio below 1                  | guards: {errors: {maxRatio: 0.5}}                                  | spec.guards.errors.maxRatio
            an unknown mode                  | guards: {errors: {mode: Off}}                                      | spec.guards.errors.mode
            an unknown ending                | progress: {onInconclusive: Promote}                                | spec.progress.onInconclusive
            a negative drain                 | rollback: {drainSeconds: -5}                                       | spec.rollback.drainSeconds
            """)
    void badFieldIsRefused(String what, String field, String message) {
        assertRefused(MINIMAL + "  " + field + "\n", message);
    }

    @ParameterizedTest(name = "{0} is refused: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            no route                | httpRoutes: [{name: checkout}] | httpRoutes: []                         | name at least one route
            an address without http | http://prometheus:9090         | prometheus:9090                        | spec.metrics.prometheus.url
            two ways to sign in     | url: "http://prometheus:9090"  | url: "http://p:1", bearerTokenSecret: {name: a, key: b}, basicAuthSecret: {name: c} | either bearerTokenSecret or basicAuthSecret
            a StatefulSet           | {name: checkout, kind: Deployment} | {name: checkout, kind: StatefulSet} | spec.workloadRef.kind
            Fixed without a count   | replicas: {min: 2}             | replicas: {mode: Fixed}                | say how many pods
            an interval of 0        | intervalSeconds: 5             | intervalSeconds: 0                     | spec.metrics.intervalSeconds
            no image                | , image: "c:1-aot"             | ' '                                    | spec.aot.containers[0].image
            the same container twice| containers: [                  | containers: [{name: app, image: x},    | Duplicate value
            """)
    void badReplacementIsRefused(String what, String before, String after, String message) {
        assertThat(MINIMAL).contains(before);
        assertRefused(MINIMAL.replace(before, after), message);
    }

    @Test
    void aTooLongNameIsRefused() {
        assertRefused(MINIMAL.replace("name: rollout", "name: r" + "o".repeat(60)), "at most 52 characters");
    }

    @Test
    void theServerFillsInTheDefaults() {
        var created = create(MINIMAL);
        assertThat(created.<Integer>get("spec", "steps", 0, "weight")).isEqualTo(1);
        assertThat(created.<Double>get("spec", "errorBudget", "objective")).isEqualTo(99.9);
        assertThat(created.<String>get("spec", "guards", "errors", "mode")).isEqualTo("Enforce");
        assertThat(created.<String>get("spec", "goal")).isEqualTo("AOT");
        assertThat(created.<Object>get("spec", "retire")).isNull();
    }

    @Test
    void theMinimalExampleIsShort() throws IOException {
        var lines = Files.readAllLines(KubeApi.ROOT.resolve("examples/rollouts/minimal.yaml"));
        assertThat(lines.stream().filter(line -> !line.startsWith("#"))).hasSizeLessThanOrEqualTo(12);
    }

    private static final String MINIMAL = """
            apiVersion: aotrollout.dev/v1alpha1
            kind: AOTRollout
            metadata: {name: rollout}
            spec:
              workloadRef: {name: checkout, kind: Deployment}
              aot: {containers: [{name: app, image: "c:1-aot"}], replicas: {min: 2}}
              traffic: {service: checkout, httpRoutes: [{name: checkout}]}
              metrics: {prometheus: {url: "http://prometheus:9090"}, intervalSeconds: 5}
            """;

    private static void assertRefused(String manifest, String message) {
        assertThatThrownBy(() -> create(manifest))
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining(message);
    }

    private static GenericKubernetesResource create(String manifest) {
        var namespace = KubeApi.get().newNamespace();
        var client = KubeApi.get().client();
        return client.genericKubernetesResources("aotrollout.dev/v1alpha1", "AOTRollout")
                .inNamespace(namespace)
                .resource(Serialization.unmarshal(manifest, GenericKubernetesResource.class))
                .create();
    }
}
