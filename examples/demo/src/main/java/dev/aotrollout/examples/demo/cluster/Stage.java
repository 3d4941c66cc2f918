package dev.aotrollout.examples.demo.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aotrollout.examples.demo.load.FirstAnswer;
import dev.aotrollout.examples.demo.load.Target;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClientTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A namespace of its own with the service, all of it on JIT, ready for a rollout. */
public final class Stage implements AutoCloseable {
    /** The Deployment, its Service, its route and the AOTRollout all have this name. */
    static final String SERVICE = "checkout";

    static final String AOT_SERVICE = SERVICE + "-aot";
    private static final Set<String> NOT_APPLIED = Set.of("Namespace", "Kustomization", "AOTRollout");
    private static final long READY_SECONDS = 240;
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration REACHABLE = Duration.ofSeconds(60);
    private static final long GONE_SECONDS = 90;

    private final Cluster cluster;
    private final String namespace;
    private boolean kept;

    private Stage(Cluster cluster, String namespace) {
        this.cluster = cluster;
        this.namespace = namespace;
    }

    /** Deploys the service and waits until it answers through the gateway. */
    public static Stage set(Cluster cluster, String namespace) throws InterruptedException {
        var stage = new Stage(cluster, namespace);
        try {
            stage.deploy();
            stage.awaitReady();
            stage.awaitReachable();
            FirstAnswer.warmUp(stage.target(), WARM_UP);
            return stage;
        } catch (RuntimeException | InterruptedException e) {
            stage.closeAfter(e);
            throw e;
        }
    }

    private void closeAfter(Exception first) {
        try {
            close();
        } catch (RuntimeException e) {
            first.addSuppressed(e);
        }
    }

    private void deploy() {
        var metadata = new NamespaceBuilder().withNewMetadata().withName(namespace);
        cluster.client().resource(metadata.endMetadata().build()).create();
        for (var file : cluster.project().checkoutManifests()) {
            for (var manifest : Manifest.read(file)) {
                if (!NOT_APPLIED.contains(manifest.kind())) {
                    cluster.create(fitted(manifest).in(namespace));
                }
            }
        }
    }

    private Manifest fitted(Manifest manifest) {
        return switch (manifest.kind()) {
            case "Deployment" -> manifest.withImage(cluster.site().images().jit());
            // One host name a namespace: two rollouts may stand side by side.
            case "HTTPRoute" -> manifest.withHost(host(), cluster.site().gateway());
            default -> manifest;
        };
    }

    private void awaitReady() {
        try {
            cluster.client()
                    .apps()
                    .deployments()
                    .inNamespace(namespace)
                    .withName(SERVICE)
                    .waitUntilReady(READY_SECONDS, TimeUnit.SECONDS);
        } catch (KubernetesClientTimeoutException e) {
            throw new DemoException(
                    "Deployment %s/%s is not ready after %d s; kubectl -n %1$s describe pods says why"
                            .formatted(namespace, SERVICE, READY_SECONDS),
                    e);
        }
    }

    private void awaitReachable() throws InterruptedException {
        var answer = FirstAnswer.await(target(), REACHABLE);
        if (answer.isPresent()) {
            throw new DemoException(
                    "%s with Host %s does not answer 200 after %d s (last: %s); see the status of HTTPRoute %s/%s"
                            .formatted(
                                    cluster.site().gatewayUrl(),
                                    host(),
                                    REACHABLE.toSeconds(),
                                    answer.get(),
                                    namespace,
                                    SERVICE));
        }
    }

    private String host() {
        return SERVICE + "." + namespace + ".example";
    }

    /** Where the service answers. */
    public Target target() {
        return cluster.site().target(host());
    }

    /** The namespace. */
    public String namespace() {
        return namespace;
    }

    URI prometheusUrl() {
        return cluster.site().prometheusUrl();
    }

    /** How to look at it. */
    public String lookCommand() {
        return "kubectl -n %s get aotrollouts,deployments,pods,httproutes".formatted(namespace);
    }

    /** One of our rollouts for this stage. */
    public Manifest rollout(String name, Map<String, String> values) {
        var all = new HashMap<>(values);
        all.put("PROMETHEUS_URL", cluster.site().operatorPrometheusUrl().toString());
        all.put("IMAGE_AOT", cluster.site().images().aot());
        all.put("CONTAINER", container());
        return Manifest.readOne(cluster.project().rollout(name), all);
    }

    /** The container of the JIT Deployment. */
    private String container() {
        return cluster.project().checkoutManifests().stream()
                .flatMap(file -> Manifest.read(file).stream())
                .filter(manifest -> manifest.kind().equals("Deployment"))
                .map(deployment -> deployment
                        .content()
                        .at("/spec/template/spec/containers/0/name")
                        .asText())
                .findFirst()
                .orElseThrow(() -> new DemoException("examples/checkout/k8s holds no Deployment"));
    }

    /** Begins the rollout. */
    public void apply(Manifest rollout) {
        cluster.apply(rollout.in(namespace));
    }

    /** Watches it from now on. */
    public StageWatch watch() {
        return StageWatch.begin(cluster, namespace);
    }

    /** Asks for its deletion and does not wait. */
    public void deleteRollout() {
        cluster.rollouts(namespace).withName(SERVICE).delete();
    }

    /** Whether the AOTRollout exists. */
    public boolean hasRollout() {
        return cluster.rollouts(namespace).withName(SERVICE).get() != null;
    }

    /** What the user wrote of the route, or what has become of it. */
    public JsonNode routeSpec() {
        var route = cluster.routes(namespace).withName(SERVICE).get();
        if (route == null) {
            throw new DemoException("HTTPRoute %s/%s is gone".formatted(namespace, SERVICE));
        }
        return Manifest.json(route).path("spec");
    }

    /** Rises with every change of the JIT Deployment's spec. */
    public long jitGeneration() {
        var jit = cluster.client().apps().deployments().inNamespace(namespace).withName(SERVICE);
        return jit.require().getMetadata().getGeneration();
    }

    /** Whether anything that the operator owns is left. */
    public boolean hasOwnedObjects() {
        var services = cluster.client().services().inNamespace(namespace);
        var deployments = cluster.client().apps().deployments().inNamespace(namespace);
        return deployments.withName(AOT_SERVICE).get() != null
                || services.withName(AOT_SERVICE).get() != null
                || services.withName(SERVICE + "-jit").get() != null;
    }

    /** Leaves it as it is when this is closed. */
    public void keep() {
        kept = true;
    }

    /** Deletes the namespace and waits until it is gone, for the operator has work to do meanwhile. */
    @Override
    public void close() {
        if (!kept) {
            kept = true;
            Farewell.say(this::delete);
        }
    }

    private void delete() {
        var resource = cluster.client().namespaces().withName(namespace);
        resource.delete();
        try {
            resource.waitUntilCondition(found -> found == null, GONE_SECONDS, TimeUnit.SECONDS);
        } catch (KubernetesClientTimeoutException e) {
            throw new DemoException(
                    "namespace %s is not gone after %d s; kubectl get namespace %1$s -o yaml says what holds it"
                            .formatted(namespace, GONE_SECONDS),
                    e);
        }
    }
}
