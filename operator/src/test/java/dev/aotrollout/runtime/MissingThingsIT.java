package dev.aotrollout.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Condition;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is missing or in the way is named with its remedy, and the rollout goes on by itself once it is put right. */
class MissingThingsIT {
    private static final Wiring OPERATOR = new Wiring(KubeApi.get().client(), new Settings(Set.of()));
    private final Shop shop = new Shop();

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

    @ParameterizedTest
    @ValueSource(strings = {"Deployment", "Service", "HTTPRoute"})
    void aMissingObjectIsNamedAndItsComingHeals(String kind) {
        createAllBut(kind);
        shop.roll("steps", Shop.HALFWAY);
        shop.awaitPhase("Held");
        assertThat(conditions())
                .anySatisfy(condition -> assertThat(condition.getMessage())
                        .contains(kind + " " + shop.namespace + "/checkout does not exist; create it"));

        shop.create(manifest(kind));

        shop.awaitServed(50);
    }

    private void createAllBut(String missing) {
        for (var kind : List.of("Deployment", "Service", "HTTPRoute"))
            if (!kind.equals(missing)) shop.create(manifest(kind));
    }

    private static String manifest(String kind) {
        return switch (kind) {
            case "Deployment" -> ShopManifests.deployment("checkout");
            case "Service" -> ShopManifests.service("checkout");
            default -> ShopManifests.httpRoute("checkout");
        };
    }

    private List<Condition> conditions() {
        return shop.status().orElseThrow().conditions();
    }

    @ConcurrentTest
    void aMissingSecretIsNamedAndItsComingHeals() {
        createAllBut("nothing");
        shop.prometheus.wantsAuthorization("Bearer open-sesame");
        shop.roll(
                "steps",
                Shop.HALFWAY,
                "metrics",
                "{intervalSeconds: 1, prometheus: {url: '%s', bearerTokenSecret: {name: prometheus, key: token}}}"
                        .formatted(shop.prometheus.url()));
        shop.awaitPhase("Held");
        assertThat(conditions())
                .anySatisfy(condition -> assertThat(condition.getMessage())
                        .contains("Secret " + shop.namespace
                                + "/prometheus does not exist; create it with the key token"));

        shop.create(ShopManifests.secret("prometheus", "open-sesame"));

        shop.awaitServed(50);
    }

    @ConcurrentTest
    void aWrongTokenIsNamedAndNeverShown() {
        createAllBut("nothing");
        shop.prometheus.wantsAuthorization("Bearer open-sesame");
        shop.create(ShopManifests.secret("prometheus", "open-barley"));
        shop.roll(
                "metrics",
                "{intervalSeconds: 1, prometheus: {url: '%s', bearerTokenSecret: {name: prometheus, key: token}}}"
                        .formatted(shop.prometheus.url()));

        shop.awaitPhase("Held");

        assertThat(shop.message()).contains("HTTP 401", "bearerTokenSecret").doesNotContain("open-barley");
    }

    @ConcurrentTest
    void aPrometheusThatIsDownIsNamedAndItsComingHeals() {
        createAllBut("nothing");
        shop.prometheus.down(true);
        shop.roll("steps", Shop.HALFWAY);
        shop.awaitPhase("Held");
        assertThat(conditions())
                .filteredOn(condition -> condition.getType().equals("MetricsAvailable"))
                .singleElement()
                .satisfies(condition -> assertThat(condition.getMessage())
                        .contains("Prometheus at " + shop.prometheus.url().substring(7), "HTTP 503", "next try at"));
        assertThat(shop.deployment("checkout-aot")).isEmpty();

        shop.prometheus.down(false);

        shop.awaitServed(50);
    }

    @ConcurrentTest
    void aForeignDeploymentIsNotOverwritten() {
        createAllBut("nothing");
        shop.create(ShopManifests.deployment("checkout-aot"));
        var foreign = shop.deployment("checkout-aot").orElseThrow();
        shop.roll("steps", Shop.HALFWAY);
        shop.awaitPhase("Held");
        assertThat(shop.message())
                .contains("Deployment " + shop.namespace + "/checkout-aot", "not owned", "rename or delete it");
        shop.await(
                "weight 0 is served for longer than pods drain",
                () -> shop.status()
                        .map(status -> status.run().zeroServedAt())
                        .filter(zero -> Instant.parse(zero).plusSeconds(2).isBefore(Instant.now()))
                        .isPresent());
        shop.always("nothing is created", this::nothingIsCreated);
        var after = shop.deployment("checkout-aot").orElseThrow();
        assertThat(after.getSpec()).isEqualTo(foreign.getSpec());
        assertThat(after.getMetadata().getLabels())
                .isEqualTo(foreign.getMetadata().getLabels());

        shop.client.resource(foreign).delete();

        shop.awaitServed(50);
    }

    @ConcurrentTest
    void anUnknownContainerIsRefused() {
        createAllBut("nothing");
        shop.roll("steps", Shop.HALFWAY, "aot", "{containers: [{name: main, image: 'checkout:1-aot'}]}");
        shop.awaitPhase("Held");
        assertThat(shop.message())
                .contains("container main", "Deployment " + shop.namespace + "/checkout", "name one of app");
        shop.always("nothing is created", this::nothingIsCreated);
        assertThat(shop.deployment("checkout-aot")).isEmpty();

        shop.edit("aot", "{containers: [{name: app, image: 'checkout:1-aot'}]}");

        shop.awaitServed(50);
    }

    private boolean nothingIsCreated() {
        var services = shop.client.services().inNamespace(shop.namespace);
        return services.withName("checkout-aot").get() == null
                && services.withName("checkout-jit").get() == null
                && shop.phase().equals("Held");
    }
}
