package dev.aotrollout.cluster;

import dev.aotrollout.api.AotApproval;
import dev.aotrollout.api.AotEvidencePack;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Evidence packs: a watched copy of them, and the few reads and writes that filing one takes. */
public final class EvidenceStore implements AutoCloseable {
    private static final int CONFLICT = 409;
    private static final Comparator<AotEvidencePack> BY_END = Comparator.comparing(
                    (AotEvidencePack pack) -> pack.getSpec().endedAt())
            .thenComparing(pack -> pack.getMetadata().getName());

    private final KubernetesClient client;
    private final KindCache<AotEvidencePack> packs;

    /**
     * Begins to watch.
     *
     * @param namespaces to watch; empty for all
     * @param changed told of the AOTRollout whose pack was added
     */
    public EvidenceStore(KubernetesClient client, Set<String> namespaces, Consumer<ObjectKey> changed) {
        this.client = client;
        packs = KindCache.open(
                new Scopes(namespaces).of(client.resources(AotEvidencePack.class)),
                "AOTEvidencePack",
                new Filed(changed));
    }

    /** Waits a little for the first lists: a cluster without our newest definitions must not stop rollouts. */
    public void await(Duration patience) {
        KindCache.arrive(List.of(packs), patience);
    }

    /** How the watch stands. */
    public WatchState watch() {
        return packs.state();
    }

    /** A pack never changes, and nobody needs to be woken for one that was deleted. */
    private record Filed(Consumer<ObjectKey> changed) implements ResourceEventHandler<AotEvidencePack> {
        @Override
        public void onAdd(AotEvidencePack pack) {
            changed.accept(new ObjectKey(
                    "AOTRollout",
                    pack.getMetadata().getNamespace(),
                    pack.getSpec().rollout().name()));
        }

        @Override
        public void onUpdate(AotEvidencePack before, AotEvidencePack after) {}

        @Override
        public void onDelete(AotEvidencePack pack, boolean finalStateUnknown) {}
    }

    /** A pack as watched, where it exists. */
    public Optional<AotEvidencePack> pack(String namespace, String name) {
        return packs.find(namespace, name);
    }

    /** The packs of a rollout as watched, the oldest first. */
    public List<AotEvidencePack> packs(String namespace, String rollout) {
        return packs.list(namespace).stream()
                .filter(pack -> rollout.equals(pack.getSpec().rollout().name()))
                .sorted(BY_END)
                .toList();
    }

    /** The packs of a rollout as the API server has them this moment, the oldest first. */
    public List<AotEvidencePack> packsNow(String namespace, String rollout) {
        return client.resources(AotEvidencePack.class).inNamespace(namespace).list().getItems().stream()
                .filter(pack -> rollout.equals(pack.getSpec().rollout().name()))
                .sorted(BY_END)
                .toList();
    }

    /** The approvals of one revision of a rollout, by name. */
    public List<AotApproval> approvals(String namespace, String rollout, String revision) {
        return client.resources(AotApproval.class).inNamespace(namespace).list().getItems().stream()
                .filter(approval -> rollout.equals(approval.getSpec().rollout()))
                .filter(approval -> revision.equals(approval.getSpec().revision()))
                .sorted(Comparator.comparing(approval -> approval.getMetadata().getName()))
                .toList();
    }

    /** The pods that match, by name. */
    public List<Pod> pods(String namespace, LabelSelector selector) {
        return client.pods().inNamespace(namespace).withLabelSelector(selector).list().getItems().stream()
                .sorted(Comparator.comparing(pod -> pod.getMetadata().getName()))
                .toList();
    }

    /** The ConfigMap of that name, as the API server has it this moment. */
    public Optional<ConfigMap> document(String namespace, String name) {
        return Optional.ofNullable(
                client.configMaps().inNamespace(namespace).withName(name).get());
    }

    /** Creates it, or gives the one that there is already. */
    public ConfigMap create(ConfigMap document) {
        try {
            return client.resource(document).create();
        } catch (KubernetesClientException e) {
            if (e.getCode() != CONFLICT) throw e;
            return client.resource(document).get();
        }
    }

    /** Creates it, or gives the one that there is already. */
    public AotEvidencePack create(AotEvidencePack pack) {
        try {
            return client.resource(pack).create();
        } catch (KubernetesClientException e) {
            if (e.getCode() != CONFLICT) throw e;
            return client.resource(pack).get();
        }
    }

    /** From now on {@code document} goes when {@code pack} goes. */
    public void own(AotEvidencePack pack, ConfigMap document) {
        var uid = pack.getMetadata().getUid();
        var owned = document.getMetadata().getOwnerReferences().stream()
                .anyMatch(owner -> owner.getUid().equals(uid));
        if (owned) return;
        var owner = new OwnerReferenceBuilder()
                .withApiVersion(pack.getApiVersion())
                .withKind(pack.getKind())
                .withName(pack.getMetadata().getName())
                .withUid(uid)
                .withController(true)
                .withBlockOwnerDeletion(false)
                .build();
        var patch = """
                {"metadata":{"ownerReferences":[%s]}}""".formatted(client.getKubernetesSerialization().asJson(owner));
        client.resource(document)
                .patch(
                        new PatchContext.Builder()
                                .withPatchType(PatchType.JSON_MERGE)
                                .withFieldManager(ClusterWriter.FIELD_MANAGER)
                                .build(),
                        patch);
    }

    /** With its document. */
    public void delete(AotEvidencePack pack) {
        client.resource(pack)
                .withPropagationPolicy(DeletionPropagation.BACKGROUND)
                .delete();
    }

    @Override
    public void close() {
        packs.close();
    }
}
