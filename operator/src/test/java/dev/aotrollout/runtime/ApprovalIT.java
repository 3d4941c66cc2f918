package dev.aotrollout.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aotrollout.api.AotApproval;
import dev.aotrollout.api.AotApprovalSpec;
import dev.aotrollout.api.AotRollout;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import io.fabric8.kubernetes.api.model.rbac.SubjectBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Approvals by real users of a real API server: RBAC says who may, the admission policy that nobody signs for another. */
class ApprovalIT {
    private static final String APPROVERS = "it-approvers";

    private final Shop shop = Shop.open();
    private final KubernetesClient client = KubeApi.get().newClient();
    private final Wiring operator = new Wiring(client, new Settings(Set.of(shop.namespace)));

    @BeforeAll
    static void installPolicyAndRoles() {
        var api = KubeApi.get();
        api.load(KubeApi.ROOT.resolve("helm/aotrollout/files/admission-policy.yaml"))
                .forEach(object -> api.client().resource(object).serverSideApply());
        api.client()
                .resource(new ClusterRoleBuilder()
                        .withMetadata(
                                new ObjectMetaBuilder().withName(APPROVERS).build())
                        .addNewRule()
                        .withApiGroups("aotrollout.dev")
                        .withResources("aotapprovals", "aotrollouts")
                        .withVerbs("create", "get", "patch", "update")
                        .endRule()
                        .build())
                .serverSideApply();
        api.client()
                .resource(new ClusterRoleBindingBuilder()
                        .withMetadata(
                                new ObjectMetaBuilder().withName(APPROVERS).build())
                        .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", APPROVERS)
                        .withSubjects(user("alice"), user("bob"))
                        .build())
                .serverSideApply();
    }

    private static Subject user(String name) {
        return new SubjectBuilder()
                .withApiGroup("rbac.authorization.k8s.io")
                .withKind("User")
                .withName(name)
                .build();
    }

    @AfterEach
    void close() {
        operator.close();
        client.close();
        shop.close();
    }

    @Test
    void aStepBeginsWithTheApprovalOfSomebodyWhoMayAndIsNotTheAuthor() {
        awaitPolicy();
        operator.start();
        shop.roll("steps", """
                [{weight: 50, soakSeconds: 1}, {weight: 100, soakSeconds: 1, approval: {required: 1, fourEyes: true}}]""");
        author("alice", "alice");
        shop.await("it waits for people", () -> shop.message().startsWith("0 of 1 approvals for weight 100"));
        assertThat(shop.status().orElseThrow().approval()).isNotNull();
        var revision = shop.status().orElseThrow().run().revision();

        assertThatThrownBy(() -> approve("eve", "eve", revision))
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining("cannot create resource \"aotapprovals\"");
        assertThatThrownBy(() -> approve("alice", "bob", revision))
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining("people approve for themselves");
        approve("alice", "alice", revision);
        shop.await(
                "the author's own does not count", () -> shop.message().contains("alice is an author of the change"));
        approve("bob", "bob", "another");
        shop.always("an approval of another revision does not count", () -> shop.weight() == 50);
        approve("bob", "bob", revision);
        shop.awaitServed(100);
        assertThat(shop.status().orElseThrow().approval()).isNull();
    }

    @Test
    void nobodyNamesSomebodyElseAsTheAuthorAndNoApprovalIsChanged() {
        awaitPolicy();
        shop.roll();
        assertThatThrownBy(() -> author("bob", "alice"))
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining("add your own name");
        author("bob", "alice, bob");
        approve("bob", "bob", "r1");
        assertThatThrownBy(() -> client.resources(AotApproval.class)
                        .inNamespace(shop.namespace)
                        .withName("ok-bob-r1")
                        .patch(Shop.merge(), "{\"spec\":{\"weight\":10}}"))
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining("an approval cannot be changed");
    }

    /** The API server takes a moment to enforce a new policy. */
    private void awaitPolicy() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    try {
                        var probe = approval("alice", "nobody", "probe");
                        as(
                                "alice",
                                api -> api.resource(probe)
                                        .inNamespace(shop.namespace)
                                        .dryRun()
                                        .create());
                        return false;
                    } catch (KubernetesClientException e) {
                        return String.valueOf(e.getMessage()).contains("people approve for themselves");
                    }
                });
    }

    private void approve(String user, String approver, String revision) {
        as(
                user,
                api -> api.resource(approval(user, approver, revision))
                        .inNamespace(shop.namespace)
                        .create());
    }

    private void author(String user, String author) {
        as(
                user,
                api -> api.resources(AotRollout.class)
                        .inNamespace(shop.namespace)
                        .withName("checkout")
                        .patch(
                                Shop.merge(),
                                "{\"metadata\":{\"annotations\":{\"aotrollout.dev/author\":\"%s\"}}}"
                                        .formatted(author)));
    }

    private interface Request {
        Object send(KubernetesClient api);
    }

    private static void as(String user, Request request) {
        try (var api = KubeApi.get().newClient()) {
            api.getConfiguration().setImpersonateUsername(user);
            request.send(api);
        }
    }

    private static AotApproval approval(String user, String approver, String revision) {
        var approval = new AotApproval();
        approval.setMetadata(new ObjectMetaBuilder()
                .withName("ok-%s-%s".formatted(user, revision))
                .withLabels(Map.of())
                .build());
        approval.setSpec(new AotApprovalSpec("checkout", revision, 100, approver, null, null));
        return approval;
    }
}
