package dev.aotrollout.intake;

import dev.aotrollout.api.CandidateSpec;
import dev.aotrollout.governance.EconomicsClaims;
import dev.aotrollout.governance.EconomicsClaims.Claim;
import dev.aotrollout.governance.EconomicsFacts;
import dev.aotrollout.governance.EconomicsPricing;
import dev.aotrollout.judge.Startups;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
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
        return EconomicsFacts.NONE;
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
