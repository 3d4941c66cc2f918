package dev.aotrollout.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aotrollout.runtime.KubeApi;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A real API server accepts what the chart renders, in a namespace with PodSecurity restricted, and the rights are those that were meant. */
class ChartOnServerIT {
    private static final Set<String> OF_OTHERS = Set.of("ServiceMonitor", "PrometheusRule");
    private static final String OPERATOR = "system:serviceaccount:" + Helm.NAMESPACE + ":aotrollout";

    @BeforeAll
    static void namespaces() {
        namespace(Helm.NAMESPACE);
        namespace("shop");
        namespace("payments");
    }

    private static void namespace(String name) {
        KubeApi.get()
                .client()
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .addToLabels("pod-security.kubernetes.io/enforce", "restricted")
                        .endMetadata()
                        .build())
                .serverSideApply();
    }

    @ParameterizedTest
    @MethodSource("dev.aotrollout.chart.ChartIT#combinations")
    void theServerTakesEveryObject(List<String> values) {
        var rendered = Helm.template(values.toArray(String[]::new));
        var tried = rendered.objects().stream()
                .filter(object -> !OF_OTHERS.contains(object.path("kind").asText()))
                .toList();
        assertThat(tried).hasSizeGreaterThan(5);
        tried.forEach(ChartOnServerIT::tryOut);
    }

    @Test
    void podsAreTakenUnderPodSecurityRestricted() {
        var rendered = Helm.template("notifications={\"a\":1}", "networkPolicy.enabled=true");
        rendered.all("ServiceAccount")
                .forEach(account -> KubeApi.get()
                        .client()
                        .resource(Rendered.resource(account))
                        .serverSideApply());
        tryOut(pod(rendered.one("Deployment", "aotrollout")));
        tryOut(pod(rendered.one("Job", "aotrollout-drain")));
        // And one that is not careful is not.
        var careless = pod(rendered.one("Deployment", "aotrollout"));
        ((ObjectNode) careless.path("spec")).remove("securityContext");
        assertThatThrownBy(() -> tryOut(careless))
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining("violates PodSecurity \"restricted");
    }

    /** In two namespaces, so that cluster-wide rights would show. */
    @ParameterizedTest(name = "{0} {1} {2} in {3}: {4}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            patch  | apps                      | deployments    | shop              | -          | true
            patch  | apps                      | deployments    | payments          | -          | false
            list   | apps                      | deployments    | -                 | -          | false
            update | aotrollout.dev            | aotrollouts    | shop              | -          | false
            delete | aotrollout.dev            | aotrollouts    | shop              | -          | false
            create | aotrollout.dev            | aotapprovals   | shop              | -          | false
            list   | aotrollout.dev            | aotwaveplans   | -                 | -          | true
            get    | -                         | secrets        | shop              | prometheus | true
            get    | -                         | secrets        | shop              | other      | false
            list   | -                         | secrets        | shop              | -          | false
            get    | -                         | secrets        | aotrollout-system | prometheus | false
            get    | -                         | secrets        | payments          | prometheus | false
            create | coordination.k8s.io       | leases         | aotrollout-system | -          | true
            update | coordination.k8s.io       | leases         | aotrollout-system | aotrollout | true
            update | coordination.k8s.io       | leases         | aotrollout-system | other      | false
            create | coordination.k8s.io       | leases         | shop              | -          | false
            create | -                         | events         | default           | -          | true
            delete | -                         | pods           | shop              | -          | false
            """)
    void rightsEndWhereTheyWereMeantTo(
            String verb, String group, String resource, String namespace, String name, boolean allowed) {
        var rendered = Helm.template(
                "watchNamespaces=[\"shop\"]", "secrets=[{\"namespace\":\"shop\",\"names\":[\"prometheus\"]}]");
        for (var kind : List.of("ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding"))
            rendered.all(kind).forEach(ChartOnServerIT::apply);
        var review = new SubjectAccessReviewBuilder()
                .withNewSpec()
                .withUser(OPERATOR)
                .withNewResourceAttributes()
                .withVerb(verb)
                .withGroup(group)
                .withResource(resource)
                .withNamespace(namespace)
                .withName(name)
                .endResourceAttributes()
                .endSpec()
                .build();
        var answer = KubeApi.get().client().resource(review).create();
        assertThat(answer.getStatus().getAllowed()).isEqualTo(allowed);
    }

    private static void apply(JsonNode object) {
        KubeApi.get()
                .client()
                .resource(Rendered.resource(object))
                .fieldManager("chart")
                .forceConflicts()
                .serverSideApply();
    }

    private static void tryOut(JsonNode object) {
        KubeApi.get()
                .client()
                .resource(Rendered.resource(object))
                .dryRun()
                .fieldManager("chart")
                .forceConflicts()
                .serverSideApply();
    }

    private static ObjectNode pod(JsonNode workload) {
        ObjectNode pod = workload.at("/spec/template").deepCopy();
        pod.put("apiVersion", "v1").put("kind", "Pod");
        var metadata = pod.withObject("/metadata");
        metadata.put("name", "try").put("namespace", Helm.NAMESPACE);
        return pod;
    }
}
