package dev.aotrollout.runtime;

import dev.aotrollout.api.AotRollout;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/**
 * A kube-apiserver with one rollout, for a packaged operator to be trained, verified and measured on: what a pod finds of its
 * cluster is written to a folder. {@code rest} has a rollout that stays at weight 50; {@code promote} one that is promoted, then
 * deleted. It ends when it is told to.
 */
public final class PracticeCluster {
    private static final String ACCOUNT = "operator";
    private static final long TOKEN_SECONDS = 24 * 3600;
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final Path folder;
    private final Shop shop = Shop.open();
    private final KubernetesClient client = KubeApi.get().client();

    private PracticeCluster(Path folder) {
        this.folder = folder;
    }

    /** Writes files {@code ready}, and {@code done} when the rollout is where it was to get. */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length != 2 || !args[1].matches("rest|promote")) {
            System.err.println("usage: PracticeCluster FOLDER rest|promote");
            System.exit(2);
        }
        var cluster = new PracticeCluster(Path.of(args[0]));
        cluster.describe();
        if (args[1].equals("rest")) cluster.rest();
        else cluster.promote();
        Thread.currentThread().join();
    }

    private void rest() throws IOException {
        shop.roll("steps", Shop.HALFWAY);
        write("ready", "");
        until(() -> shop.status()
                .filter(status -> status.weight() == 50 && status.run().stepServedAt() != null)
                .isPresent());
        write("done", "");
    }

    private void promote() throws IOException {
        shop.roll();
        write("ready", "");
        until(() -> shop.phase().equals("Promoted"));
        until(() -> shop.status()
                .filter(status -> status.evidence() != null && status.run().unfiled() == null)
                .isPresent());
        client.resources(AotRollout.class)
                .inNamespace(shop.namespace)
                .withName("checkout")
                .delete();
        until(() -> shop.rollout() == null);
        write("done", "");
    }

    /** Without a limit: how patient one is with an emulated processor is the caller's business. */
    private static void until(Callable<Boolean> condition) {
        Awaitility.await().pollInterval(LOOK_EVERY).forever().until(condition);
    }

    /** The mounted account, the variables of every pod, and the same for people. */
    private void describe() throws IOException {
        var config = Config.fromKubeconfig(KubeApi.get().kubeconfig());
        var server = URI.create(config.getMasterUrl());
        write(
                "environment",
                "KUBERNETES_SERVICE_HOST=%s\nKUBERNETES_SERVICE_PORT=%d\n"
                        .formatted(server.getHost(), server.getPort()));
        write("kubeconfig", KubeApi.get().kubeconfig());
        write("serviceaccount/namespace", shop.namespace);
        write("serviceaccount/ca.crt", certificate(config));
        write("serviceaccount/token", token());
    }

    private static String certificate(Config config) throws IOException {
        return config.getCaCertData() == null
                ? Files.readString(Path.of(config.getCaCertFile()))
                : new String(Base64.getDecoder().decode(config.getCaCertData()), StandardCharsets.UTF_8);
    }

    /** Of an account that may do everything: what the operator's own role must hold is another test's matter. */
    private String token() {
        var account = new ServiceAccountBuilder()
                .withNewMetadata()
                .withName(ACCOUNT)
                .withNamespace(shop.namespace)
                .endMetadata()
                .build();
        client.resource(account).create();
        client.resource(new ClusterRoleBindingBuilder()
                        .withNewMetadata()
                        .withName("practice")
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "cluster-admin")
                        .addNewSubject("", "ServiceAccount", ACCOUNT, shop.namespace)
                        .build())
                .create();
        var request = new TokenRequestBuilder()
                .withNewSpec()
                .withExpirationSeconds(TOKEN_SECONDS)
                .endSpec()
                .build();
        return client.serviceAccounts()
                .inNamespace(shop.namespace)
                .withName(ACCOUNT)
                .tokenRequest(request)
                .getStatus()
                .getToken();
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        // Whoever waits for it must not see half of it.
        var draft = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), text);
        Files.move(draft, file);
    }
}
