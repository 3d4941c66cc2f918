package dev.aotrollout.chart;

import static dev.aotrollout.chart.Rendered.rights;
import static dev.aotrollout.chart.Rendered.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rights that the chart gives: to the operator, to the drain, to people. */
class ChartRightsIT {
    private static final List<String> NAMESPACED = List.of(
            "aotapprovals: list watch",
            "aotevidencepacks: create delete get list watch",
            "aotexceptions/status: update",
            "aotexceptions: list watch",
            "aotrollouts/status: update",
            "aotrollouts: get list patch watch",
            "configmaps: create delete get list patch watch",
            "deployments: create get list patch watch",
            "events: create",
            "grpcroutes: get list patch watch",
            "horizontalpodautoscalers: list watch",
            "httproutes: get list patch watch",
            "pods: list watch",
            "services: create list patch watch");
    private static final List<String> CLUSTER = List.of(
            "aotcandidaterubrics: list watch",
            "aotlibrarypolicies: list watch",
            "aotwaveplans/status: update",
            "aotwaveplans: list watch",
            "nodes: list watch");

    @Test
    void byDefaultTheOperatorWorksInAllNamespacesAndElectsInItsOwn() {
        var rendered = Helm.template();
        assertThat(rights(rendered.one("ClusterRole", "aotrollout")))
                .containsExactlyElementsOf(sorted(NAMESPACED, CLUSTER));
        assertThat(rights(rendered.one("Role", "aotrollout-leader-election")))
                .containsExactly("leases [aotrollout]: get update", "leases: create");
    }

    @Test
    void inNamedNamespacesOnlyWhatBelongsToNoneIsClusterWide() {
        var rendered = Helm.template(
                "watchNamespaces=[\"shop\",\"payments\"]",
                "secrets=[{\"namespace\":\"shop\",\"names\":[\"a\",\"b\"]}]");
        assertThat(rights(rendered.one("ClusterRole", "aotrollout"))).containsExactlyElementsOf(CLUSTER);
        assertThat(rendered.names())
                .doesNotContain("ClusterRole aotrollout-drain")
                .contains(
                        "Role payments/aotrollout",
                        "Role payments/aotrollout-drain",
                        "Role shop/aotrollout",
                        "Role shop/aotrollout-drain",
                        "RoleBinding payments/aotrollout",
                        "RoleBinding shop/aotrollout");
        for (var role : rendered.all("Role")) {
            var name = role.at("/metadata/name").asText();
            if (name.equals("aotrollout")) assertThat(rights(role)).containsExactlyElementsOf(NAMESPACED);
        }
        var secrets = rendered.one("Role", "aotrollout-secrets");
        assertThat(secrets.at("/metadata/namespace").asText()).isEqualTo("shop");
        assertThat(rights(secrets)).containsExactly("secrets [a, b]: get");
        assertThat(rights(rendered.one("Role", "aotrollout-plan-events"))).containsExactly("events: create");
        assertThat(rendered.arguments()).contains("--namespaces=shop,payments");
        assertThat(texts(rendered.one("Job", "aotrollout-drain").at("/spec/template/spec/containers/0/args")))
                .containsExactly("drain", "--timeout=240s", "--namespaces=shop,payments");
    }

    @ParameterizedTest
    @MethodSource("dev.aotrollout.chart.ChartIT#combinations")
    void noRoleHasAWildcardOrReadsSecretsThatAreNotNamed(List<String> values) {
        var rendered = Helm.template(values.toArray(String[]::new));
        var roles = Stream.concat(rendered.all("ClusterRole").stream(), rendered.all("Role").stream());
        assertThat(roles.flatMap(role -> role.path("rules").valueStream()))
                .isNotEmpty()
                .allSatisfy(rule -> {
                    assertThat(rule.toString()).doesNotContain("*");
                    if (texts(rule.path("resources")).anyMatch("secrets"::equals)) {
                        assertThat(rule.path("resourceNames")).isNotEmpty();
                        assertThat(texts(rule.path("verbs"))).containsExactly("get");
                    }
                });
    }

    @Test
    void rightsOfPeopleGoWhereChartsPutThemAndApprovalsNowhere() {
        var rendered = Helm.template();
        assertThat(labelsOf(rendered, "aotrollout-view")).contains("rbac.authorization.k8s.io/aggregate-to-view");
        assertThat(labelsOf(rendered, "aotrollout-edit")).contains("rbac.authorization.k8s.io/aggregate-to-edit");
        for (var name : List.of("aotrollout-approver", "aotrollout-exceptions"))
            assertThat(labelsOf(rendered, name)).noneMatch(label -> label.contains("aggregate"));
        assertThat(rights(rendered.one("ClusterRole", "aotrollout-edit")))
                .containsExactly("aotrollouts: create delete patch update");
        assertThat(rights(rendered.one("ClusterRole", "aotrollout-approver")))
                .contains("aotapprovals: create delete get list watch");
    }

    private static List<String> sorted(List<String> some, List<String> others) {
        var all = new TreeSet<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }

    private static Set<String> labelsOf(Rendered rendered, String role) {
        var labels = rendered.one("ClusterRole", role).at("/metadata/labels");
        return labels.propertyStream().map(label -> label.getKey()).collect(Collectors.toSet());
    }
}
