package dev.aotrollout.examples.demo.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aotrollout.examples.demo.cluster.Cluster;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A user of its own for the operator, by which the audit log tells its calls from ours.
 *
 * @param kubeconfig by which the operator connects
 */
record OperatorAccount(String user, Path kubeconfig) {
    private static final String NAMESPACE = "aotrollout-e2e";
    /** Not that of a release which is installed for real. */
    static final String NAME = "aotrollout-e2e";

    private static final long TOKEN_SECONDS = 6 * 3600;

    static OperatorAccount create(Cluster cluster, Helm helm) throws IOException, InterruptedException {
        cluster.client()
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(NAMESPACE)
                        .endMetadata()
                        .build())
                .serverSideApply();
        giveRights(cluster, helm);
        return new OperatorAccount(
                "system:serviceaccount:%s:%s".formatted(NAMESPACE, NAME), kubeconfig(cluster, token(cluster)));
    }

    /** Those of the chart and no others: what they do not cover fails here and not at a user's. */
    private static void giveRights(Cluster cluster, Helm helm) throws InterruptedException {
        rights(cluster, helm)
                .forEach(object -> cluster.client().resource(object).serverSideApply());
    }

    /** The account and its roles, as the chart renders them. */
    static List<HasMetadata> rights(Cluster cluster, Helm helm) throws InterruptedException {
        var objects = helm.run(
                "template",
                NAME,
                cluster.project().file("helm/aotrollout"),
                "--namespace",
                NAMESPACE,
                "--set",
                "image.repository=none",
                "--show-only",
                "templates/service-account.yaml",
                "--show-only",
                "templates/rbac.yaml");
        return cluster.client()
                .load(new ByteArrayInputStream(objects.getBytes(StandardCharsets.UTF_8)))
                .items();
    }

    private static String token(Cluster cluster) {
        var request = new TokenRequestBuilder()
                .withNewSpec()
                .withExpirationSeconds(TOKEN_SECONDS)
                .endSpec()
                .build();
        var account = cluster.client().serviceAccounts().inNamespace(NAMESPACE).withName(NAME);
        return account.tokenRequest(request).getStatus().getToken();
    }

    /** The cluster's own kubeconfig with another user in it. */
    private static Path kubeconfig(Cluster cluster, String token) throws IOException {
        var text = Files.readString(cluster.site().kubeconfig());
        var config = new KubernetesSerialization().unmarshal(text, JsonNode.class);
        for (var entry : config.path("users")) {
            ((ObjectNode) entry).putObject("user").put("token", token);
        }
        var file = Files.createTempFile("aotrollout-e2e-", ".kubeconfig");
        file.toFile().deleteOnExit();
        return Files.writeString(file, config.toString());
    }
}
