package dev.aotrollout.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aotrollout.api.AotRolloutStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Record, then apply: what survives a crash, what a deposed leader may do, and what starts a run again. */
class RecordingIT {
    private final Shop shop = Shop.open();
    private final RequestTap tap = new RequestTap();
    private final KubernetesClient client = KubeApi.get().newClient(tap);
    private Wiring operator;

    @BeforeEach
    void startOperator() {
        operator = new Wiring(client, new Settings(Set.of(shop.namespace)));
        operator.start();
    }

    @AfterEach
    void stopOperator() {
        shop.close();
        operator.close();
        client.close();
    }

    @ConcurrentTest
    void aDeposedLeaderCannotRecordButLowersTheRouteAllTheSame() {
        shop.roll("steps", Shop.HALFWAY);
        shop.awaitServed(50);
        operator.close();
        shop.annotate("abort", "pager");
        var stale = shop.rollout();
        shop.annotate("note", "somebody was faster");

        try (var deposed = new DeposedLeader(client, shop.namespace)) {
            deposed.reconcile(stale);
        }

        assertThat(tap.conflicts()).last().asString().endsWith("/aotrollouts/checkout/status");
        assertThat(shop.weight()).isZero();
        assertThat(shop.phase()).isEqualTo("Progressing");
    }

    @ConcurrentTest
    void aStaleCopyIsNotRecorded() {
        shop.roll("steps", Shop.HALFWAY);
        shop.awaitServed(50);
        operator.close();
        var stale = shop.rollout();
        shop.annotate("note", "somebody was faster");

        assertThatThrownBy(() -> new StatusRecorder(client).record(stale, stale.getStatus(), null))
                .isInstanceOfSatisfying(
                        KubernetesClientException.class,
                        e -> assertThat(e.getCode()).isEqualTo(409));
    }

    @ConcurrentTest
    void aDeposedLeaderRaisesNothing() {
        shop.controllers.aotPodsNeverReady();
        shop.roll("steps", Shop.HALFWAY);
        shop.await("pods for the step", () -> shop.replicas("checkout-aot") == 2);
        operator.close();
        shop.controllers.readyAtMost("checkout-aot", 2);
        shop.await(
                "AOT pods are ready",
                () -> shop.deployment("checkout-aot")
                        .map(aot -> Integer.valueOf(2).equals(aot.getStatus().getReadyReplicas()))
                        .orElse(false));
        var stale = shop.rollout();
        shop.annotate("note", "somebody was faster");

        try (var deposed = new DeposedLeader(client, shop.namespace)) {
            shop.always("weight 0", () -> {
                deposed.reconcile(stale);
                return shop.weight() == 0;
            });
            assertThat(tap.conflicts()).isNotEmpty();
            shop.await("it wanted to raise the weight: with the newest copy it does", () -> raises(deposed));
        }
    }

    private boolean raises(DeposedLeader deposed) {
        try {
            deposed.reconcile(shop.rollout());
            return false;
        } catch (NullPointerException _) { // recorded, and there is no context
            return recordedWeight() == 50;
        }
    }

    @ConcurrentTest
    void aRollbackThatWasRecordedIsFinishedByTheNextOperator() {
        shop.roll("steps", Shop.HALFWAY);
        shop.awaitServed(50);
        tap.refuse(request -> request.startsWith("PATCH") && request.contains("/httproutes/"));
        shop.annotate("abort", "pager");
        shop.awaitPhase("RollingBack");
        operator.close();
        assertThat(shop.weight()).isEqualTo(50);
        // Whatever made it roll back is gone by now.
        shop.annotate("abort", null);

        tap.refuse(_ -> false);
        startOperator();

        shop.awaitPhase("RolledBack");
        assertThat(shop.weight()).isZero();
    }

    @ConcurrentTest
    void aWeightThatWasRecordedIsSetByTheNextOperator() {
        tap.refuse(request -> request.startsWith("PATCH") && request.contains("/httproutes/"));
        shop.roll("steps", Shop.HALFWAY);
        shop.await("weight 50 is recorded", () -> recordedWeight() == 50);
        operator.close();
        assertThat(shop.weight()).isZero();

        tap.refuse(_ -> false);
        startOperator();

        shop.awaitServed(50);
        assertThat(shop.transitions()).containsOnlyOnce("WeightShifted");
    }

    private int recordedWeight() {
        return shop.status().map(AotRolloutStatus::weight).orElse(0);
    }

    @ConcurrentTest
    void twoRolloutsInOneNamespaceDoNotTouchEachOther() {
        shop.create(ShopManifests.deployment("cart"));
        shop.create(ShopManifests.service("cart"));
        shop.create(ShopManifests.httpRoute("cart"));
        shop.roll("steps", Shop.HALFWAY);
        shop.rollOf("cart", "steps", Shop.HALFWAY);
        shop.awaitServed(50);
        shop.await(
                "cart is served",
                () -> shop.status("cart")
                        .filter(status -> status.run().stepServedAt() != null)
                        .isPresent());
        var cart = shop.deployment("cart-aot").orElseThrow();

        shop.annotate("abort", "pager");
        shop.awaitPhase("RolledBack");
        shop.await("AOT pods of checkout go", () -> shop.replicas("checkout-aot") == 0);

        shop.always("cart stays", () -> shop.controllers.gateway().aotPercent("cart") == 50);
        assertThat(shop.deployment("cart-aot").orElseThrow().getSpec()).isEqualTo(cart.getSpec());
        assertThat(shop.status("cart").orElseThrow().phase()).isEqualTo("Progressing");
        assertThat(cart.getSpec().getSelector().getMatchLabels())
                .isNotEqualTo(shop.deployment("checkout-aot")
                        .orElseThrow()
                        .getSpec()
                        .getSelector()
                        .getMatchLabels());
    }

    @ConcurrentTest
    void anotherSoakTimeStartsNothingAgain() {
        shop.roll("steps", Shop.HALFWAY);
        shop.awaitServed(50);
        var before = shop.status().orElseThrow().run();

        shop.edit("steps", "[{weight: 50, soakSeconds: 7200}, {weight: 100, soakSeconds: 1}]");
        shop.await(
                "the edit was seen",
                () -> shop.status().orElseThrow().observedGeneration()
                        == shop.rollout().getMetadata().getGeneration().longValue());

        assertThat(shop.status().orElseThrow().run()).isEqualTo(before);
        assertThat(shop.weight()).isEqualTo(50);
    }

    @ConcurrentTest
    void anotherAotImageStartsAgainFromWeightZero() {
        // A soak of an hour could cost much of a day's budget: the guard of errors would wait for minutes before it.
        shop.roll("steps", "[{weight: 10, soakSeconds: 1}, {weight: 50, soakSeconds: 60}, {weight: 100}]");
        shop.awaitServed(50);
        var before = shop.status().orElseThrow().run().revision();
        // The gateway is slow: requests may still reach the old pods.
        shop.controllers.gateway().accepting(false);

        shop.edit("aot", "{containers: [{name: app, image: 'checkout:2-aot'}]}");

        shop.await("the route goes to 0", () -> shop.weight() == 0);
        shop.always("old pods stay", () -> aotImage().equals("checkout:1-aot") && shop.replicas("checkout-aot") == 2);
        shop.controllers.gateway().accepting(true);
        shop.awaitServed(50);
        assertThat(aotImage()).isEqualTo("checkout:2-aot");
        assertThat(shop.status().orElseThrow().run().revision()).isNotEqualTo(before);
        assertThat(weightsAsked()).containsExactly(10, 50, 10, 50);
    }

    private String aotImage() {
        return shop.deployment("checkout-aot")
                .map(aot -> aot.getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .getFirst()
                        .getImage())
                .orElse("");
    }

    private List<Integer> weightsAsked() {
        return shop.status().orElseThrow().transitions().reversed().stream()
                .filter(transition -> transition.reason().equals("WeightShifted"))
                .map(AotRolloutStatus.Transition::weight)
                .toList();
    }
}
