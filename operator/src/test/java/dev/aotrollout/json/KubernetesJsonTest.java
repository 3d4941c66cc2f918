package dev.aotrollout.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodList;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The client's own serialization is the reference. */
class KubernetesJsonTest {
    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: checkout, labels: {app: checkout}, unknown: {kept: true}}
            spec:
              replicas: 3
              strategy: {rollingUpdate: {maxSurge: 25%, maxUnavailable: 1}}
              template:
                spec:
                  affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: []}}}
                  containers:
                  - name: app
                    image: checkout:1
                    env: [{name: A, valueFrom: {fieldRef: {fieldPath: metadata.name}}}]
                    resources: {limits: {memory: 512Mi, cpu: 500m}}
                    startupProbe: {httpGet: {path: /up, port: http}, periodSeconds: 1}
                    ports: [{containerPort: 8080, name: http}]
                  volumes: [{name: cache, emptyDir: {sizeLimit: 1Gi}}, {name: more, configMap: {name: c, items: []}}]
                  initContainers: null
            """;

    @TestFactory
    Stream<DynamicTest> readsWhatTheReferenceReads() throws IOException {
        var manifests = new ArrayList<Path>();
        try (var files = Files.walk(Path.of(System.getProperty("aotrollout.root"), "examples/rollouts"))) {
            files.filter(file -> file.toString().endsWith(".yaml")).forEach(manifests::add);
        }
        assertThat(manifests).hasSizeGreaterThan(2);
        return Stream.concat(
                Stream.of(DynamicTest.dynamicTest("a deployment", () -> isReadAlike(DEPLOYMENT))),
                manifests.stream()
                        .sorted()
                        .map(file -> DynamicTest.dynamicTest(
                                file.getFileName().toString(), () -> isReadAlike(Files.readString(file)))));
    }

    private static void isReadAlike(String manifest) {
        var reference = new KubernetesSerialization();
        var lazy = KubernetesJson.create();
        Object expected = reference.unmarshal(manifest);
        Object first = lazy.unmarshal(manifest);
        assertThat(tree(lazy, first)).isEqualTo(tree(reference, expected));
        assertThat(first).isEqualTo(expected);
        Object again = lazy.unmarshal(manifest);
        assertThat(again).isEqualTo(expected);
    }

    private static JsonNode tree(KubernetesSerialization serialization, Object of) {
        return serialization.convertValue(of, JsonNode.class);
    }

    @Test
    void readsListsWithAndWithoutItems() {
        var lazy = KubernetesJson.create();
        assertThat(lazy.unmarshal("{\"items\":[]}", PodList.class).getItems()).isEmpty();
        var pods = lazy.unmarshal("""
                {"items": [{"metadata": {"name": "a"}, "spec": {"nodeName": "n"}}, {"metadata": {"name": "b"}}]}""", PodList.class);
        assertThat(pods.getItems())
                .extracting(pod -> pod.getMetadata().getName())
                .containsExactly("a", "b");
        assertThat(pods.getItems().getFirst().getSpec().getNodeName()).isEqualTo("n");
    }

    @Test
    void saysOfBadInputWhatTheReferenceSays() {
        var bad = DEPLOYMENT.replace("replicas: 3", "replicas: {a: 1}");
        var reference = new KubernetesSerialization();
        var lazy = KubernetesJson.create();
        for (var serialization : List.of(reference, lazy))
            assertThatThrownBy(() -> serialization.unmarshal(bad, Deployment.class))
                    .hasRootCauseMessage(rootMessage(() -> reference.unmarshal(bad, Deployment.class)));
    }

    private static String rootMessage(Callable<?> failing) {
        try {
            failing.call();
            throw new AssertionError("did not fail");
        } catch (Exception e) {
            Throwable cause = e;
            while (cause.getCause() != null) cause = cause.getCause();
            return String.valueOf(cause.getMessage());
        }
    }

    @Test
    void learnsWhileManyRead() throws InterruptedException, ExecutionException {
        var expected = new KubernetesSerialization().unmarshal(DEPLOYMENT, Deployment.class);
        for (var round = 0; round < 20; round++) {
            var lazy = KubernetesJson.create();
            Callable<HasMetadata> read = () -> lazy.unmarshal(DEPLOYMENT, Deployment.class);
            try (var threads = Executors.newFixedThreadPool(4)) {
                for (var answer : threads.invokeAll(List.of(read, read, read, read)))
                    assertThat(answer.get()).isEqualTo(expected);
            }
        }
    }

    @Test
    void aListOfNothingTeachesNothingOfItsItems() throws IOException {
        assertThat(learned(new LazyBeans())).isLessThan(10);
        assertThat(learned(new SimpleModule("none"))).as("without it").isGreaterThan(100);
    }

    /** How many beans Jackson looks at to read a list of no pods. */
    private static int learned(Module module) throws IOException {
        var count = new AtomicInteger();
        var counts = new SimpleModule("counts").setDeserializerModifier(new BeanDeserializerModifier() {
            private static final long serialVersionUID = 1;

            @Override
            public JsonDeserializer<?> modifyDeserializer(
                    DeserializationConfig config, BeanDescription type, JsonDeserializer<?> deserializer) {
                count.incrementAndGet();
                return deserializer;
            }
        });
        new ObjectMapper().registerModules(module, counts).readValue("{\"items\":[]}", PodList.class);
        return count.get();
    }
}
