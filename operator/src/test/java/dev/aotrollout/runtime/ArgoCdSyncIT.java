package dev.aotrollout.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aotrollout.workload.JitReplicas;
import dev.aotrollout.workload.Owner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Argo CD's own diff and sync, with the Application that we ship, against routes that the operator changes on a real API server. */
class ArgoCdSyncIT {
    private static final Path SHIPPED = KubeApi.ROOT.resolve("argocd/application.yaml");
    private static final String TRAFFIC =
            "{service: checkout, httpRoutes: [{name: checkout}], testHeader: {name: x-track, value: aot}}";
    private static final String STATIC = "static:3 static-old:1";

    private final Shop shop = Shop.open();
    private final Wiring operator = new Wiring(shop.client, new Settings(Set.of(shop.namespace)));
    private Path folder;
    private ArgoCd argo;

    @BeforeEach
    void argo(@TempDir Path temporary) {
        folder = temporary;
        argo = new ArgoCd(temporary);
    }

    @AfterEach
    void close() {
        shop.close();
        operator.close();
    }

    /** As users are told to write it in Git. */
    private String route() {
        return ShopManifests.httpRoute("checkout")
                .replace("name: checkout, labels", "name: checkout, namespace: %s, labels".formatted(shop.namespace))
                .replace("{name: checkout, port: 8080}", "{name: checkout, port: 8080, weight: 1}");
    }

    /** The shipped Application without some of its lines. */
    private Path without(String... lines) {
        try {
            var kept = Files.readAllLines(SHIPPED).stream()
                    .filter(line -> List.of(lines).stream().noneMatch(line::contains))
                    .toList();
            assertThat(kept).hasSizeLessThan(Files.readAllLines(SHIPPED).size());
            return Files.write(folder.resolve("application.yaml"), kept);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path ignoringNothing() {
        return without("ignoreDifferences", "- group", "kind: HTTPRoute", "jqPath", "- .spec", "Respect", "ApplyOut");
    }

    private String status(Path application, String manifest) {
        var status = argo.compare("diff", application, manifest).path("status").asText();
        System.out.printf("Argo CD %-9s at weight %s with %s%n", status, shop.weight(), application.getFileName());
        return status;
    }

    private List<String> backends() {
        return ArgoCd.backends(shop.route());
    }

    private void rollTo(int weight) {
        operator.start();
        shop.roll(
                "traffic",
                TRAFFIC,
                "steps",
                "[{weight: %s, soakSeconds: 3600}, {weight: 100, soakSeconds: 3600}]".formatted(weight));
        shop.awaitServed(weight);
    }

    @Test
    void theShippedApplicationIsSyncedAtEveryWeightAndASyncChangesNoWeight() {
        argo.compare("sync", SHIPPED, route());
        assertThat(status(SHIPPED, route())).isEqualTo("Synced");

        rollTo(10);
        assertThat(backends()).as("a rule for the test header").contains("checkout-aot:1");
        assertKept(10);
        shop.annotate("promote", "step");
        shop.awaitServed(100);
        assertKept(100);
        shop.annotate("abort", "pager");
        shop.awaitPhase("RolledBack");
        assertKept(0);
    }

    private void assertKept(int weight) {
        assertThat(status(ignoringNothing(), route())).isEqualTo("OutOfSync");
        assertThat(status(SHIPPED, route())).isEqualTo("Synced");
        assertThat(argo.compare("sync", SHIPPED, route()).path("applied").isNull())
                .isTrue();
        // Also where everything is applied, as by a manual sync.
        var before = shop.route();
        var applied =
                argo.compare("sync", without("ApplyOutOfSyncOnly"), route()).path("applied");
        assertThat(ArgoCd.backends(applied))
                .isEqualTo(ArgoCd.backends(before))
                .contains("checkout:%s checkout-aot:%s".formatted(100 - weight, weight), STATIC);
        assertThat(shop.route().path("spec")).isEqualTo(before.path("spec"));
        assertThat(generation(shop.route())).isEqualTo(generation(before));
    }

    @Test
    void withoutItASyncTakesTheTrafficBackUntilTheOperatorSeesIt() {
        rollTo(50);
        operator.close();

        argo.compare("sync", ignoringNothing(), route());

        assertThat(backends()).containsExactly("checkout:1", STATIC);
    }

    /** A limit of Argo CD 3.5 that the documentation tells of. */
    @Test
    void aWeightThatGitDoesNotNameIsKeptOnlyWhileNothingElseDiffers() {
        var bare = route().replace(", weight: 1}]\n    - matches", "}]\n    - matches");
        assertThat(bare).isNotEqualTo(route());
        rollTo(50);
        operator.close();
        assertThat(status(SHIPPED, bare)).isEqualTo("Synced");
        assertThat(argo.compare("sync", SHIPPED, bare).path("applied").isNull()).isTrue();

        argo.compare("sync", without("ApplyOutOfSyncOnly"), bare);

        assertThat(backends()).containsExactly("checkout:1", STATIC);
    }

    @Test
    void changesBesideTheRulesAreAppliedAndTheWeightsStay() {
        rollTo(50);
        var changed = route().replace("shop.example", "new.example");

        assertThat(status(SHIPPED, changed)).isEqualTo("OutOfSync");
        argo.compare("sync", SHIPPED, changed);

        assertThat(shop.route().at("/spec/hostnames/0").asText()).isEqualTo("new.example");
        assertThat(backends()).contains("checkout:50 checkout-aot:50");
        assertThat(status(SHIPPED, changed)).isEqualTo("Synced");
    }

    /** Argo CD replaces a list as a whole or not at all. */
    @Test
    void aChangeOfARuleIsReportedAndNeedsOneSyncThatRespectsNothing() {
        rollTo(50);
        var changed = route().replace("request: 5s", "request: 7s");

        assertThat(status(SHIPPED, changed)).isEqualTo("OutOfSync");
        argo.compare("sync", SHIPPED, changed);
        assertThat(timeout()).isEqualTo("5s");
        assertThat(backends()).contains("checkout:50 checkout-aot:50");

        argo.compare("sync", without("RespectIgnoreDifferences"), changed);

        assertThat(timeout()).isEqualTo("7s");
        shop.await("the weights are back", () -> shop.weight() == 50);
        assertThat(status(SHIPPED, changed)).isEqualTo("Synced");
    }

    private String timeout() {
        return shop.route().at("/spec/rules/0/timeouts/request").asText();
    }

    @Test
    void aDeploymentWithoutReplicasInGitIsScaledByTheOperatorOnly() {
        var manifest = ShopManifests.deployment("checkout")
                .replace("{name: checkout}\nspec", "{name: checkout, namespace: %s}\nspec".formatted(shop.namespace))
                .replace("  replicas: 2\n", "");
        argo.compare("sync", SHIPPED, manifest);
        operator.start();
        shop.roll("steps", "[{weight: 100, soakSeconds: 1}]", "retire", "{warmStandbySeconds: 1, jitReplicas: 0}");
        shop.await("JIT is retired", () -> shop.replicas("checkout") == 0);

        assertThat(status(SHIPPED, manifest)).isEqualTo("Synced");
        argo.compare("sync", without("ApplyOutOfSyncOnly"), manifest);

        assertThat(shop.replicas("checkout")).isZero();
        assertThat(JitReplicas.owner(shop.deployment("checkout").orElseThrow(), List.of()))
                .isInstanceOf(Owner.Ours.class);
    }

    private static String generation(JsonNode route) {
        return route.at("/metadata/generation").asText();
    }
}
