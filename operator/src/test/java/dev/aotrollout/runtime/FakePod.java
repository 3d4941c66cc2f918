package dev.aotrollout.runtime;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** One pod that a fake kubelet runs: what it last wrote of it. */
final class FakePod {
    private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);

    private final KubernetesClient client;
    private final Pod pod;
    private final String hash;
    private final Instant started;
    private volatile boolean ready;

    private FakePod(KubernetesClient client, Pod pod, String hash, Duration startUp) {
        this.client = client;
        this.pod = pod;
        this.hash = hash;
        this.started = Instant.now().minus(startUp).truncatedTo(ChronoUnit.SECONDS);
    }

    static FakePod create(
            KubernetesClient client, String namespace, String name, PodTemplateSpec template, String hash) {
        var labels = template.getMetadata().getLabels();
        var pod = new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .withLabels(labels)
                .endMetadata()
                .withSpec(template.getSpec())
                .build();
        client.resource(pod).create();
        var startUp = Duration.ofSeconds("aot".equals(labels.get("aotrollout.dev/track")) ? 1 : 3);
        var created = new FakePod(client, pod, hash, startUp);
        created.report(false, 0);
        return created;
    }

    String name() {
        return pod.getMetadata().getName();
    }

    String hash() {
        return hash;
    }

    boolean isReady() {
        return ready;
    }

    void ready(boolean wanted) {
        if (wanted != ready) report(wanted, 0);
    }

    void outOfMemory() {
        report(ready, 1);
    }

    void delete() {
        client.resource(pod).withGracePeriod(0).delete();
    }

    private void report(boolean nowReady, int oomKills) {
        var stamp = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var last = oomKills == 0
                ? ""
                : "\"lastState\":{\"terminated\":{\"reason\":\"OOMKilled\",\"exitCode\":137,\"finishedAt\":\"%s\"}},"
                        .formatted(stamp);
        var status = """
                {"status":{"phase":"Running",
                  "conditions":[{"type":"Ready","status":"%1$s","lastTransitionTime":"%2$s"}],
                  "containerStatuses":[{"name":"app","image":"a","imageID":"a","ready":%3$s,"restartCount":%4$d,%5$s
                    "state":{"running":{"startedAt":"%6$s"}}}]}}""".formatted(nowReady ? "True" : "False", stamp, nowReady, oomKills, last, started);
        client.pods()
                .inNamespace(pod.getMetadata().getNamespace())
                .withName(name())
                .subresource("status")
                .patch(MERGE, status);
        ready = nowReady;
    }
}
