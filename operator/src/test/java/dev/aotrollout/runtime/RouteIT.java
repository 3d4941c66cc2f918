package dev.aotrollout.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aotrollout.cluster.RouteKind;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The user's routes: what we change of them, that we keep it so, and that we give them back. */
class RouteIT {
    private static final String HEADER =
            "{service: checkout, httpRoutes: [{name: checkout}], testHeader: {name: x-track, value: aot}}";

    private final Shop shop = Shop.open();
    private final JsonNode written = shop.route();
    private Wiring operator;

    @BeforeEach
    void startOperator() {
        operator = new Wiring(shop.client, new Settings(Set.of(shop.namespace)));
        operator.start();
    }

    @AfterEach
    void stopOperator() {
        shop.close();
        operator.close();
    }

    @Test
    void onlyTheWeightedBackendsChange() {
        shop.roll("steps", Shop.HALFWAY);
        shop.awaitServed(50);

        assertThat(Routes.withoutBackends(shop.route(), 0)).isEqualTo(Routes.withoutBackends(written, 0));
    }

    @Test
    void otherWeightsHeal() {
        shop.roll("steps", "[{weight: 10, soakSeconds: 3600}, {weight: 100}]");
        shop.awaitServed(10);

        setBackends("[{name: checkout, port: 8080, weight: 50}, {name: checkout-aot, port: 8080, weight: 50}]");

        shop.await("weight 10 again", () -> shop.weight() == 10);
    }

    @Test
    void aManifestThatIsAppliedAgainHeals() {
        shop.roll("steps", Shop.HALFWAY);
        shop.awaitServed(50);

        setBackends("[{name: checkout, port: 8080}]");

        shop.await("weight 50 again", () -> shop.weight() == 50);
        assertThat(Routes.withoutBackends(shop.route(), 0)).isEqualTo(Routes.withoutBackends(written, 0));
    }

    private void setBackends(String yaml) {
        patch("[{op: replace, path: /spec/rules/0/backendRefs, value: %s}]".formatted(yaml));
    }

    private void patch(String yaml) {
        shop.route(RouteKind.HTTP)
                .patch(PatchContext.of(PatchType.JSON), Shop.tree(yaml).toString());
    }

    @Test
    void aConcurrentEditIsNotLost() {
        shop.roll("steps", Shop.HALFWAY);
        shop.await("pods for the step", () -> shop.replicas("checkout-aot") == 2);

        // Every edit is one that a patch of ours can meet half-way.
        for (var i = 0; shop.weight() < 50; i++)
            patch(
                    "[{op: add, path: /metadata/annotations/edit, value: 'e%1$d'}, {op: replace, path: /spec/rules/0/timeouts/request, value: %1$ds}]"
                            .formatted(i + 10));
        patch("[{op: replace, path: /spec/rules/0/timeouts/request, value: 7s}]");
        setBackends("[{name: checkout, port: 8080, weight: 9}]");
        patch(
                "[{op: add, path: /spec/rules/-, value: {matches: [{path: {type: PathPrefix, value: /new}}], backendRefs: [{name: new, port: 80}]}}]");

        shop.await("weight 50 again", () -> shop.weight() == 50);
        assertThat(shop.route().at("/spec/rules/0/timeouts/request").asText()).isEqualTo("7s");
        assertThat(shop.route().at("/spec/rules/2/backendRefs/0/name").asText()).isEqualTo("new");
        assertThat(shop.route().at("/metadata/annotations/edit").asText()).startsWith("e");
        shop.annotate("abort", "enough");
        shop.awaitPhase("RolledBack");
        assertThat(shop.route().at("/spec/rules/0/backendRefs/0/weight").asInt())
                .isPositive();
        assertThat(shop.route().at("/spec/rules/0/timeouts/request").asText()).isEqualTo("7s");
    }

    @Test
    void grpcRoutesAreWeightedTheSameWay() {
        shop.route(RouteKind.HTTP).delete();
        shop.create(ShopManifests.grpcRoute("checkout"));
        var before = Routes.tree(shop.route(RouteKind.GRPC).get());
        shop.roll("steps", Shop.HALFWAY, "traffic", "{service: checkout, grpcRoutes: [{name: checkout}]}");
        shop.await("weight 50", () -> grpcWeight() == 50);

        shop.annotate("abort", "enough");
        shop.await("weight 0", () -> grpcWeight() == 0);
        shop.resource("checkout").delete();

        shop.await("the rollout is gone", () -> shop.rollout() == null);
        assertThat(Routes.tree(shop.route(RouteKind.GRPC).get()).path("spec")).isEqualTo(before.path("spec"));
    }

    private double grpcWeight() {
        return Routes.aotPercent(Routes.tree(shop.route(RouteKind.GRPC).get()), "checkout")
                .orElse(-1);
    }

    @Test
    void theTestHeaderReachesAotOnceItsPodsAreReadyAndGoesWithARollback() {
        shop.controllers.aotPodsNeverReady();
        shop.roll("traffic", HEADER, "steps", "[{weight: 0, soakSeconds: 3600}, {weight: 100}]");
        shop.await("pods for the step", () -> shop.replicas("checkout-aot") == 2);
        shop.always("no rule without ready pods", () -> Routes.rulesWithHeader(shop.route(), "x-track") == 0);

        shop.controllers.readyAtMost("checkout-aot", 2);
        shop.await("the rule", () -> Routes.rulesWithHeader(shop.route(), "x-track") == 1);
        setBackends("[{name: checkout, port: 8080, weight: 50}, {name: checkout-aot, port: 8080, weight: 50}]");
        shop.await("drift heals", () -> shop.weight() == 0);
        assertThat(Routes.rulesWithHeader(shop.route(), "x-track")).isEqualTo(1);

        operator.close();
        startOperator();
        shop.annotate("promote", "step");
        shop.await("weight 100", () -> shop.weight() == 100);
        assertThat(Routes.rulesWithHeader(shop.route(), "x-track")).isEqualTo(1);

        shop.annotate("abort", "enough");
        shop.await("no rule", () -> Routes.rulesWithHeader(shop.route(), "x-track") == 0);
        assertThat(shop.weight()).isZero();
    }

    @Test
    void deletionInMidStepGivesTheRouteBack() {
        shop.roll("steps", Shop.HALFWAY, "traffic", HEADER);
        shop.awaitServed(50);

        shop.resource("checkout").delete();

        shop.await("the finalizer is gone", () -> shop.rollout() == null);
        assertThat(shop.route().path("spec")).isEqualTo(written.path("spec"));
    }

    @Test
    void deletionWhileNoOperatorRunsIsCaughtUp() {
        shop.roll("steps", Shop.HALFWAY, "traffic", HEADER);
        shop.awaitServed(50);
        operator.close();

        shop.resource("checkout").delete();
        assertThat(shop.rollout().getMetadata().getDeletionTimestamp()).isNotNull();
        startOperator();

        shop.await("the finalizer is gone", () -> shop.rollout() == null);
        assertThat(shop.route().path("spec")).isEqualTo(written.path("spec"));
    }

    @Test
    void deletionWithoutRouteOrDeploymentDoesNotHang() {
        shop.roll("steps", Shop.HALFWAY);
        shop.awaitServed(50);
        shop.client
                .apps()
                .deployments()
                .inNamespace(shop.namespace)
                .withName("checkout")
                .delete();
        shop.route(RouteKind.HTTP).delete();

        shop.resource("checkout").delete();

        shop.await("the finalizer is gone", () -> shop.rollout() == null);
    }

    @Test
    void deletionWithoutTheDeploymentStillGivesTheRouteBack() {
        shop.roll("steps", Shop.HALFWAY);
        shop.awaitServed(50);
        shop.client
                .apps()
                .deployments()
                .inNamespace(shop.namespace)
                .withName("checkout")
                .delete();

        shop.resource("checkout").delete();

        shop.await("the finalizer is gone", () -> shop.rollout() == null);
        assertThat(shop.route().path("spec")).isEqualTo(written.path("spec"));
    }
}
