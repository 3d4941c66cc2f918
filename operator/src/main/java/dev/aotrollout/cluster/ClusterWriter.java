package dev.aotrollout.cluster;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Optional;

/** Every write to the cluster but the status of a rollout. Refusals of the API server come out as Fabric8's exceptions. */
public final class ClusterWriter {
    /** Who we are in {@code managedFields}. */
    public static final String FIELD_MANAGER = "aotrollout";

    private final KubernetesClient client;

    public ClusterWriter(KubernetesClient client) {
        this.client = client;
    }

    /** Server-side apply of an object that we own; fields that others set beside ours stay. */
    public <T extends HasMetadata> T apply(T desired) {
        return client.resource(desired)
                .fieldManager(FIELD_MANAGER)
                .forceConflicts()
                .serverSideApply();
    }

    /** A JSON Patch (RFC 6902) of a route; its {@code test} operations make it fail where somebody else was faster. */
    public GenericKubernetesResource patchRoute(RouteKind kind, String namespace, String name, String jsonPatch) {
        return client.genericKubernetesResources(kind.context())
                .inNamespace(namespace)
                .withName(name)
                .patch(context(PatchType.JSON), jsonPatch);
    }

    /** The route as the API server has it this moment. */
    public Optional<GenericKubernetesResource> readRoute(RouteKind kind, String namespace, String name) {
        return Optional.ofNullable(client.genericKubernetesResources(kind.context())
                .inNamespace(namespace)
                .withName(name)
                .get());
    }

    /** Sets the replicas of a Deployment and nothing else of it. */
    public void scale(String namespace, String deployment, int replicas) {
        client.apps()
                .deployments()
                .inNamespace(namespace)
                .withName(deployment)
                .patch(context(PatchType.JSON_MERGE), "{\"spec\":{\"replicas\":%d}}".formatted(replicas));
    }

    /** Removes an annotation of a rollout that was acted on, where it still has the value that was acted on. */
    public void removeAnnotation(HasMetadata rollout, String annotation, String value) {
        var path = "/metadata/annotations/" + annotation.replace("~", "~0").replace("/", "~1");
        client.resource(rollout).patch(context(PatchType.JSON), """
                        [{"op":"test","path":"%1$s","value":"%2$s"},{"op":"remove","path":"%1$s"}]""".formatted(path, value));
    }

    /** Announces a fact. */
    public void announce(Event event) {
        client.v1()
                .events()
                .inNamespace(event.getMetadata().getNamespace())
                .resource(event)
                .create();
    }

    private static PatchContext context(PatchType type) {
        return new PatchContext.Builder()
                .withPatchType(type)
                .withFieldManager(FIELD_MANAGER)
                .build();
    }
}
