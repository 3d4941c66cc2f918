package dev.aotrollout.intake;

import dev.aotrollout.api.CandidateSpec;
import dev.aotrollout.governance.EconomicsBuild;
import dev.aotrollout.governance.EconomicsClaims;
import dev.aotrollout.governance.EconomicsClaims.Claim;
import dev.aotrollout.governance.EconomicsFacts;
import dev.aotrollout.governance.EconomicsPricing;
import dev.aotrollout.governance.PodUse;
import dev.aotrollout.judge.Startups;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From nodes and Deployments to the facts that the economics of a service rest on. */
public final class EconomicsReader {
    private EconomicsReader() {}

    /**
     * What the cluster shows.
     *
     * @param aot null while there is none
     * @param container the one that the two builds differ in
     */
    public static EconomicsFacts facts(
            List<Node> nodes, Deployment jit, @Nullable Deployment aot, String container, Startups jitStartups) {
        var jitPod = pod(jit);
        return new EconomicsFacts(
                NodeReader.pool(nodes, jitPod),
                build(nodes, jitPod, container, withDelays(jitStartups, jitPod, container)),
                aot == null ? EconomicsBuild.NONE : build(nodes, pod(aot), container, Startups.NONE),
                Math.max(replicas(jit), aot == null ? 0 : replicas(aot)));
    }

    private static PodSpec pod(Deployment deployment) {
        return deployment.getSpec().getTemplate().getSpec();
    }

    /** After retirement the JIT Deployment has none, so the larger track tells how many the service needs. */
    private static int replicas(Deployment deployment) {
        return Optional.ofNullable(deployment.getSpec().getReplicas()).orElse(1);
    }

    private static EconomicsBuild build(List<Node> nodes, PodSpec pod, String container, Startups startups) {
        return new EconomicsBuild(
                PodRequestsReader.read(pod, container),
                PodUse.NONE,
                0,
                startups,
                container(pod, container)
                        .flatMap(c -> Optional.ofNullable(c.getImage()))
                        .map(image -> NodeReader.imageBytes(nodes, image))
                        .orElse(0.0));
    }

    private static Optional<Container> container(PodSpec pod, String name) {
        return pod.getContainers().stream()
                .filter(c -> c.getName().equals(name))
                .findFirst();
    }

    /** A pod is not asked before {@code initialDelaySeconds}, so it can have been ready so much earlier. */
    private static Startups withDelays(Startups startups, PodSpec pod, String container) {
        var delay = container(pod, container).stream()
                .flatMap(c -> Stream.of(
                                Optional.ofNullable(c.getStartupProbe()), Optional.ofNullable(c.getReadinessProbe()))
                        .flatMap(Optional::stream))
                .map(Probe::getInitialDelaySeconds)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        return new Startups(startups.seconds(), startups.resolutionSeconds() + delay);
    }

    /** What the owners answer. */
    public static EconomicsClaims claims(CandidateSpec.Economics economics) {
        return new EconomicsClaims(
                claim(economics.coldStartImpact()), claim(economics.memoryPressure()), claim(economics.deployCycle()));
    }

    private static Claim claim(CandidateSpec.Claim claim) {
        return switch (claim) {
            case YES -> Claim.YES;
            case NO -> Claim.NO;
            case MEASURED -> Claim.MEASURED;
        };
    }

    /** What a node costs, as declared. */
    public static EconomicsPricing pricing(CandidateSpec.Economics economics) {
        var pricing = economics.pricing();
        return pricing == null ? EconomicsPricing.NONE : new EconomicsPricing(pricing.nodeHourly(), pricing.currency());
    }
}
