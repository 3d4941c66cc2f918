package dev.aotrollout.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.workload.AotNames;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** From JIT to AOT and back, as far as a real API server can tell. */
class RolloutIT {
    private static final Wiring OPERATOR = new Wiring(KubeApi.get().client(), new Settings(Set.of()));
    private final Shop shop = Shop.open();

    @BeforeAll
    static void startOperator() {
        OPERATOR.start();
    }

    @AfterAll
    static void stopOperator() {
        OPERATOR.close();
    }

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @ConcurrentTest
    void aHealthyRolloutIsPromotedAndJitRetires() {
        shop.roll(
                "guards", "{errors: {minRequests: 20}, latency: {minRequests: 20}}",
                "retire", "{warmStandbySeconds: 1, jitReplicas: 0}");
        shop.awaitPhase("Promoted");
        shop.await("JIT retires", () -> shop.replicas("checkout") == 0);

        assertThat(shop.weight()).isEqualTo(100);
        assertThat(shop.replicas("checkout-aot")).isEqualTo(2);
        assertThat(shop.transitions())
                .containsSubsequence(
                        "StepEntered",
                        "WeightShifted",
                        "StepEntered",
                        "WeightShifted",
                        "StepEntered",
                        "WeightShifted",
                        "Promoted",
                        "Retired");
        shop.await("the ending is announced", () -> events().contains("Retired"));
        assertThat(events()).contains("StepEntered", "WeightShifted", "Promoted");
    }

    private List<String> events() {
        return shop.client.v1().events().inNamespace(shop.namespace).list().getItems().stream()
                .map(event -> event.getReason())
                .toList();
    }

    @ConcurrentTest
    void theAotTrackIsOwnedAndNeverMatchesTheSelectorOfJit() {
        shop.roll("steps", Shop.HALFWAY);
        shop.awaitServed(50);

        var aot = shop.deployment("checkout-aot").orElseThrow();
        var labels = aot.getSpec().getTemplate().getMetadata().getLabels();
        assertThat(aot.getMetadata().getOwnerReferences())
                .singleElement()
                .satisfies(owner -> assertThat(owner.getUid())
                        .isEqualTo(shop.rollout().getMetadata().getUid()));
        assertThat(labels).doesNotContainEntry("app", "checkout").containsEntry(AotNames.TRACK, "aot");
        assertThat(aot.getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .getFirst()
                        .getImage())
                .isEqualTo("checkout:1-aot");
        var services = shop.client.services().inNamespace(shop.namespace);
        assertThat(services.withName("checkout-jit").get().getSpec().getSelector())
                .containsEntry("app", "checkout");
        assertThat(labels)
                .containsAllEntriesOf(
                        services.withName("checkout-aot").get().getSpec().getSelector());
        assertThat(services.withName("checkout").get().getSpec().getSelector())
                .containsExactlyEntriesOf(Map.of("app", "checkout"));
    }

    @ConcurrentTest
    void theGoalJitBringsJitBackUpBeforeTheRouteReturns() {
        shop.roll(
                "steps", "[{weight: 100, soakSeconds: 1}]",
                "retire", "{warmStandbySeconds: 1, jitReplicas: 0}");
        shop.await("JIT retires", () -> shop.controllers.podsOf("checkout").isEmpty());
        shop.controllers.readyAtMost("checkout", 0);

        shop.edit("goal", "JIT");
        shop.await(
                "JIT is asked for its pods",
                () -> shop.controllers.podsOf("checkout").size() == 2);
        shop.always("no traffic without a ready JIT pod", () -> shop.weight() == 100);
        shop.controllers.readyAtMost("checkout", 1);
        shop.await("one of two JIT pods takes half", () -> shop.weight() == 50);
        shop.always("one of two JIT pods takes no more", () -> shop.weight() == 50);
        shop.controllers.readyAtMost("checkout", 2);

        shop.awaitPhase("RolledBack");
        assertThat(shop.weight()).isZero();
        shop.await("AOT pods go", () -> shop.replicas("checkout-aot") == 0);
        assertThat(shop.replicas("checkout")).isEqualTo(2);
    }
}
