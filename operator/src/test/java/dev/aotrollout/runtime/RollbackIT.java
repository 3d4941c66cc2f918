package dev.aotrollout.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** What sends traffic back to JIT, what does not, and what on-call can ask for. */
class RollbackIT {
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
    void errorsRollBackAndStayRolledBackUntilARetry() {
        var jit = shop.deployment("checkout").orElseThrow().getSpec();
        shop.roll("steps", Shop.HALFWAY);
        shop.awaitServed(50);

        shop.traffic.errorShare("checkout-aot", 0.3);
        shop.awaitPhase("RolledBack");
        assertThat(shop.weight()).isZero();
        assertThat(shop.status().orElseThrow().run().endReason()).isEqualTo("ErrorsRegressed");
        assertThat(shop.message()).contains("AOT requests failed", "in step 1 at weight 50");
        shop.await("AOT pods go after the drain", () -> shop.replicas("checkout-aot") == 0);
        assertThat(shop.deployment("checkout").orElseThrow().getSpec()).isEqualTo(jit);

        shop.traffic.errorShare("checkout-aot", 0);
        shop.always("it stays down", () -> shop.weight() == 0 && shop.phase().equals("RolledBack"));

        shop.annotate("retry", "1");
        shop.awaitServed(50);
        assertThat(shop.phase()).isEqualTo("Progressing");
    }

    @ConcurrentTest
    void aNewImageIsNotHeldToTheErrorsOfTheOldOne() {
        shop.roll("steps", Shop.HALFWAY);
        shop.awaitServed(50);
        shop.traffic.errorShare("checkout-aot", 0.3);
        shop.awaitPhase("RolledBack");
        shop.traffic.errorShare("checkout-aot", 0);

        shop.edit("aot", "{containers: [{name: app, image: 'checkout:2-aot'}]}");

        shop.awaitServed(50);
        assertThat(shop.transitions()).containsOnlyOnce("ErrorsRegressed");
    }

    @ConcurrentTest
    void anOutOfMemoryKillRollsBackWhilePrometheusIsDown() {
        shop.roll("steps", Shop.HALFWAY);
        shop.awaitServed(50);
        shop.prometheus.down(true);
        shop.awaitPhase("Held");
        assertThat(shop.weight()).isEqualTo(50);

        shop.controllers.crashAotPod();

        shop.awaitPhase("RolledBack");
        assertThat(shop.status().orElseThrow().run().endReason()).isEqualTo("OomKilled");
        assertThat(shop.message())
                .contains(shop.controllers.podsOf("checkout-aot").getFirst());
        assertThat(shop.weight()).isZero();
    }

    @ConcurrentTest
    void allAotPodsUnreadyRollsBackThoughTheGatewayDoesNotAnswer() {
        shop.roll("steps", Shop.HALFWAY);
        shop.awaitServed(50);
        shop.controllers.gateway().accepting(false);

        shop.controllers.aotPodsNeverReady();

        shop.await("the route is at 0", () -> shop.weight() == 0);
        shop.awaitPhase("RollingBack");
        shop.always("pods stay while the gateway may still send requests", () -> shop.replicas("checkout-aot") == 2);
        shop.controllers.gateway().accepting(true);
        shop.awaitPhase("RolledBack");
        assertThat(shop.status().orElseThrow().run().endReason()).isEqualTo("AotUnavailable");
    }

    @ConcurrentTest
    void podsThatNeverGetReadyGetNoTrafficAndTheDeadlineRollsBack() {
        shop.controllers.aotPodsNeverReady();

        shop.roll("progress", "{maxStepSeconds: 10, onInconclusive: RollBack}");

        shop.await("pods are asked for", () -> shop.replicas("checkout-aot") == 2);
        shop.awaitPhase("RolledBack");
        assertThat(shop.status().orElseThrow().run().endReason()).isEqualTo("ProgressDeadline");
        assertThat(shop.transitions()).doesNotContain("WeightShifted");
        assertThat(shop.weight()).isZero();
    }

    @ConcurrentTest
    void anAbortRollsBackAtOnce() {
        shop.roll("steps", Shop.HALFWAY);
        shop.awaitServed(50);

        shop.annotate("abort", "checkout is slow");

        shop.awaitPhase("RolledBack");
        assertThat(shop.weight()).isZero();
        assertThat(shop.message()).contains("checkout is slow");
        shop.annotate("retry", "1");
        shop.always("no retry while the abort stands", () -> shop.weight() == 0);
        shop.annotate("abort", null);
        shop.awaitServed(50);
    }

    @ConcurrentTest
    void aPauseStopsAdvancingButNotARollback() {
        shop.roll("steps", "[{weight: 50, soakSeconds: 2}, {weight: 100, soakSeconds: 1}]");
        shop.await("weight 50", () -> shop.weight() == 50);
        shop.annotate("pause", "true");
        shop.awaitPhase("Paused");
        shop.always("it stays at its weight", () -> shop.weight() == 50);

        shop.traffic.errorShare("checkout-aot", 0.3);

        shop.awaitPhase("RolledBack");
        assertThat(shop.weight()).isZero();
    }

    @ConcurrentTest
    void aPromotionSkipsOneSoakAndIsUsedUp() {
        shop.roll("steps", "[{weight: 10, soakSeconds: 3600}, {weight: 50, soakSeconds: 3600}, {weight: 100}]");
        shop.awaitServed(10);

        shop.annotate("promote", "step");

        shop.awaitServed(50);
        shop.await(
                "the annotation is gone",
                () -> !shop.rollout().getMetadata().getAnnotations().containsKey("aotrollout.dev/promote"));
        shop.always("it counts once", () -> shop.weight() == 50);
    }
}
