package dev.aotrollout.chart;

import static dev.aotrollout.chart.Rendered.rights;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.aotrollout.runtime.KubeApi;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the chart renders for the main combinations of values, by the real Helm. */
class ChartIT {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final String ONE_NAMESPACE = "watchNamespaces=[\"shop\"]";
    /** The main combinations. */
    static Stream<List<String>> combinations() {
        return Stream.of(
                List.of(),
                List.of(ONE_NAMESPACE, "secrets=[{\"namespace\":\"shop\",\"names\":[\"prometheus\"]}]"),
                List.of("replicas=1", "leaderElection.enabled=false"),
                List.of(
                        "metrics.serviceMonitor.enabled=true",
                        "metrics.prometheusRule.enabled=true",
                        "metrics.dashboard.enabled=true"),
                List.of("networkPolicy.enabled=true"),
                List.of("notifications={\"sinks\":[]}"),
                List.of("notificationsSecret.name=told"),
                List.of("admissionPolicy.enabled=false", "crds.install=false", "userRoles.create=false"),
                List.of("drain.enabled=false", "serviceAccount.create=false", "serviceAccount.name=own"),
                List.of(
                        "priorityClassName=high",
                        "extraArgs=[\"--help\"]",
                        "extraEnv=[{\"name\":\"A\",\"value\":\"b\"}]",
                        "imagePullSecrets=[{\"name\":\"pull\"}]",
                        "nodeSelector={\"a\":\"b\"}",
                        "tolerations=[{\"operator\":\"Exists\"}]",
                        "affinity={\"nodeAffinity\":{}}",
                        "commonLabels={\"team\":\"a\"}",
                        "podLabels={\"pod\":\"a\"}",
                        "podAnnotations={\"pod\":\"a\"}",
                        "serviceAccount.annotations={\"a\":\"b\"}",
                        "metrics.service.annotations={\"a\":\"b\"}"));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void lintFindsNothing(List<String> values) {
        var answer = Helm.lint(values.toArray(String[]::new));
        assertThat(answer.exitCode()).as(answer.output()).isZero();
        assertThat(answer.output()).doesNotContain("[WARNING]", "[ERROR]");
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void everyObjectSaysWhereItBelongs(List<String> values) {
        var rendered = Helm.template(values.toArray(String[]::new));
        assertThat(rendered.objects()).hasSizeGreaterThan(5).allSatisfy(object -> {
            assertThat(object.has("apiVersion")).isTrue();
            if (object.path("kind").asText().startsWith("ValidatingAdmissionPolicy")) return;
            var labels = object.at("/metadata/labels");
            assertThat(labels.path("app.kubernetes.io/managed-by").asText()).isEqualTo("Helm");
            assertThat(labels.path("helm.sh/chart").asText()).isEqualTo("aotrollout-0.2.0");
        });
        assertThat(rendered.names()).doesNotHaveDuplicates();
    }

    @Test
    void byDefaultTwoReplicasElectALeaderInTheirOwnNamespace() {
        var rendered = Helm.template();
        assertThat(rendered.names())
                .containsExactly(
                        "ClusterRole aotrollout",
                        "ClusterRole aotrollout-approver",
                        "ClusterRole aotrollout-drain",
                        "ClusterRole aotrollout-edit",
                        "ClusterRole aotrollout-exceptions",
                        "ClusterRole aotrollout-view",
                        "ClusterRoleBinding aotrollout",
                        "ClusterRoleBinding aotrollout-drain",
                        "Deployment aotrollout-system/aotrollout",
                        "Job aotrollout-system/aotrollout-drain",
                        "PodDisruptionBudget aotrollout-system/aotrollout",
                        "Role aotrollout-system/aotrollout-leader-election",
                        "RoleBinding aotrollout-system/aotrollout-leader-election",
                        "Service aotrollout-system/aotrollout-metrics",
                        "ServiceAccount aotrollout-system/aotrollout",
                        "ServiceAccount aotrollout-system/aotrollout-drain",
                        "ValidatingAdmissionPolicy aotrollout-approver",
                        "ValidatingAdmissionPolicy aotrollout-author",
                        "ValidatingAdmissionPolicyBinding aotrollout-approver",
                        "ValidatingAdmissionPolicyBinding aotrollout-author");
        assertThat(rendered.one("Deployment", "aotrollout").at("/spec/replicas").asInt())
                .isEqualTo(2);
        assertThat(rendered.arguments())
                .containsExactly(
                        "run",
                        "--health-port=8080",
                        "--log-format=json",
                        "--leader-election=true",
                        "--lease-name=aotrollout",
                        "--lease-namespace=aotrollout-system",
                        "--lease-seconds=15");
    }

    @Test
    void withoutLeaderElectionThereIsNeverASecondOne() {
        var rendered = Helm.template("replicas=1", "leaderElection.enabled=false");
        assertThat(rendered.one("Deployment", "aotrollout")
                        .at("/spec/strategy/type")
                        .asText())
                .isEqualTo("Recreate");
        assertThat(rendered.arguments()).contains("--leader-election=false").noneMatch(word -> word.contains("lease-"));
        assertThat(rendered.names())
                .doesNotContain(
                        "Role aotrollout-system/aotrollout-leader-election",
                        "PodDisruptionBudget aotrollout-system/aotrollout");
    }

    @Test
    void theBudgetAndTheServiceSelectTheOperatorsPodsAndNotTheDrain() {
        var rendered = Helm.template();
        var pods = rendered.one("Deployment", "aotrollout").at("/spec/template/metadata/labels");
        var drain = rendered.one("Job", "aotrollout-drain").at("/spec/template/metadata/labels");
        for (var selector : List.of(
                rendered.one("PodDisruptionBudget", "aotrollout").at("/spec/selector/matchLabels"),
                rendered.one("Service", "aotrollout-metrics").at("/spec/selector"),
                rendered.one("Deployment", "aotrollout").at("/spec/selector/matchLabels"))) {
            assertThat(selects(selector, pods)).isTrue();
            assertThat(selects(selector, drain)).isFalse();
        }
    }

    @Test
    void theSelectorIsThatOfTheChartBefore() {
        var selector = Helm.template().one("Deployment", "aotrollout").at("/spec/selector/matchLabels");
        assertThat(selector.toString())
                .isEqualTo("{\"app.kubernetes.io/name\":\"aotrollout\",\"app.kubernetes.io/instance\":\"aotrollout\"}");
    }

    @Test
    void theOperatorIsProbedWhereItAnswers() {
        var operator = Helm.template().operator();
        assertThat(operator.at("/startupProbe/httpGet/path").asText()).isEqualTo("/startupz");
        assertThat(operator.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/livez");
        assertThat(operator.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/readyz");
        assertThat(operator.at("/ports/0/containerPort").asInt()).isEqualTo(8080);
    }

    @Test
    void monitoringCarriesTheRulesAndTheDashboardUnchanged() throws IOException {
        var rendered = Helm.template(
                "metrics.serviceMonitor.enabled=true",
                "metrics.serviceMonitor.labels={\"release\":\"prometheus\"}",
                "metrics.prometheusRule.enabled=true",
                "metrics.dashboard.enabled=true");
        var monitor = rendered.one("ServiceMonitor", "aotrollout");
        assertThat(monitor.at("/metadata/labels/release").asText()).isEqualTo("prometheus");
        assertThat(selects(
                        monitor.at("/spec/selector/matchLabels"),
                        rendered.one("Service", "aotrollout-metrics").at("/metadata/labels")))
                .isTrue();
        assertThat(rendered.one("PrometheusRule", "aotrollout").path("spec"))
                .isEqualTo(YAML.readTree(
                        KubeApi.ROOT.resolve("helm/aotrollout/files/rules.yaml").toFile()));
        var dashboard = rendered.one("ConfigMap", "aotrollout-dashboard");
        assertThat(dashboard.at("/metadata/labels/grafana_dashboard").asText()).isEqualTo("1");
        assertThat(new ObjectMapper()
                        .readTree(dashboard.at("/data/aotrollout.json").asText()))
                .isEqualTo(new ObjectMapper()
                        .readTree(KubeApi.ROOT
                                .resolve("helm/aotrollout/files/dashboard.json")
                                .toFile()));
    }

    @Test
    void theNetworkPolicyCoversTheDrainAndNamesItsPorts() {
        var policy = Helm.template(
                        "networkPolicy.enabled=true",
                        "networkPolicy.apiServerPorts=[16443]",
                        "networkPolicy.metricsFrom=[{\"namespaceSelector\":{}}]",
                        "networkPolicy.egress=[{\"ports\":[{\"port\":8443}]}]")
                .one("NetworkPolicy", "aotrollout")
                .path("spec");
        assertThat(policy.at("/podSelector/matchExpressions/0/values").toString())
                .isEqualTo("[\"aotrollout\",\"aotrollout-drain\"]");
        assertThat(policy.at("/ingress/0/from/0").has("namespaceSelector")).isTrue();
        assertThat(policy.path("egress").findValuesAsText("port")).containsExactly("53", "53", "16443", "9090", "8443");
    }

    @Test
    void notificationsAreASecretThatTheOperatorReadsAndAChangeRestartsIt() throws IOException {
        var rendered = Helm.template("notifications={\"a\":1}");
        var secret = rendered.one("Secret", "aotrollout-notifications");
        assertThat(YAML.readTree(secret.at("/stringData/notifications.yaml").asText()))
                .isEqualTo(YAML.readTree("{a: 1}"));
        assertThat(rendered.arguments()).contains("--notifications=/etc/aotrollout/notifications/notifications.yaml");
        assertThat(rendered.operator().at("/volumeMounts/0/mountPath").asText())
                .isEqualTo("/etc/aotrollout/notifications");
        assertThat(checksum(rendered)).isNotBlank().isNotEqualTo(checksum(Helm.template("notifications={\"a\":2}")));

        var existing = Helm.template("notificationsSecret={\"name\":\"told\",\"key\":\"file\"}");
        assertThat(existing.all("Secret")).isEmpty();
        assertThat(existing.arguments()).contains("--notifications=/etc/aotrollout/notifications/file");
        assertThat(secretsOf(existing)).containsExactly("told");
        assertThat(secretsOf(Helm.template("notifications={\"a\":1}", "notificationsSecret.name=told")))
                .containsExactly("aotrollout-notifications", "told");
    }

    private static List<String> secretsOf(Rendered rendered) {
        return rendered.one("Deployment", "aotrollout")
                .at("/spec/template/spec/volumes/0/projected/sources")
                .findValuesAsText("name");
    }

    @Test
    void addressesOfPrometheusAreLimitedByArguments() {
        assertThat(Helm.template("prometheusUrlPrefixes=[\"http://prometheus:9090\",\"https://thanos/\"]")
                        .arguments())
                .contains("--metrics-url-prefix=http://prometheus:9090", "--metrics-url-prefix=https://thanos/");
    }

    @Test
    void definitionsAreThoseOfTheCheckoutAndAreKept() throws IOException {
        var rendered = Helm.template();
        var files = KubeApi.ROOT.resolve("crds").toFile().list((_, name) -> name.endsWith(".yaml"));
        assertThat(rendered.all("CustomResourceDefinition"))
                .hasSize(files.length)
                .allSatisfy(definition -> {
                    var name = definition.at("/metadata/name").asText();
                    assertThat(definition
                                    .at("/metadata/annotations")
                                    .path("helm.sh/resource-policy")
                                    .asText())
                            .isEqualTo("keep");
                    assertThat(definition.path("spec"))
                            .isEqualTo(YAML.readTree(KubeApi.ROOT
                                            .resolve("crds/" + name + ".yaml")
                                            .toFile())
                                    .path("spec"));
                });
        assertThat(Helm.template("crds.install=false").all("CustomResourceDefinition"))
                .isEmpty();
    }

    @Test
    void withoutTheAdmissionPolicyThereIsNone() {
        assertThat(Helm.template("admissionPolicy.enabled=false").names())
                .noneMatch(name -> name.contains("AdmissionPolicy"));
    }

    @Test
    void theDrainRunsBeforeAnythingIsDeletedAndItsRightsBeforeIt() {
        var rendered = Helm.template();
        var hooks = rendered.objects().stream()
                .filter(object -> object.at("/metadata/annotations").has("helm.sh/hook"))
                .toList();
        assertThat(hooks).hasSize(4).allSatisfy(hook -> {
            var annotations = hook.at("/metadata/annotations");
            assertThat(annotations.path("helm.sh/hook").asText()).isEqualTo("pre-delete");
            assertThat(annotations.path("helm.sh/hook-delete-policy").asText())
                    .isEqualTo("before-hook-creation,hook-succeeded");
            var weight = annotations.path("helm.sh/hook-weight").asInt();
            if (hook.path("kind").asText().equals("Job")) assertThat(weight).isZero();
            else assertThat(weight).isNegative();
        });
        var job = rendered.one("Job", "aotrollout-drain").path("spec");
        assertThat(job.path("backoffLimit").asInt(-1)).isZero();
        assertThat(job.path("activeDeadlineSeconds").asInt()).isEqualTo(300);
        assertThat(job.at("/template/spec/containers/0/image"))
                .isEqualTo(rendered.operator().path("image"));
        assertThat(rights(rendered.one("ClusterRole", "aotrollout-drain")))
                .allMatch(right -> right.startsWith("aotrollouts: "));
    }

    @Test
    void aReleaseOfAnotherNameTellsItsObjectsApart() {
        var names = Helm.templateOf("blue").names();
        assertThat(names).contains("Deployment aotrollout-system/blue-aotrollout", "ClusterRole blue-aotrollout-drain");
        var longest = Helm.templateOf("r".repeat(53)).objects();
        assertThat(longest)
                .extracting(object -> object.at("/metadata/name").asText())
                .allMatch(name -> name.length() <= 63);
    }

    @Test
    void aDigestCountsBeforeATag() {
        var digest = "sha256:" + "a".repeat(64);
        assertThat(Helm.template("image.digest=" + digest, "image.tag=x")
                        .operator()
                        .path("image")
                        .asText())
                .isEqualTo("registry.example/aotrollout/operator@" + digest);
        assertThat(Helm.template("image.tag=x").operator().path("image").asText())
                .isEqualTo("registry.example/aotrollout/operator:x");
    }

    private static boolean selects(JsonNode selector, JsonNode labels) {
        return selector.properties().stream()
                .allMatch(wanted -> wanted.getValue().equals(labels.get(wanted.getKey())));
    }

    private static String checksum(Rendered rendered) {
        return rendered.one("Deployment", "aotrollout")
                .at("/spec/template/metadata/annotations")
                .path("checksum/notifications")
                .asText();
    }
}
