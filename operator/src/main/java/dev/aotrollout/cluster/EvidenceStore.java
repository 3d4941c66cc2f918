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
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Evidence packs: a watched copy of them, and the few reads and writes that filing one takes. */
public final class EvidenceStore implements AutoCloseable {
    private static final int CONFLICT = 409;
    private static final Comparator<AotEvidencePack> BY_END = Comparator.comparing(
                    (AotEvidencePack pack) -> pack.getSpec().endedAt())
            .thenComparing(pack -> pack.getMetadata().getName());

    private final KubernetesClient client;
    private final Set<String> namespaces;
    private final Consumer<ObjectKey> changed;
    private final List<SharedIndexInformer<AotEvidencePack>> informers = new ArrayList<>();

    /**
     * Empty until started.
     *
     * @param namespaces to watch; empty for all
     * @param changed told of the AOTRollout whose pack was added
     */
    public EvidenceStore(KubernetesClient client, Set<String> namespaces, Consumer<ObjectKey> changed) {
        this.client = client;
        this.namespaces = Set.copyOf(namespaces);
        this.changed = changed;
    }

    /** Starts the watches, and waits a little for the first lists: a cluster without our newest definitions must not stop rollouts. */
    public void start(Duration patience) {
        var packs = client.resources(AotEvidencePack.class);
        if (namespaces.isEmpty()) informers.add(packs.inAnyNamespace().runnableInformer(0));
        else namespaces.forEach(name -> informers.add(packs.inNamespace(name).runnableInformer(0)));
        var lists = informers.stream().map(this::open).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(lists).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException _) {
            // It goes on in the background.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while listing evidence packs", e);
        }
    }

    private CompletableFuture<Void> open(SharedIndexInformer<AotEvidencePack> informer) {
        informer.exceptionHandler((_, _) -> true); // reconnects for ever
        informer.addEventHandler(new Filed());
        return informer.start().toCompletableFuture();
    }

    /** A pack never changes, and nobody needs to be woken for one that was deleted. */
    private final class Filed implements ResourceEventHandler<AotEvidencePack> {
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
        return informers.stream()
                .map(informer -> informer.getStore().getByKey(namespace + "/" + name))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The packs of a rollout as watched, the oldest first. */
    public List<AotEvidencePack> packs(String namespace, String rollout) {
        return informers.stream()
                .flatMap(informer -> informer.getStore().list().stream())
                .filter(pack -> namespace.equals(pack.getMetadata().getNamespace()))
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
        informers.forEach(SharedIndexInformer::close);
    }
}
