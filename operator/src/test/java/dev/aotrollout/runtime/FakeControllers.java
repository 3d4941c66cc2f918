package dev.aotrollout.runtime;

import dev.aotrollout.cluster.RouteKind;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Deployment controller and kubelet of one namespace, with its gateway beside them: what an API server alone does not have. */
final class FakeControllers implements AutoCloseable {
    private static final String SAFE = "bcdfghjklmnpqrstvwxz2456789";
    private static final int EVERY_MILLIS = 50;
    private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);

    private final KubernetesClient client;
    private final String namespace;
    private final SharedIndexInformer<Deployment> deployments;
    private final FakeGateway gateway;
    private final Map<String, List<FakePod>> pods = new ConcurrentHashMap<>();
    private final Map<String, Integer> readyAtMost = new ConcurrentHashMap<>();
    private final Map<String, String> written = new ConcurrentHashMap<>();
    private final ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor();
    private int created;

    FakeControllers(KubernetesClient client, String namespace) {
        this.client = client;
        this.namespace = namespace;
        this.deployments = client.apps().deployments().inNamespace(namespace).inform();
        this.gateway = new FakeGateway(client, namespace);
        loop.scheduleWithFixedDelay(this::play, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    FakeGateway gateway() {
        return gateway;
    }

    /** From now on no more than {@code count} pods of {@code deployment} are ready. */
    void readyAtMost(String deployment, int count) {
        readyAtMost.put(deployment, count);
    }

    void aotPodsNeverReady() {
        readyAtMost("checkout-aot", 0);
    }

    void crashAotPod() {
        pods.get("checkout-aot").getFirst().outOfMemory();
    }

    List<String> podsOf(String deployment) {
        return pods.getOrDefault(deployment, List.of()).stream()
                .map(FakePod::name)
                .toList();
    }

    List<String> readyPodsOf(String deployment) {
        return pods.getOrDefault(deployment, List.of()).stream()
                .filter(FakePod::isReady)
                .map(FakePod::name)
                .toList();
    }

    /** Names of the Deployments that pods were created for. */
    List<String> names() {
        return List.copyOf(pods.keySet());
    }

    private void play() {
        for (var deployment : deployments.getStore().list()) patiently(() -> play(deployment));
        for (var kind : RouteKind.values())
            for (var route : gateway.routes(kind)) patiently(() -> gateway.report(kind, route));
    }

    /** The next round tries again; a test that is over has deleted what this one wrote to. */
    private static void patiently(Runnable work) {
        try {
            work.run();
        } catch (KubernetesClientException e) {
            if (e.getCode() != 404 && e.getCode() != 409) System.err.println("fake controller: " + e.getMessage());
        }
    }

    private void play(Deployment deployment) {
        var name = deployment.getMetadata().getName();
        var own = pods.computeIfAbsent(name, _ -> new CopyOnWriteArrayList<>());
        var template = deployment.getSpec().getTemplate();
        var hash = hash(template);
        var wanted = Track.replicas(deployment);
        while (count(own, hash) < wanted)
            own.add(FakePod.create(client, namespace, podName(name, hash), template, hash));
        var limit = readyAtMost.getOrDefault(name, Integer.MAX_VALUE);
        var number = 0;
        for (var pod : own) pod.ready(number++ < limit);
        var surplus =
                own.stream().filter(pod -> !pod.hash().equals(hash)).collect(Collectors.toCollection(ArrayList::new));
        own.stream().filter(pod -> pod.hash().equals(hash)).skip(wanted).forEach(surplus::add);
        surplus.forEach(FakePod::delete);
        own.removeAll(surplus);
        report(deployment, own, hash);
    }

    private static long count(List<FakePod> own, String hash) {
        return own.stream().filter(pod -> pod.hash().equals(hash)).count();
    }

    private void report(Deployment deployment, List<FakePod> own, String hash) {
        var ready = own.stream().filter(FakePod::isReady).count();
        var status =
                """
                {"status":{"observedGeneration":%d,"replicas":%d,"updatedReplicas":%d,"readyReplicas":%d,"availableReplicas":%d}}""".formatted(deployment.getMetadata().getGeneration(), own.size(), count(own, hash), ready, ready);
        var name = deployment.getMetadata().getName();
        var uid = deployment.getMetadata().getUid();
        if (status.equals(written.get(uid))) return;
        client.apps()
                .deployments()
                .inNamespace(namespace)
                .withName(name)
                .subresource("status")
                .patch(MERGE, status);
        written.put(uid, status);
    }

    /** {@code <deployment>-<hash>-<suffix>}, as Kubernetes builds it. */
    private String podName(String deployment, String hash) {
        created++;
        return deployment + "-" + hash + "-" + letters(created * 7919L, 5);
    }

    private static String hash(PodTemplateSpec template) {
        return letters(Integer.toUnsignedLong(Serialization.asJson(template).hashCode()), 9);
    }

    private static String letters(long number, int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> "" + SAFE.charAt((int) (number / (long) Math.pow(SAFE.length(), i) % SAFE.length())))
                .collect(Collectors.joining());
    }

    @Override
    public void close() {
        loop.shutdown();
        deployments.close();
        gateway.close();
    }

    /** Reads the routes of a namespace, and says of each that it was accepted. */
    static final class FakeGateway implements AutoCloseable {
        private final KubernetesClient client;
        private final String namespace;
        private final Map<RouteKind, SharedIndexInformer<GenericKubernetesResource>> routes = new ConcurrentHashMap<>();
        private final Map<String, Long> reported = new ConcurrentHashMap<>();
        private volatile boolean accepting = true;

        FakeGateway(KubernetesClient client, String namespace) {
            this.client = client;
            this.namespace = namespace;
            for (var kind : RouteKind.values())
                routes.put(
                        kind,
                        client.genericKubernetesResources(Routes.API, kind.kind())
                                .inNamespace(namespace)
                                .inform());
        }

        /** It lags behind: generations that come now are not reported on. */
        void accepting(boolean wanted) {
            accepting = wanted;
        }

        List<GenericKubernetesResource> routes(RouteKind kind) {
            return routes.get(kind).getStore().list();
        }

        /** Percent that the routes send to the AOT track of {@code service} this moment. */
        double aotPercent(String service) {
            for (var kind : RouteKind.values())
                for (var route : routes(kind)) {
                    var percent = Routes.aotPercent(Routes.tree(route), service);
                    if (percent.isPresent()) return percent.getAsDouble();
                }
            return 0;
        }

        void report(RouteKind kind, GenericKubernetesResource route) {
            var name = route.getMetadata().getName();
            var generation = route.getMetadata().getGeneration();
            var key = kind + "/" + name + "/" + route.getMetadata().getUid();
            if (!accepting || generation.equals(reported.get(key))) return;
            var parents = Routes.tree(route).at("/spec/parentRefs");
            client.genericKubernetesResources(Routes.API, kind.kind())
                    .inNamespace(namespace)
                    .withName(name)
                    .subresource("status")
                    .patch(MERGE, Routes.accepted(parents, generation));
            reported.put(key, generation);
        }

        @Override
        public void close() {
            routes.values().forEach(SharedIndexInformer::close);
        }
    }
}
