package dev.aotrollout.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aotrollout.api.CandidateSpec;
import dev.aotrollout.governance.EconomicsBuild;
import dev.aotrollout.governance.EconomicsClaims;
import dev.aotrollout.governance.EconomicsClaims.Claim;
import dev.aotrollout.governance.EconomicsFacts;
import dev.aotrollout.governance.EconomicsPricing;
import dev.aotrollout.governance.NodeShape;
import dev.aotrollout.governance.PodRequests;
import dev.aotrollout.judge.Startups;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EconomicsReaderTest {
    private static final KubernetesSerialization YAML = new KubernetesSerialization();
    private static final double MIB = 1024.0 * 1024;
    private static final String REQUESTS = "resources: {requests: {cpu: 250m, memory: 512Mi}}";

    private static Node node(String name, String rest) {
        return YAML.unmarshal(
                "---\n{apiVersion: v1, kind: Node, metadata: {name: %s, labels: {pool: %s-pool}}, %s}"
                        .formatted(name, name, rest),
                Node.class);
    }

    private static Node node(String name, String cpu, String memory) {
        return node(name, "status: {allocatable: {cpu: %s, memory: %s, pods: 110}}".formatted(cpu, memory));
    }

    private static Deployment deployment(String containers) {
        return deployment(containers, "");
    }

    private static Deployment deployment(String containers, String rest) {
        return YAML.unmarshal(
                "---\n{apiVersion: apps/v1, kind: Deployment, metadata: {name: d}, spec: {replicas: 6, template: {spec: {containers: [%s]%s}}}}"
                        .formatted(containers, rest),
                Deployment.class);
    }

    private static String app(String rest) {
        return "{name: app, image: 'registry.example/checkout:1.4', %s}".formatted(rest);
    }

    private static EconomicsFacts facts(Deployment jit, Node... nodes) {
        return EconomicsReader.facts(Arrays.asList(nodes), jit, null, "app", Startups.NONE);
    }

    private static PodRequests requests(Deployment jit) {
        return facts(jit).jit().requests();
    }

    @Test
    void nodesAreWhatTheyHaveForPods() {
        var facts = facts(deployment(app(REQUESTS)), node("a", "7910m", "30408704Ki"));
        assertThat(facts.pool().nodes()).containsExactly(new NodeShape("a", 7.91, 29696 * MIB, 110));
        assertThat(facts.pool().caveat()).isEmpty();
        assertThat(facts.jit().requests()).isEqualTo(new PodRequests(0.25, 512 * MIB));
        assertThat(facts.aot()).isEqualTo(EconomicsBuild.NONE);
        assertThat(facts.replicas()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status: {allocatable: {cpu: many, memory: 8Gi, pods: 110}}",
                "status: {allocatable: {cpu: '8', memory: 8Xi, pods: 110}}",
                "status: {allocatable: {cpu: '0', memory: 8Gi, pods: 110}}",
                "status: {allocatable: {cpu: '8', memory: 8Gi}}",
                "status: {allocatable: {cpu: '8', memory: 8Gi, pods: -1}}",
                "status: {}",
                "spec: {}",
                "spec: {unschedulable: true}, status: {allocatable: {cpu: '8', memory: 8Gi, pods: 110}}"
            })
    void aNodeThatDoesNotSayWhatItHasOrTakesNoPodsDoesNotCount(String rest) {
        var nodes = facts(deployment(app(REQUESTS)), node("odd", rest), node("b", "4", "8Gi"))
                .pool()
                .nodes();
        assertThat(nodes).extracting(NodeShape::name).containsExactly("b");
    }

    @Test
    void onlyNodesThatTheNodeSelectorTakesCount() {
        var jit = deployment(app(REQUESTS), ", nodeSelector: {pool: b-pool}");
        var pool = facts(jit, node("a", "4", "8Gi"), node("b", "8", "64Gi")).pool();
        assertThat(pool.nodes()).extracting(NodeShape::name).containsExactly("b");
        assertThat(pool.caveat()).isEmpty();
    }

    @Test
    void whatWasNotLookedAtIsSaid() {
        var jit = deployment(
                app(REQUESTS), ", nodeSelector: {pool: gone}, affinity: {nodeAffinity: {}}, tolerations: []");
        var tainted = node(
                "a",
                "spec: {taints: [{key: k, effect: NoSchedule}]}, status: {allocatable: {cpu: '8', memory: 8Gi, pods: 110}}");
        assertThat(facts(jit, tainted).pool().caveat())
                .isEqualTo(
                        "no node has the labels of the nodeSelector, node affinity not looked at, taints not looked at");
    }

    @Test
    void withoutNodesThereIsNothingToSay() {
        assertThat(facts(deployment(app(REQUESTS))).pool().typical()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            a limit alone is the request    | resources: {limits: {cpu: '1', memory: 300Mi}}                              | 1    | 300
            a request goes before the limit | resources: {requests: {cpu: 100m}, limits: {cpu: '1', memory: 300Mi}}       | 0.1  | 300
            nothing requested               | resources: {}                                                               | 0    | 0
            no resources at all             | imagePullPolicy: Always                                                     | 0    | 0
            no quantities                   | resources: {requests: {cpu: lots, memory: 12 apples}}                       | 0    | 0
            a negative one                  | resources: {requests: {cpu: '-1', memory: '-5Mi'}}                          | 0    | 0
            """)
    void requestsAreWhatTheSchedulerCounts(String what, String resources, double cores, double mebibytes) {
        assertThat(requests(deployment(app(resources)))).isEqualTo(new PodRequests(cores, mebibytes * MIB));
    }

    @Test
    void sidecarsCountToo() {
        var jit = deployment(
                app(REQUESTS) + ", {name: proxy, resources: {requests: {cpu: 100m, memory: 64Mi}}}",
                ", initContainers: [{name: log, restartPolicy: Always, resources: {requests: {cpu: 50m, memory: 32Mi}}}]"
                        + ", overhead: {memory: 8Mi}");
        assertThat(requests(jit).cpuCores()).isCloseTo(0.4, within(1e-12));
        assertThat(requests(jit).memoryBytes()).isEqualTo(616 * MIB);
    }

    @Test
    void aLargeInitContainerSetsTheRequest() {
        var jit = deployment(
                app(REQUESTS),
                ", initContainers: [{name: log, restartPolicy: Always, resources: {requests: {memory: 32Mi}}},"
                        + " {name: migrate, resources: {requests: {cpu: 100m, memory: 1Gi}}}]");
        assertThat(requests(jit)).isEqualTo(new PodRequests(0.25, 1056 * MIB));
    }

    @Test
    void aSidecarsRequestIsNotTheBuilds() {
        var jit = deployment(app("resources: {}") + ", {name: proxy, " + REQUESTS + "}");
        assertThat(requests(jit)).isEqualTo(PodRequests.NONE);
    }

    @Test
    void whatThePodRequestsAsAWholeGoesBeforeItsContainers() {
        var jit = deployment(app(REQUESTS), ", resources: {requests: {cpu: '2', memory: 1Gi}}");
        assertThat(requests(jit)).isEqualTo(new PodRequests(2, 1024 * MIB));
    }

    @Test
    void theAotDeploymentIsReadLikewise() {
        var jit = deployment(app(REQUESTS));
        jit.getSpec().setReplicas(0);
        var aot = deployment(
                "{name: app, image: 'registry.example/checkout:1.4-aot', resources: {limits: {cpu: 250m, memory: 128Mi}}}");
        var images = node(
                "a",
                "status: {images: [{names: ['registry.example/checkout:1.4'], sizeBytes: 300}, {names: ['registry.example/checkout:1.4-aot'], sizeBytes: 40}]}");
        var facts = EconomicsReader.facts(List.of(images), jit, aot, "app", Startups.NONE);
        assertThat(facts.aot().requests()).isEqualTo(new PodRequests(0.25, 128 * MIB));
        assertThat(facts.aot().imageBytes()).isEqualTo(40);
        assertThat(facts.jit().imageBytes()).isEqualTo(300);
        assertThat(facts.replicas()).isEqualTo(6);
    }

    @ParameterizedTest(name = "{0} is listed as {1}: {2} bytes")
    @CsvSource({
        "nginx, docker.io/library/nginx:latest, 7",
        "nginx:1, docker.io/library/nginx:1, 7",
        "me/app:1, docker.io/me/app:1, 7",
        "localhost/app:1, localhost/app:1, 7",
        "registry:5000/app, registry:5000/app:latest, 7",
        "r.io/app:1@sha256:ab, r.io/app@sha256:ab, 7",
        "r.io/app@sha256:ab, r.io/app@sha256:cd, 0",
        "r.io/app:1, r.io/app:2, 0",
        "r.io/app:1, <none>@<none>, 0"
    })
    void imagesAreFoundByTheirFullName(String image, String listed, double bytes) {
        var node = node("a", "status: {images: [{sizeBytes: 1}, {names: ['%s'], sizeBytes: 7}]}".formatted(listed));
        assertThat(facts(deployment("{name: app, image: '%s'}".formatted(image)), node)
                        .jit()
                        .imageBytes())
                .isEqualTo(bytes);
    }

    @Test
    void theLargestOfSeveralArchitecturesCounts() {
        var image = "status: {images: [{names: ['registry.example/checkout:1.4'], sizeBytes: %s}]}";
        assertThat(facts(deployment(app(REQUESTS)), node("a", image.formatted(5)), node("b", image.formatted(9)))
                        .jit()
                        .imageBytes())
                .isEqualTo(9);
    }

    @Test
    void delaysOfProbesMakeStartsCoarser() {
        var jit = deployment(app("readinessProbe: {initialDelaySeconds: 30}, startupProbe: {initialDelaySeconds: 5}"));
        var startups = EconomicsReader.facts(List.of(), jit, null, "app", new Startups(List.of(31.0), 2))
                .jit()
                .startups();
        assertThat(startups).isEqualTo(new Startups(List.of(31.0), 32));
    }

    @Test
    void anotherContainerIsNotKnown() {
        var facts = EconomicsReader.facts(List.of(), deployment(app(REQUESTS)), null, "other", Startups.NONE);
        assertThat(facts.jit()).isEqualTo(EconomicsBuild.NONE);
    }

    @Test
    void declaredAnswersAndPricesAreRead() {
        var economics = new CandidateSpec.Economics(
                CandidateSpec.Claim.YES, CandidateSpec.Claim.NO, null, new CandidateSpec.Pricing(0.38, "EUR"));
        assertThat(EconomicsReader.claims(economics))
                .isEqualTo(new EconomicsClaims(Claim.YES, Claim.NO, Claim.MEASURED));
        assertThat(EconomicsReader.pricing(economics)).isEqualTo(new EconomicsPricing(0.38, "EUR"));
        assertThat(EconomicsReader.pricing(new CandidateSpec.Economics(null, null, null, null)))
                .isEqualTo(EconomicsPricing.NONE);
    }
}
