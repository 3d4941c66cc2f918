package dev.aotrollout.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.cluster.RouteKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A finished rollout causes no write, however often it is looked at. */
class RestingIT {
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
    void aPromotedRolloutRestsWithoutWritesAlsoUnderTheNextOperator() {
        shop.roll("steps", "[{weight: 100, soakSeconds: 1}]");
        shop.awaitPhase("Promoted");
        assertRests();
        var before = versions();
        var writes = tap.writes(shop.namespace).size();

        operator.close();
        startOperator();

        shop.await(
                "the next operator asserted its objects",
                () -> tap.writes(shop.namespace).size() >= writes + 3);
        assertRests();
        assertThat(versions()).isEqualTo(before);
    }

    @ConcurrentTest
    void aRolledBackRolloutRestsWithoutWrites() {
        shop.roll("steps", Shop.HALFWAY);
        shop.awaitServed(50);
        shop.annotate("abort", "pager");
        shop.awaitPhase("RolledBack");
        shop.await("AOT pods go", () -> shop.controllers.podsOf("checkout-aot").isEmpty());

        assertRests();
    }

    /** Though every poke wakes it. */
    private void assertRests() {
        shop.awaitFiled();
        shop.await("a pass that writes nothing", () -> {
            var writes = tap.writes(shop.namespace);
            pokeAndAwaitPasses();
            return tap.writes(shop.namespace).equals(writes);
        });
        var writes = tap.writes(shop.namespace);
        var versions = versions();
        pokeAndAwaitPasses();
        assertThat(tap.writes(shop.namespace)).isEqualTo(writes);
        assertThat(versions()).isEqualTo(versions);
    }

    private void pokeAndAwaitPasses() {
        for (var i = 0; i < 3; i++) {
            var passes = passes();
            shop.annotate("note", "poke " + System.nanoTime());
            shop.await("a pass", () -> passes() > passes);
        }
    }

    private double passes() {
        try (var out = new ByteArrayOutputStream()) {
            operator.metrics().write(out);
            return out.toString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("aotrollout_reconcile_duration_seconds_count"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of everything but the rollout, which is poked. */
    private Map<String, String> versions() {
        return Stream.of(
                        shop.client
                                .apps()
                                .deployments()
                                .inNamespace(shop.namespace)
                                .list()
                                .getItems(),
                        shop.client
                                .services()
                                .inNamespace(shop.namespace)
                                .list()
                                .getItems(),
                        shop.client.pods().inNamespace(shop.namespace).list().getItems(),
                        shop.client
                                .v1()
                                .events()
                                .inNamespace(shop.namespace)
                                .list()
                                .getItems(),
                        List.of(shop.route(RouteKind.HTTP).get()))
                .flatMap(List::stream)
                .map(HasMetadata.class::cast)
                .collect(Collectors.toMap(
                        object -> object.getKind() + "/" + object.getMetadata().getName(),
                        object -> object.getMetadata().getResourceVersion()));
    }
}
