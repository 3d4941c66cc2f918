package dev.aotrollout.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.cli.Shell;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands say where they cannot do what was asked: one line, which object, which remedy. No operator runs. */
class UnableIT {
    @TempDir
    private Path folder;

    private final Shop shop = Shop.open();

    @AfterEach
    void closeShop() {
        shop.close();
    }

    private static void unable(int code, String kubeconfig, String says, String... args) {
        var result = Shell.run(Stream.concat(Stream.of(args), Stream.of("--kubeconfig", kubeconfig))
                .toArray(String[]::new));
        assertThat(result.code()).as("%s %s", result.out(), result.err()).isEqualTo(code);
        assertThat(result.err().lines()).as(result.err()).hasSize(1);
        assertThat(result.err()).startsWith("aotrollout: ").contains(says);
    }

    @Test
    void aNameThatIsNotThereIsHeldToThoseThatAre() {
        var admin = Kubeconfigs.admin(folder);
        shop.roll();
        for (var command : new String[] {"status", "pause", "resume", "promote", "retry", "approve"})
            unable(4, admin, "/chekout not found; did you mean checkout?", command, "chekout", "-n", shop.namespace);
        unable(
                4,
                admin,
                "AOTRollout default/checkout not found; one of that name is in namespace ",
                "abort",
                "checkout",
                "--why",
                "x",
                "-n",
                "default");
    }

    @Test
    void whoMayOnlyReadIsToldWhichRightIsMissing() {
        shop.roll();
        var reader = Kubeconfigs.user(
                folder,
                shop.namespace,
                "reader",
                new PolicyRuleBuilder()
                        .withApiGroups(AotRollout.GROUP)
                        .withResources("aotrollouts")
                        .withVerbs("get", "list")
                        .build());
        assertThat(Shell.run("status", "checkout", "--kubeconfig", reader).code())
                .isZero();
        unable(5, reader, "cannot patch resource \"aotrollouts\"", "pause", "checkout");
        unable(5, reader, "cannot patch resource \"aotrollouts\"", "abort", "checkout", "--why", "x");
        unable(5, reader, "the verbs list and watch on aotrollouts.aotrollout.dev", "status", "checkout", "--watch");
        unable(5, reader, "at the cluster scope", "list", "-A");
        unable(
                5,
                reader,
                "the verbs list and watch on aotrollouts.aotrollout.dev",
                "drain",
                "--namespaces",
                shop.namespace);
        assertThat(shop.rollout().getMetadata().getAnnotations()).isNullOrEmpty();
    }

    @Test
    void aClusterThatIsNotThereIsNamed() {
        var nowhere = Kubeconfigs.write(folder, "nowhere", """
                apiVersion: v1
                kind: Config
                current-context: old
                contexts: [{name: old, context: {cluster: c, user: u}}, {name: older, context: {cluster: c, user: u}}]
                clusters: [{name: c, cluster: {server: "https://127.0.0.1:1"}}]
                users: [{name: u, user: {token: t}}]
                """);
        unable(2, nowhere, "cannot reach the cluster at https://127.0.0.1:1/ (context old): ", "list");
        unable(2, nowhere, "no context odl in " + nowhere + "; did you mean old?", "list", "--context", "odl");
        unable(2, folder.resolve("none").toString(), "no kubeconfig ", "list");
        unable(2, Kubeconfigs.write(folder, "broken", "a: [b"), "cannot read kubeconfig ", "list");
        var empty = "apiVersion: v1\nkind: Config\ncontexts: [{name: a, context: {cluster: c}}]\n";
        unable(2, Kubeconfigs.write(folder, "empty", empty), "has no current context; give --context: a", "list");
    }

    @Test
    void whatNobodyActsOnIsSaid() {
        var admin = Kubeconfigs.admin(folder);
        shop.roll();
        var result = Shell.run(
                "pause", "checkout", "-n", shop.namespace, "--kubeconfig", admin, "--wait", "--timeout", "1s");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("the operator has not acted on it in 1s: does it run?");
    }

    @Test
    void aDrainThatNobodyHelpsNamesWhatIsLeft() {
        var admin = Kubeconfigs.admin(folder);
        shop.roll();
        shop.resource("checkout")
                .patch(Shop.merge(), "{\"metadata\":{\"finalizers\":[\"aotrollout.dev/restore-routes\"]}}");
        var result = Shell.run("drain", "--namespaces", shop.namespace, "--kubeconfig", admin, "--timeout", "1s");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .contains(
                        shop.namespace + "/checkout is still there: Unseen at weight 0",
                        "not drained in 1s: 1 left",
                        "remove the finalizer aotrollout.dev/restore-routes");
    }

    @Test
    void anAbortSaysWhy() {
        var result = Shell.run("abort", "checkout", "--why", " ");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("--why must say why");
        assertThat(Shell.run("abort", "checkout").code()).isEqualTo(2);
        assertThat(Shell.run("status", "checkout", "--timeout", "soon").err()).contains("'soon' is not a span of time");
    }
}
