package dev.aotrollout.governance;

import dev.aotrollout.judge.Text;
import java.util.ArrayList;
import java.util.List;

/** What the figures of an outcome rest on. */
final class EconomicsAssumptions {
    private EconomicsAssumptions() {}

    static List<String> of(EconomicsFacts facts, EconomicsPricing pricing) {
        var assumptions = new ArrayList<String>();
        facts.pool()
                .typical()
                .ifPresent(node -> assumptions.add("a node has CPU " + EconomicsText.cpu(node.cpuCores()) + ", memory "
                        + EconomicsText.memory(node.memoryBytes()) + " and "
                        + EconomicsText.count(node.maxPods(), "pod") + " allocatable, "
                        + (facts.pool().daemonPods() == 0
                                ? "none of them taken by DaemonSets"
                                : EconomicsText.count(facts.pool().daemonPods(), "pod") + " of DaemonSets among them")
                        + ": " + facts.pool().words()));
        assumptions.add("nodes are counted as if this service were alone on them");
        if (facts.jit().peak().memoryBytes() > 0 || facts.aot().peak().memoryBytes() > 0)
            assumptions.add("as measured and realised, memory is the largest working set of a pod and "
                    + PodUse.MARGIN_PERCENT + " %, CPU is as requested");
        if (!facts.jit().requests().isComplete() && !facts.jit().peak().equals(PodUse.NONE))
            assumptions.add("what JIT pods do not request is their measured peak and " + PodUse.MARGIN_PERCENT + " %");
        if (facts.aot().peak().memoryBytes() > 0
                && EconomicsStages.growth(facts).isEmpty())
            assumptions.add("AOT needs as many pods as JIT: processor time of a request was not measured");
        if (pricing.isDeclared())
            assumptions.add("a node costs " + Text.trimmed(pricing.nodeHourly()) + " " + pricing.currency()
                    + " an hour, as declared; a month has " + Text.trimmed(EconomicsPricing.HOURS_PER_MONTH)
                    + " hours");
        return assumptions;
    }
}
