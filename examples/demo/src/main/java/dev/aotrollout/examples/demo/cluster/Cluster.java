package dev.aotrollout.examples.demo.cluster;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionStatus;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A cluster that we are connected to. */
public record Cluster(Project project, Site site, KubernetesClient client) implements AutoCloseable {
    private static final String FIELD_MANAGER = "aotrollout-demo";
    private static final long PATIENCE_SECONDS = 60;

    /** Connects; says so when nobody answers. */
    public static Cluster connect(Project project, Site site) {
        try {
            var config = Config.fromKubeconfig(Files.readString(site.kubeconfig()));
            return new Cluster(
                    project,
                    site,
                    new KubernetesClientBuilder().withConfig(config).build());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the kubeconfig " + site.kubeconfig(), e);
        }
    }

    /** Installs our resource definitions and waits until they can be used. */
    public void installCrds() {
        crds().forEach(this::apply);
        awaitCrds();
    }

    /** Waits until our resource definitions, whoever installed them, can be used. */
    public void awaitCrds() {
        for (var crd : crds()) {
            client.apiextensions()
                    .v1()
                    .customResourceDefinitions()
                    .withName(crd.name())
                    .waitUntilCondition(Cluster::isEstablished, PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private List<Manifest> crds() {
        return project.crds().stream()
                .flatMap(file -> Manifest.read(file).stream())
                .toList();
    }

    /** A definition that is seconds old has no status, or one without conditions. */
    private static boolean isEstablished(@Nullable CustomResourceDefinition crd) {
        return Optional.ofNullable(crd)
                .map(CustomResourceDefinition::getStatus)
                .map(CustomResourceDefinitionStatus::getConditions)
                .stream()
                .flatMap(List::stream)
                .anyMatch(c -> "Established".equals(c.getType()) && "True".equals(c.getStatus()));
    }

    /** As {@code kubectl create} does it: nobody goes on owning the replicas, so that JIT can be retired. */
    void create(Manifest manifest) {
        client.resource(manifest.resource()).create();
    }

    /** As {@code kubectl apply --server-side} does it. */
    public void apply(Manifest manifest) {
        client.resource(manifest.resource())
                .fieldManager(FIELD_MANAGER)
                .forceConflicts()
                .serverSideApply();
    }

    NonNamespaceOperation<GenericKubernetesResource, GenericKubernetesResourceList, Resource<GenericKubernetesResource>>
            rollouts(String namespace) {
        return resources("aotrollout.dev/v1alpha1", "AOTRollout").inNamespace(namespace);
    }

    NonNamespaceOperation<GenericKubernetesResource, GenericKubernetesResourceList, Resource<GenericKubernetesResource>>
            routes(String namespace) {
        return resources("gateway.networking.k8s.io/v1", "HTTPRoute").inNamespace(namespace);
    }

    private MixedOperation<
                    GenericKubernetesResource, GenericKubernetesResourceList, Resource<GenericKubernetesResource>>
            resources(String apiVersion, String kind) {
        return client.genericKubernetesResources(apiVersion, kind);
    }

    @Override
    public void close() {
        client.close();
    }
}
