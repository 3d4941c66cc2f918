package dev.aotrollout.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.aotrollout.api.AotRollout;
import dev.aotrollout.api.AotRolloutStatus;
import dev.aotrollout.cluster.RouteKind;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/** A namespace with one service, whose pods, gateway and Prometheus are fakes, and the hands of its owner. */
final class Shop implements AutoCloseable {
    /** Stays at weight 50. */
    static final String HALFWAY = "[{weight: 50, soakSeconds: 3600}, {weight: 100, soakSeconds: 1}]";

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    final String namespace = KubeApi.get().newNamespace();
    final KubernetesClient client = KubeApi.get().client();
    final FakeControllers controllers = new FakeControllers(client, namespace);
    final FakeTraffic traffic = new FakeTraffic(controllers, namespace);
    final FakePrometheus prometheus = new FakePrometheus(traffic);

    /** Deployment, Service and HTTPRoute of a service that knows nothing of AOT. */
    static Shop open() {
        var shop = new Shop();
        shop.create(ShopManifests.deployment("checkout"));
        shop.create(ShopManifests.service("checkout"));
        shop.create(ShopManifests.httpRoute("checkout"));
        shop.await(
                "JIT pods are ready",
                () -> shop.controllers.readyPodsOf("checkout").size() == 2);
        return shop;
    }

    /** An AOTRollout with other values in some top-level fields of its spec: {@code field, yaml, field, yaml ...}. */
    void roll(String... fieldsAndValues) {
        rollOf("checkout", fieldsAndValues);
    }

    void rollOf(String name, String... fieldsAndValues) {
        var tree = (ObjectNode) tree(ShopManifests.rollout(name, prometheus.url()));
        for (var i = 0; i < fieldsAndValues.length; i += 2)
            ((ObjectNode) tree.path("spec")).set(fieldsAndValues[i], tree(fieldsAndValues[i + 1]));
        create(tree.toString());
    }

    void create(String manifest) {
        client.resource(Serialization.unmarshal(manifest, GenericKubernetesResource.class))
                .inNamespace(namespace)
                .create();
    }

    /** Sets top-level fields of the spec. */
    void edit(String... fieldsAndValues) {
        var patch = YAML.createObjectNode();
        for (var i = 0; i < fieldsAndValues.length; i += 2)
            patch.withObject("/spec").set(fieldsAndValues[i], tree(fieldsAndValues[i + 1]));
        resource("checkout").patch(merge(), patch.toString());
    }

    /** Sets an annotation of the rollout; {@code null} removes it. */
    void annotate(String name, String value) {
        var patch = YAML.createObjectNode();
        patch.withObject("/metadata").withObject("/annotations").put("aotrollout.dev/" + name, value);
        resource("checkout").patch(merge(), patch.toString());
    }

    static PatchContext merge() {
        return PatchContext.of(PatchType.JSON_MERGE);
    }

    static JsonNode tree(String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Resource<AotRollout> resource(String name) {
        return client.resources(AotRollout.class).inNamespace(namespace).withName(name);
    }

    AotRollout rollout() {
        return resource("checkout").get();
    }

    Optional<AotRolloutStatus> status() {
        return status("checkout");
    }

    Optional<AotRolloutStatus> status(String name) {
        return Optional.ofNullable(resource(name).get())
                .map(AotRollout::getStatus)
                .filter(status -> status.run() != null); // else nobody has looked at it yet
    }

    String phase() {
        return status().map(AotRolloutStatus::phase).orElse("");
    }

    /** What the newest pass said. */
    String message() {
        return status().map(AotRolloutStatus::message).orElse("");
    }

    Optional<Deployment> deployment(String name) {
        return Optional.ofNullable(client.apps()
                .deployments()
                .inNamespace(namespace)
                .withName(name)
                .get());
    }

    /** -1 where there is no such Deployment. */
    int replicas(String deployment) {
        return deployment(deployment).map(Track::replicas).orElse(-1);
    }

    Resource<GenericKubernetesResource> route(RouteKind kind) {
        return client.genericKubernetesResources(Routes.API, kind.kind())
                .inNamespace(namespace)
                .withName("checkout");
    }

    JsonNode route() {
        return Routes.tree(route(RouteKind.HTTP).get());
    }

    /** What a gateway would send to AOT now. */
    double weight() {
        return Routes.aotPercent(route(), "checkout").orElse(0);
    }

    List<String> transitions() {
        var all = status().map(AotRolloutStatus::transitions).orElse(List.of());
        return all.reversed().stream().map(AotRolloutStatus.Transition::reason).toList();
    }

    void awaitPhase(String phase) {
        await("phase " + phase, () -> phase().equals(phase));
    }

    /** Until {@code weight} is set, and its step is known to be served. */
    void awaitServed(int weight) {
        await(
                "weight " + weight + " is served",
                () -> status().filter(s -> s.weight() == weight)
                        .filter(s -> s.run().stepServedAt() != null)
                        .isPresent());
        assertThat(weight()).isEqualTo(weight);
    }

    /** Until the evidence of all runs that ended is filed. */
    void awaitFiled() {
        await(
                "nothing is left to file",
                () -> status().filter(status ->
                                status.evidence() != null && status.run().unfiled() == null)
                        .isPresent());
    }

    void await(String what, BooleanSupplier condition) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(condition.getAsBoolean())
                        .as(() -> what + "; now: " + describe())
                        .isTrue());
    }

    /** It stays so for a few passes. */
    void always(String what, BooleanSupplier condition) {
        Awaitility.await(what)
                .during(Duration.ofSeconds(2))
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(condition::getAsBoolean);
    }

    private String describe() {
        var text = "phase %s, %s; route %s, JIT %d, AOT %d"
                .formatted(phase(), message(), weight(), replicas("checkout"), replicas("checkout-aot"));
        return text + ", " + transitions();
    }

    @Override
    public void close() {
        var rollouts = client.resources(AotRollout.class).inNamespace(namespace);
        rollouts.delete();
        rollouts.list()
                .getItems()
                .forEach(rollout -> client.resource(rollout).patch(merge(), "{\"metadata\":{\"finalizers\":null}}"));
        // The shared server has 254 addresses, fewer than the Services of all tests together.
        client.services().inNamespace(namespace).delete();
        traffic.close();
        prometheus.close();
        controllers.close();
    }
}
