package dev.aotrollout.runtime;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Kubeconfig files: of the admin, and of users with few rights. */
final class Kubeconfigs {
    private Kubeconfigs() {}

    static String admin(Path folder) {
        return write(folder, "admin", KubeApi.get().kubeconfig());
    }

    /** Of a service account of that name, which may do what {@code rules} say in its namespace. */
    static String user(Path folder, String namespace, String name, PolicyRule... rules) {
        var client = KubeApi.get().client();
        var metadata =
                new ObjectMetaBuilder().withName(name).withNamespace(namespace).build();
        client.resource(new ServiceAccountBuilder().withMetadata(metadata).build())
                .create();
        client.resource(new RoleBuilder()
                        .withMetadata(metadata)
                        .withRules(List.of(rules))
                        .build())
                .create();
        client.resource(new RoleBindingBuilder()
                        .withMetadata(metadata)
                        .withNewRoleRef("rbac.authorization.k8s.io", "Role", name)
                        .addNewSubject("", "ServiceAccount", name, namespace)
                        .build())
                .create();
        return write(folder, name, withToken(token(namespace, name), namespace));
    }

    private static String token(String namespace, String name) {
        return KubeApi.get()
                .client()
                .serviceAccounts()
                .inNamespace(namespace)
                .withName(name)
                .tokenRequest(new TokenRequest())
                .getStatus()
                .getToken();
    }

    private static String withToken(String token, String namespace) {
        var admin = Config.fromKubeconfig(KubeApi.get().kubeconfig());
        var data = admin.getCaCertData();
        return """
                apiVersion: v1
                kind: Config
                current-context: it
                contexts: [{name: it, context: {cluster: it, user: it, namespace: %s}}]
                clusters: [{name: it, cluster: {server: "%s", %s: "%s"}}]
                users: [{name: it, user: {token: "%s"}}]
                """.formatted(
                        namespace,
                        admin.getMasterUrl(),
                        data == null ? "certificate-authority" : "certificate-authority-data",
                        data == null ? admin.getCaCertFile() : data,
                        token);
    }

    static String write(Path folder, String name, String content) {
        try {
            return Files.writeString(folder.resolve(name + ".kubeconfig"), content)
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
