package dev.aotrollout.governance;

import dev.aotrollout.judge.Startups;
import java.util.List;

/** Facts for the tests of the economics, in the units that people use. */
final class Economy {
    static final double MIB = 1024.0 * 1024;
    static final NodeShape NODE = new NodeShape("worker-1", 7.91, 29 * 1024 * MIB, 110);
    static final NodePool POOL = new NodePool(List.of(NODE), 0, "");
    static final EconomicsPricing EUR = new EconomicsPricing(0.38, "EUR");

    private Economy() {}

    static EconomicsBuild requesting(double cores, double mebibytes) {
        return new EconomicsBuild(new PodRequests(cores, mebibytes * MIB), PodUse.NONE, 0, Startups.NONE, 0);
    }

    /** With a peak and the processor time of a request. */
    static EconomicsBuild using(EconomicsBuild build, double peakMebibytes, double cpuSecondsPerRequest) {
        return new EconomicsBuild(
                build.requests(),
                new PodUse(0, peakMebibytes * MIB),
                cpuSecondsPerRequest,
                build.startups(),
                build.imageBytes());
    }

    static EconomicsFacts facts(EconomicsBuild jit, EconomicsBuild aot, int replicas) {
        return new EconomicsFacts(POOL, jit, aot, replicas);
    }
}
