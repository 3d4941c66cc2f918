package dev.aotrollout.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aotrollout.cluster.RouteKind;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The user's routes: what we change of them, that we keep it so, and that we give them back. */
class RouteIT {
    private static final String HEADER =
            "{service: checkout, httpRoutes: [{name: checkout}], testHeader: {name: x-track, value: aot}}";

    private final Shop shop = Shop.open();
    private final JsonNode written = shop.route();
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
    void onlyTheWeightedBackendsChange() {
        shop.roll("steps", Shop.HALFWAY);
        shop.awaitServed(50);

        assertThat(Routes.withoutBackends(shop.route(), 0)).isEqualTo(Routes.withoutBackends(written, 0));
    }

    @ConcurrentTest
    void otherWeightsHeal() {
        shop.roll("steps", "[{weight: 10, soakSeconds: 3600}, {weight: 100}]");
        shop.awaitServed(10);

        setBackends("[{name: checkout, port: 8080, weight: 50}, {name: checkout-aot, port: 8080, weight: 50}]");

        shop.await("weight 10 again", () -> shop.weight() == 10);
    }

    @ConcurrentTest
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

    @ConcurrentTest
    void anEditBetweenReadAndPatchIsNotLost() {
        var edited = new AtomicReference<>(written);
        tap.beforeNext(RouteIT::isPatchOfRoute, () -> {
            setBackends("[{name: checkout, port: 8080, weight: 5}, {name: legacy, port: 80, weight: 15}]");
            patch("[{op: replace, path: /spec/rules/0/timeouts/request, value: 7s}]");
            edited.set(shop.route());
        });
        shop.roll("steps", Shop.HALFWAY);
        shop.awaitServed(50);
        assertThat(edited.get()).isNotEqualTo(written);
        assertThat(Routes.withoutBackends(shop.route(), 0)).isEqualTo(Routes.withoutBackends(edited.get(), 0));

        shop.resource("checkout").delete();

        shop.await("the rollout is gone", () -> shop.rollout() == null);
        assertThat(shop.route().path("spec")).isEqualTo(edited.get().path("spec"));
    }

    @ConcurrentTest
    void aRuleThatIsInsertedBetweenReadAndPatchIsNotOverwritten() {
        shop.roll("steps", Shop.HALFWAY, "traffic", HEADER);
        shop.awaitServed(50);
        tap.beforeNext(
                RouteIT::isPatchOfRoute,
                () -> patch(
                        "[{op: add, path: /spec/rules/0, value: {matches: [{path: {type: Exact, value: /new}}], backendRefs: [{name: new, port: 80}]}}]"));

        shop.annotate("abort", "pager");

        shop.awaitPhase("RolledBack");
        assertThat(shop.weight()).isZero();
        assertThat(Routes.rulesWithHeader(shop.route(), "x-track")).isZero();
        assertThat(shop.route().at("/spec/rules/0/backendRefs/0/name").asText()).isEqualTo("new");
        assertThat(shop.route().at("/spec/rules/2")).isEqualTo(written.at("/spec/rules/1"));
    }

    private static boolean isPatchOfRoute(String request) {
        return request.startsWith("PATCH") && request.endsWith("/httproutes/checkout");
    }

    @ConcurrentTest
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

    @ConcurrentTest
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

    @ConcurrentTest
    void deletionInMidStepGivesTheRouteBack() {
        shop.roll("steps", Shop.HALFWAY, "traffic", HEADER);
        shop.awaitServed(50);

        shop.resource("checkout").delete();

        shop.await("the finalizer is gone", () -> shop.rollout() == null);
        assertThat(shop.route().path("spec")).isEqualTo(written.path("spec"));
    }

    @ConcurrentTest
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

    @ConcurrentTest
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

    @ConcurrentTest
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
