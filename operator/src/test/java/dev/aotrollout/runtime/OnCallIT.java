package dev.aotrollout.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aotrollout.api.AotRollout;
import dev.aotrollout.cli.Shell;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** On-call commands, as a person types them, acted on by the operator. */
class OnCallIT {
    private static final Wiring OPERATOR = new Wiring(KubeApi.get().client(), new Settings(Set.of()));

    @TempDir
    private static Path folder;

    private final Shop shop = Shop.open();

    @BeforeAll
    static void startOperator() {
        Kubeconfigs.admin(folder);
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

    private Shell.Result run(String... args) {
        return Shell.run(Stream.concat(
                        Stream.of(args),
                        Stream.of(
                                "--kubeconfig",
                                folder.resolve("admin.kubeconfig").toString(),
                                "-n",
                                shop.namespace))
                .toArray(String[]::new));
    }

    private void fine(String says, String... args) {
        var result = run(args);
        assertThat(result.code()).as("%s %s", result.out(), result.err()).isZero();
        assertThat(result.out()).contains(says);
    }

    private void refused(String says, String... args) {
        var before = shop.rollout().getMetadata().getAnnotations();
        var result = run(args);
        assertThat(result.code()).as("%s %s", result.out(), result.err()).isEqualTo(6);
        assertThat(result.err())
                .startsWith("aotrollout: " + shop.namespace + "/checkout ")
                .contains(says);
        assertThat(result.err().lines()).hasSize(1);
        assertThat(shop.rollout().getMetadata().getAnnotations()).isEqualTo(before);
    }

    @ConcurrentTest
    void aNightOnCall() {
        shop.roll("steps", Shop.HALFWAY);
        shop.awaitServed(50);

        fine("pauses: nothing advances from weight 50", "pause", "checkout", "--wait", "--why", "sale");
        assertThat(shop.phase()).isEqualTo("Paused");
        refused("is paused, and a promotion waits for that too: aotrollout resume", "promote", "checkout");
        fine("goes on in step 1/2", "resume", "checkout", "--wait");
        assertThat(shop.phase()).isEqualTo("Progressing");
        refused("is not paused", "resume", "checkout");

        fine("skips what is left of step 1/2", "promote", "checkout", "--wait");
        shop.awaitServed(100);
        shop.await("the promotion counts once", () -> !annotated("promote"));

        fine("goes back to JIT from weight 100", "abort", "checkout", "--why", "p99 doubled", "--wait");
        assertThat(shop.phase()).isEqualTo("RolledBack");
        assertThat(shop.weight()).isZero();
        fine("is aborted already: \"p99 doubled\"", "abort", "checkout", "--why", "again");
        refused("aotrollout retry checkout", "promote", "checkout");

        fine("the abort \"p99 doubled\" is taken back", "retry", "checkout", "--wait");
        shop.awaitServed(50);
        assertThat(annotated("abort")).isFalse();
        refused("nothing to retry", "retry", "checkout");
    }

    private boolean annotated(String name) {
        var annotations = shop.rollout().getMetadata().getAnnotations();
        return annotations != null && annotations.containsKey("aotrollout.dev/" + name);
    }

    @ConcurrentTest
    void aDryRunChangesNothing() {
        shop.roll("steps", Shop.HALFWAY);
        shop.awaitServed(50);
        fine("(dry run: nothing was written)", "abort", "checkout", "--why", "drill", "--dry-run");
        fine("(dry run: nothing was written)", "pause", "checkout", "--dry-run");
        assertThat(annotated("abort") || annotated("pause")).isFalse();
    }

    @ConcurrentTest
    void whatTheManifestSaysIsNotUndoneByAnAnnotation() {
        shop.roll("steps", Shop.HALFWAY, "paused", "true");
        shop.awaitPhase("Paused");
        refused("spec.paused, which no annotation undoes", "resume", "checkout");
        fine("is paused already by spec.paused", "pause", "checkout");
        shop.edit("paused", "false", "goal", "JIT");
        shop.awaitPhase("RolledBack");
        refused("stays on JIT by spec.goal", "retry", "checkout");
    }

    @ConcurrentTest
    void aWatchEndsWithThePromotion() throws Exception {
        shop.roll("steps", "[{weight: 50, soakSeconds: 3}, {weight: 100, soakSeconds: 1}]");
        var watched = CompletableFuture.supplyAsync(
                () -> run("status", "checkout", "--watch", "--timeout", "80s"),
                task -> Thread.ofPlatform().start(task));
        shop.awaitPhase("Promoted");
        var result = watched.get();
        assertThat(result.code()).as("%s %s", result.out(), result.err()).isZero();
        assertThat(result.out().lines()).hasSizeBetween(3, 20);
        assertThat(result.out())
                .contains("  Progressing  step 1/2  weight 50  ")
                .doesNotContain("\u001b");
        assertThat(result.out().lines().toList().getLast()).contains("Promoted");
        fine("is PROMOTED, AOT carries all traffic", "status", "checkout");
    }

    @ConcurrentTest
    void aWatchOfARollbackOrALongSoakIsNotFine() {
        shop.roll("steps", Shop.HALFWAY);
        shop.awaitServed(50);
        var late = run("status", "checkout", "--watch", "--timeout", "2s");
        assertThat(late.code()).isEqualTo(1);
        assertThat(late.err()).contains("not promoted in 2s: Progressing, soaks at weight 50");
        shop.annotate("abort", "drill");
        var back = run("status", "checkout", "--watch", "--timeout", "60s", "-o", "json");
        assertThat(back.code()).isEqualTo(1);
        assertThat(back.out()).contains("\"phase\" : \"RolledBack\"", "\"over\" : true");
    }

    @ConcurrentTest
    void listAndStatusAreReadByProgramsToo() throws IOException {
        shop.roll("steps", Shop.HALFWAY);
        shop.awaitServed(50);
        var list = new ObjectMapper().readTree(run("list", "-o", "json").out());
        assertThat(list.at("/rollouts/0/name").asText()).isEqualTo("checkout");
        assertThat(list.at("/rollouts/0/weight").asInt()).isEqualTo(50);
        var everywhere = run("list", "-A").out();
        assertThat(everywhere).startsWith("NAMESPACE").contains(shop.namespace);
        var status = Shop.tree(run("status", "checkout", "-o", "yaml").out());
        assertThat(status.at("/waits/soakSeconds").asInt()).isEqualTo(3600);
        assertThat(status.at("/images/jit").asText()).isEqualTo("checkout:1-jit");
        assertThat(status.at("/images/aot").asText()).isEqualTo("checkout:1-aot");
        assertThat(status.at("/tracks/aot/ready").asInt()).isPositive();
        assertThat(status.path("findings")).isNotEmpty();
        assertThat(run("status", "checkout").out())
                .contains("soaks at weight 50. Next: nothing to do", "checkout:1-aot");
    }

    @ConcurrentTest
    void whyItStandsThereAndWhatItShowed() {
        shop.roll("steps", Shop.HALFWAY);
        shop.awaitServed(50);
        fine("does it still soak?", "explain", "checkout");
        var none = run("report", "checkout");
        assertThat(none.code()).isEqualTo(4);
        assertThat(none.err())
                .contains("/checkout has no evidence yet: a pack is written when a run ends (Progressing)");
        shop.annotate("abort", "drill");
        shop.awaitPhase("RolledBack");
        shop.awaitFiled();
        var report = run("report", "checkout", "--format", "markdown");
        assertThat(report.code()).as("%s %s", report.out(), report.err()).isEqualTo(1);
        assertThat(report.out()).startsWith("## checkout ").contains("drill");
        var pack = shop.status().orElseThrow().evidence().name();
        assertThat(run("report", "checkout", "--run", pack, "--format", "json").out())
                .contains("\"schema\"");
        var other = run("report", "checkout", "--run", "other");
        assertThat(other.code()).isEqualTo(4);
        assertThat(other.err()).contains("no run other of ", "there are: " + pack);
    }

    @ConcurrentTest
    void peopleApproveForThemselves() {
        var approve = new PolicyRuleBuilder()
                .withApiGroups(AotRollout.GROUP)
                .withResources("aotapprovals")
                .withVerbs("create")
                .build();
        var read = new PolicyRuleBuilder()
                .withApiGroups(AotRollout.GROUP)
                .withResources("aotrollouts")
                .withVerbs("get")
                .build();
        for (var user : List.of("alice", "bob", "dave")) Kubeconfigs.user(folder, shop.namespace, user, approve, read);
        Kubeconfigs.user(folder, shop.namespace, "eve", read);
        shop.roll("steps", """
                [{weight: 50, soakSeconds: 1}, {weight: 100, soakSeconds: 1, approval: {required: 2, fourEyes: true}}]""");
        shop.await("it waits for people", () -> shop.message().startsWith("0 of 2 approvals for weight 100"));

        approves(6, "alice", "does not name the author of the change");
        shop.annotate("author", "system:serviceaccount:%s:bob".formatted(shop.namespace));
        approves(6, "bob", "bob is an author of the change: somebody else must approve");
        approves(5, "eve", "cannot create resource \"aotapprovals\"");
        approves(0, "alice", "alice approves weight 100 of revision ");
        shop.await("alice is seen", () -> shop.message().startsWith("1 of 2 approvals for weight 100"));
        approves(6, "alice", "alice already for weight 100 (1 of 2)");
        refused("waits for people, whom a promotion does not replace", "promote", "checkout");
        approves(0, "dave", "nobody else is needed");
        shop.awaitServed(100);
        approves(6, "dave", "has no step before it that needs an approval");
    }

    private void approves(int code, String user, String says) {
        var result = Shell.run(
                "approve",
                "checkout",
                "--for",
                "24h",
                "--why",
                "as JIT",
                "--kubeconfig",
                folder.resolve(user + ".kubeconfig").toString());
        assertThat(result.code()).as("%s %s", result.out(), result.err()).isEqualTo(code);
        assertThat(result.out() + result.err()).contains(says);
    }

    @ConcurrentTest
    void aDrainRestoresEveryRoute() {
        shop.roll("steps", Shop.HALFWAY);
        shop.awaitServed(50);
        fine("is gone, 0 left", "drain", "--namespaces", shop.namespace, "--timeout", "80s");
        assertThat(shop.weight()).isZero();
        assertThat(shop.rollout()).isNull();
        fine("no AOTRollout is left", "drain", "--namespaces", shop.namespace);
    }
}
