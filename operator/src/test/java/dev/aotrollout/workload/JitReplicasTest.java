package dev.aotrollout.workload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JitReplicasTest {
    private static final String OWNED = "{'f:spec': {'f:replicas': {}, 'f:template': {}}}";
    private static final String NOT_OWNED = "{'f:spec': {'f:template': {}}}";

    static Stream<Arguments> managers() {
        return Stream.of(
                Arguments.of("nobody is known", "[]", new Owner.Ours()),
                Arguments.of(
                        "kubectl apply on the client",
                        entry("kubectl-client-side-apply", "Update", OWNED),
                        new Owner.Ours()),
                Arguments.of("kubectl scale", entry("kubectl", "Update", OWNED), new Owner.Ours()),
                Arguments.of("we apply it", entry("aotrollout", "Apply", OWNED), new Owner.Ours()),
                Arguments.of("another applies it", entry("kubectl", "Apply", OWNED), new Owner.GitOps("kubectl")),
                Arguments.of("another applies all but it", entry("kubectl", "Apply", NOT_OWNED), new Owner.Ours()),
                Arguments.of(
                        "Argo CD updates it",
                        entry("argocd-controller", "Update", OWNED),
                        new Owner.GitOps("argocd-controller")),
                Arguments.of(
                        "Argo CD leaves it out", entry("argocd-controller", "Update", NOT_OWNED), new Owner.Ours()),
                Arguments.of(
                        "Flux applies it",
                        entry("kustomize-controller", "Apply", OWNED),
                        new Owner.GitOps("kustomize-controller")),
                Arguments.of("Flux of old updates it", entry("Flux", "Update", OWNED), new Owner.GitOps("Flux")),
                Arguments.of("an entry without fields", "[{manager: argocd, operation: Apply}]", new Owner.Ours()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("managers")
    void managedFieldsTellWhoWritesTheReplicas(String situation, String managedFields, Owner owner) {
        assertThat(JitReplicas.owner(deployment(managedFields), List.of())).isEqualTo(owner);
    }

    static Stream<Arguments> autoscalers() {
        return Stream.of(
                Arguments.of(
                        "one that scales it",
                        hpa("checkout", "Deployment", "minReplicas: 3,"),
                        new Owner.Autoscaler("a", 3)),
                Arguments.of("one without a minimum", hpa("checkout", "Deployment", ""), new Owner.Autoscaler("a", 1)),
                Arguments.of("one that scales another", hpa("cart", "Deployment", ""), new Owner.GitOps("kubectl")),
                Arguments.of(
                        "one that scales another kind",
                        hpa("checkout", "StatefulSet", ""),
                        new Owner.GitOps("kubectl")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("autoscalers")
    void anAutoscalerWinsOverAllOthers(String situation, HorizontalPodAutoscaler hpa, Owner owner) {
        assertThat(JitReplicas.owner(deployment(entry("kubectl", "Apply", OWNED)), List.of(hpa)))
                .isEqualTo(owner);
    }

    @Test
    void anAutoscalerOfAnotherNamespaceIsNone() {
        var hpa = hpa("checkout", "Deployment", "");
        hpa.getMetadata().setNamespace("elsewhere");

        assertThat(JitReplicas.owner(deployment("[]"), List.of(hpa))).isEqualTo(new Owner.Ours());
    }

    private static String entry(String manager, String operation, String fields) {
        return "[{manager: %s, operation: %s, fieldsV1: %s}]".formatted(manager, operation, fields);
    }

    private static Deployment deployment(String managedFields) {
        return Objects.value(
                yaml("{metadata: {name: checkout, namespace: shop, managedFields: %s}}".formatted(managedFields)),
                Deployment.class);
    }

    private static HorizontalPodAutoscaler hpa(String name, String kind, String more) {
        return Objects.value(
                yaml("{metadata: {name: a, namespace: shop}, spec: {%s scaleTargetRef: {kind: %s, name: %s}}}"
                        .formatted(more, kind, name)),
                HorizontalPodAutoscaler.class);
    }

    private static JsonNode yaml(String text) {
        return Objects.parse(text).documents().getFirst();
    }
}
