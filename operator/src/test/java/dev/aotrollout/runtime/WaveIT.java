package dev.aotrollout.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aotrollout.api.AotRollout;
import dev.aotrollout.api.AotWavePlan;
import dev.aotrollout.api.AotWavePlanStatus;
import dev.aotrollout.cluster.ClusterWriter;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.javaoperatorsdk.operator.Operator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Slots on a real API server, with operators that race. */
class WaveIT {
    private final KubernetesClient client = KubeApi.get().client();
    private final String namespace = KubeApi.get().newNamespace();
    private final String plan = "plan-" + namespace;
    private final List<Operator> operators = new ArrayList<>();

    @AfterEach
    void stop() {
        operators.forEach(Operator::stop);
        client.resources(AotWavePlan.class).withName(plan).delete();
        client.resources(AotRollout.class).inNamespace(namespace).delete();
    }

    private void startOperator() {
        var own = KubeApi.get().newClient();
        var operator = new Operator(configuration -> configuration
                .withKubernetesClient(own)
                .withReconciliationTerminationTimeout(Duration.ofSeconds(2))
                .withCloseClientOnStop(true));
        operator.register(new WavePlanReconciler(
                new StatusRecorder(own),
                Set.of(namespace),
                new WaveAnnouncer(new Herald(new ClusterWriter(own), _ -> {})),
                Clock.systemUTC()));
        operator.start();
        operators.add(operator);
    }

    private void create(String manifest) {
        client.resource(Serialization.unmarshal(manifest, GenericKubernetesResource.class))
                .create();
    }

    private void createPlan() {
        create("""
                {"apiVersion":"aotrollout.dev/v1alpha1","kind":"AOTWavePlan","metadata":{"name":"%s"},"spec":{
                 "firstWave":{"maxServices":2},
                 "waves":[{"name":"pilot","rollouts":[{"namespace":"%s","name":"a"},{"namespace":"%s","name":"b"}]}]}}
                """.formatted(plan, namespace, namespace));
    }

    /** As a rollout that has been looked at and waits for its slot. */
    private void createRollout(String name) {
        var tree = Shop.tree(ShopManifests.rollout(name, "http://127.0.0.1:1"));
        ((ObjectNode) tree.path("metadata")).put("namespace", namespace);
        ((ObjectNode) tree.path("spec")).set("wave", Shop.tree("{plan: %s, wave: pilot}".formatted(plan)));
        create(tree.toString());
    }

    private Optional<AotWavePlanStatus> status() {
        return Optional.ofNullable(
                        client.resources(AotWavePlan.class).withName(plan).get())
                .map(AotWavePlan::getStatus);
    }

    private List<String> holders() {
        return status().map(AotWavePlanStatus::slots).orElse(List.of()).stream()
                .map(AotWavePlanStatus.Slot::rollout)
                .toList();
    }

    private void patchStatus(String name, String run, String reason) {
        client.resources(AotRollout.class)
                .inNamespace(namespace)
                .withName(name)
                .subresource("status")
                .patch(Shop.merge(), """
                        {"status":{"weight":0,"run":{"revision":"r1","jitCapacity":2,"jitRetired":false,"spentPercent":0,%s},
                         "conditions":[{"type":"Ready","status":"False","reason":"%s","message":"",
                          "lastTransitionTime":"2026-11-25T10:00:00Z"}]}}""".formatted(run, reason));
    }

    private void waits(String name) {
        patchStatus(name, "\"outcome\":\"RUNNING\",\"stepIndex\":-1", "WaveWaits");
    }

    private void promoted(String name, Instant started, Instant ended) {
        var run =
                "\"outcome\":\"PROMOTED\",\"stepIndex\":2,\"startedAt\":\"%s\",\"endedAt\":\"%s\",\"endReason\":\"Promoted\",\"endMessage\":\"\"";
        patchStatus(name, run.formatted(started, ended), "Promoted");
    }

    private void file(String rollout, Instant started, Instant ended) {
        create("""
                {"apiVersion":"aotrollout.dev/v1alpha1","kind":"AOTEvidencePack","metadata":{"name":"%2$s-1","namespace":"%1$s"},
                 "spec":{"rollout":{"name":"%2$s","uid":"u","generation":1},"revision":"r1","outcome":"Promoted","reason":"Promoted",
                 "message":"m","verdict":"Passed","startedAt":"%3$s","endedAt":"%4$s",
                 "figures":{"memoryGainPercent":54,"startupGainPercent":81,"aotRequests":10,"oomKills":0},"summary":{},
                 "digest":"sha256:0","document":{"configMap":"c","key":"k","compressedBytes":1}}}""".formatted(namespace, rollout, started, ended));
    }

    private static void await(String what, BooleanSupplier condition) {
        Awaitility.await(what)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(condition::getAsBoolean);
    }

    private String version() {
        return client.resources(AotWavePlan.class)
                .withName(plan)
                .get()
                .getMetadata()
                .getResourceVersion();
    }

    @Test
    void twoRolloutsAndTwoOperatorsNeverTakeOneSlotTwiceAlsoAfterARestart() {
        createPlan();
        startOperator();
        startOperator();
        createRollout("a");
        createRollout("b");
        waits("b");
        waits("a");
        await("somebody has the slot", () -> holders().size() == 1);
        var slot = status().orElseThrow().slots();
        var holder = holders().getFirst();
        await(
                "both are on the board",
                () -> status().orElseThrow().inFlight().equals("1")
                        && status().orElseThrow().done().equals("0/2"));
        var version = version();
        Awaitility.await("a steady plan is not written")
                .during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(10))
                .until(() -> version().equals(version));

        operators.forEach(Operator::stop);
        operators.clear();
        startOperator();
        startOperator();
        var started = Instant.now();
        promoted(holder, started, started.plusMillis(1));
        await(
                "its evidence is awaited",
                () -> status().orElseThrow().waves().getFirst().members().stream()
                        .anyMatch(member -> member.phase().equals("Ending")));
        assertThat(status().orElseThrow().slots()).isEqualTo(slot);

        file(holder, started, started.plusMillis(1));
        await("the other one has it", () -> holders().size() == 1 && !holders().contains(holder));
        assertThat(status().orElseThrow().gains()).isEqualTo("memory -54 % (n=1), startup -81 % (n=1)");
    }

    @Test
    void aDeposedLeaderTakesNoSlotAway() {
        createPlan();
        startOperator();
        createRollout("a");
        createRollout("b");
        await("the board is there", () -> status().isPresent());
        var stale = client.resources(AotWavePlan.class).withName(plan).get();
        waits("a");
        await("a has the slot", () -> holders().equals(List.of("a")));
        operators.forEach(Operator::stop);
        operators.clear();

        // It sees no rollouts at all: it would write a board without slots.
        new WavePlanReconciler(
                        new StatusRecorder(client),
                        Set.of(namespace),
                        new WaveAnnouncer(new Herald(new ClusterWriter(client), _ -> {})),
                        Clock.systemUTC())
                .reconcile(stale, null);

        assertThat(holders()).containsExactly("a");
    }

    @Test
    void aRolloutInAWaveThatDoesNotSelectItAdmitsNobody() {
        createPlan();
        startOperator();
        createRollout("c");
        createRollout("a");
        waits("a");

        await(
                "the plan is invalid",
                () -> status().map(AotWavePlanStatus::phase).orElse("").equals("Invalid"));
        assertThat(holders()).isEmpty();
        assertThat(status().orElseThrow().conditions())
                .anySatisfy(condition -> assertThat(condition.getType() + condition.getStatus() + condition.getReason())
                        .isEqualTo("ValidFalseWaveInvalid"));
    }
}
