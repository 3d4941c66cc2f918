package dev.aotrollout.cluster;

import dev.aotrollout.api.AotApproval;
import dev.aotrollout.api.AotCandidateRubric;
import dev.aotrollout.api.AotException;
import dev.aotrollout.api.AotLibraryPolicy;
import dev.aotrollout.api.AotWavePlan;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Watched copies of what governance reads. Reading it never calls the API server. */
public final class PolicyCache implements AutoCloseable {
    /** ConfigMaps without it are not watched: a cluster has many, and most of them are none of our business. */
    public static final String EVIDENCE_LABEL = "aotrollout.dev/evidence";

    private static final Duration PATIENCE_WITH_NODES = Duration.ofSeconds(2);

    private final KindCache<AotCandidateRubric> rubrics;
    private final KindCache<AotLibraryPolicy> libraryPolicies;
    private final KindCache<AotWavePlan> wavePlans;
    private final KindCache<AotException> exceptions;
    private final KindCache<AotApproval> approvals;
    private final KindCache<ConfigMap> documents;
    private final KindCache<Node> nodes;

    /**
     * Begins to watch.
     *
     * @param namespaces to watch; empty for all
     * @param changed told of every object that was added, changed or deleted; of exceptions and approvals without their name,
     *     because they concern whatever rollout they name. Nodes change too often and matter too little to be told of.
     */
    public PolicyCache(KubernetesClient client, Set<String> namespaces, Consumer<ObjectKey> changed) {
        var scopes = new Scopes(namespaces);
        rubrics = KindCache.open(List.of(client.resources(AotCandidateRubric.class)), "AOTCandidateRubric", changed);
        libraryPolicies =
                KindCache.open(List.of(client.resources(AotLibraryPolicy.class)), "AOTLibraryPolicy", changed);
        wavePlans = KindCache.open(List.of(client.resources(AotWavePlan.class)), "AOTWavePlan", changed);
        Consumer<ObjectKey> nameless = key -> changed.accept(new ObjectKey(key.kind(), key.namespace(), ObjectKey.ANY));
        exceptions = KindCache.open(scopes.of(client.resources(AotException.class)), "AOTException", nameless);
        approvals = KindCache.open(scopes.of(client.resources(AotApproval.class)), "AOTApproval", nameless);
        documents = KindCache.open(scopes.labelled(client.configMaps(), EVIDENCE_LABEL, "true"), "ConfigMap", changed);
        nodes = KindCache.open(List.of(client.nodes()), "Node", _ -> {});
    }

    /**
     * Waits for the first lists: without them an exception would not be seen. Nodes may be none of the operator's business.
     *
     * @throws IllegalStateException when they cannot be listed in time
     */
    public void await(Duration patience) {
        KindCache.await(
                List.of(rubrics, libraryPolicies, wavePlans, exceptions, approvals, documents),
                patience,
                "cannot list AOTCandidateRubrics, AOTLibraryPolicies, AOTWavePlans, AOTExceptions, AOTApprovals and ConfigMaps within %d s; check that all of crds/ are installed and the operator's role allows list and watch"
                        .formatted(patience.toSeconds()));
        KindCache.arrive(List.of(nodes), PATIENCE_WITH_NODES);
    }

    /** How the watches stand. */
    public List<WatchState> watches() {
        return all().stream().map(KindCache::state).toList();
    }

    /** A rubric, where it exists. */
    public Optional<AotCandidateRubric> rubric(String name) {
        return rubrics.find(name);
    }

    /** A library policy, where it exists. */
    public Optional<AotLibraryPolicy> libraryPolicy(String name) {
        return libraryPolicies.find(name);
    }

    /** A wave plan, where it exists. */
    public Optional<AotWavePlan> wavePlan(String name) {
        return wavePlans.find(name);
    }

    /** All exceptions of a namespace. */
    public List<AotException> exceptions(String namespace) {
        return exceptions.list(namespace);
    }

    /** All approvals of a namespace. */
    public List<AotApproval> approvals(String namespace) {
        return approvals.list(namespace);
    }

    /** A labelled ConfigMap, where it exists. */
    public Optional<ConfigMap> document(String namespace, String name) {
        return documents.find(namespace, name);
    }

    /** All nodes; none where the operator may not list them. */
    public List<Node> nodes() {
        return nodes.list();
    }

    private List<KindCache<?>> all() {
        return List.of(rubrics, libraryPolicies, wavePlans, exceptions, approvals, documents, nodes);
    }

    @Override
    public void close() {
        all().forEach(KindCache::close);
    }
}
