package dev.aotrollout.examples.demo.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aotrollout.examples.demo.cluster.Cluster;
import dev.aotrollout.examples.demo.cluster.Manifest;
import dev.aotrollout.examples.demo.cluster.Stage;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesListBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rubrics, policies, plans, exceptions, approvals and evidence on the cluster. Closing it deletes those that belong to no namespace. */
final class Governance implements AutoCloseable {
    private static final String API = "aotrollout.dev/v1alpha1";
    private static final String GROUP = "aotrollout.dev";
    private static final String RBAC = "rbac.authorization.k8s.io";
    private static final String APPROVERS = "approvers";

    private final Cluster cluster;
    private final KubernetesClient client;
    private final List<Resource<GenericKubernetesResource>> installed = new ArrayList<>();

    private Governance(Cluster cluster) {
        this.cluster = cluster;
        client = cluster.client();
    }

    /** With the admission policy by which people approve for themselves. */
    static Governance on(Cluster cluster) throws IOException {
        var policy = cluster.project().file("helm/aotrollout/files/admission-policy.yaml");
        try (var file = Files.newInputStream(policy)) {
            cluster.client()
                    .load(file)
                    .items()
                    .forEach(object -> cluster.client().resource(object).serverSideApply());
        }
        return new Governance(cluster);
    }

    /** Applies one of our files that belongs to no namespace. */
    void install(String file, Map<String, String> values) {
        var manifest = manifest(file, values);
        cluster.apply(manifest);
        installed.add(client.genericKubernetesResources(
                        API, manifest.content().path("kind").asText())
                .withName(manifest.content().at("/metadata/name").asText()));
    }

    /** Applies one of our files in the namespace of a stage. */
    void apply(Stage stage, String file, Map<String, String> values) {
        cluster.apply(manifest(file, values).in(stage.namespace()));
    }

    /** Deletes an object in the namespace of a stage. */
    void delete(Stage stage, String kind, String name) {
        client.genericKubernetesResources(API, kind)
                .inNamespace(stage.namespace())
                .withName(name)
                .delete();
    }

    private Manifest manifest(String file, Map<String, String> values) {
        return Manifest.readOne(cluster.project().rollout(file), values);
    }

    /** Files the bill of materials that the build of the checkout service wrote. */
    void fileBill(Stage stage) throws IOException {
        var bill = Files.readString(cluster.project().file("examples/checkout/target/bom.json"));
        client.resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName("checkout-bill")
                        .addToLabels("aotrollout.dev/evidence", "true")
                        .addToAnnotations(
                                "aotrollout.dev/image", cluster.site().images().aot())
                        .endMetadata()
                        .addToData("bom.json", bill)
                        .build())
                .inNamespace(stage.namespace())
                .serverSideApply();
    }

    /** Lets a user approve what happens on a stage. */
    void allowToApprove(Stage stage, String user) {
        client.resource(new RoleBuilder()
                        .withNewMetadata()
                        .withName(APPROVERS)
                        .endMetadata()
                        .addNewRule()
                        .withApiGroups(GROUP)
                        .withResources("aotapprovals")
                        .withVerbs("create")
                        .endRule()
                        .build())
                .inNamespace(stage.namespace())
                .serverSideApply();
        client.resource(new RoleBindingBuilder()
                        .withNewMetadata()
                        .withName(APPROVERS)
                        .endMetadata()
                        .withNewRoleRef(RBAC, "Role", APPROVERS)
                        .addNewSubject(RBAC, "User", user, null)
                        .build())
                .inNamespace(stage.namespace())
                .serverSideApply();
    }

    /** The approval of the current revision, signed with the name {@code approver}, as {@code user} sends it. */
    void approve(Stage stage, String user, String approver) throws IOException {
        var revision = rollout(stage).at("/status/run/revision").asText();
        var approval = Manifest.readOne(
                cluster.project().file("examples/demo/src/test/resources/approval.yaml"),
                Map.of("USER", user, "APPROVER", approver, "REVISION", revision));
        var config = Config.fromKubeconfig(Files.readString(cluster.site().kubeconfig()));
        config.setImpersonateUsername(user);
        try (var person = new KubernetesClientBuilder().withConfig(config).build()) {
            person.resource(resource(approval)).inNamespace(stage.namespace()).create();
        }
    }

    private GenericKubernetesResource resource(Manifest manifest) {
        return client.getKubernetesSerialization().convertValue(manifest.content(), GenericKubernetesResource.class);
    }

    /** The rollout of a stage. */
    JsonNode rollout(Stage stage) {
        return json(client.genericKubernetesResources(API, "AOTRollout")
                .inNamespace(stage.namespace())
                .withName("checkout")
                .require());
    }

    /** One condition of the rollout of a stage; empty where it has none of this type. */
    Optional<JsonNode> condition(Stage stage, String type) {
        for (var condition : rollout(stage).at("/status/conditions")) {
            if (condition.path("type").asText().equals(type)) return Optional.of(condition);
        }
        return Optional.empty();
    }

    /** The status of a plan. */
    JsonNode plan(String name) {
        return json(client.genericKubernetesResources(API, "AOTWavePlan")
                        .withName(name)
                        .require())
                .path("status");
    }

    /** The namespaces whose rollouts have a slot in a plan. */
    List<String> slots(String plan) {
        return plan(plan).path("slots").findValuesAsText("namespace");
    }

    /** The evidence of all runs of a stage, oldest first. */
    List<JsonNode> packs(Stage stage) {
        return client
                .genericKubernetesResources(API, "AOTEvidencePack")
                .inNamespace(stage.namespace())
                .list()
                .getItems()
                .stream()
                .map(pack -> json(pack).path("spec"))
                .sorted(Comparator.comparing(spec -> spec.path("endedAt").asText()))
                .toList();
    }

    /** What {@code kubectl get configmaps,aotevidencepacks -o yaml} prints. */
    String export(Stage stage) {
        var objects = new ArrayList<HasMetadata>(
                client.configMaps().inNamespace(stage.namespace()).list().getItems());
        objects.addAll(client.genericKubernetesResources(API, "AOTEvidencePack")
                .inNamespace(stage.namespace())
                .list()
                .getItems());
        return client.getKubernetesSerialization()
                .asYaml(new KubernetesListBuilder().withItems(objects).build());
    }

    private JsonNode json(GenericKubernetesResource resource) {
        return client.getKubernetesSerialization().convertValue(resource, JsonNode.class);
    }

    @Override
    public void close() {
        installed.forEach(Resource::delete);
    }
}
