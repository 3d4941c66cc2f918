package dev.aotrollout.governance;

import dev.aotrollout.governance.EconomicsClaims.Claim;
import dev.aotrollout.judge.Startups;
import dev.aotrollout.judge.Text;
import java.util.List;

/** The three questions of the first check: do starts hurt, does memory fill the nodes, is the image large? */
public final class EconomicsCriteria {
    private static final int MIN_STARTS = 2;
    /** Both stamps of a start are cut to whole seconds, so it can have taken so much longer than they say. */
    private static final double STAMP_SECONDS = 1;

    private EconomicsCriteria() {}

    /** One criterion a question: yes passes, no fails, and what cannot be told is unknown. */
    public static List<Criterion> of(EconomicsClaims claims, EconomicsThresholds thresholds, EconomicsFacts facts) {
        return List.of(
                answered(claims.coldStart(), coldStart(facts.jit().startups(), thresholds.coldStartSeconds())),
                answered(claims.memoryPressure(), memoryPressure(facts)),
                answered(claims.deployCycle(), deployCycle(facts, thresholds.imageBytes())));
    }

    /** A declared answer stands; a measurement is shown beside it, for a reviewer to see where the two disagree. */
    private static Criterion answered(Claim claim, Criterion measured) {
        return switch (claim) {
            case MEASURED -> measured;
            case YES -> declared(Answer.PASSED, "declared Yes", measured);
            case NO -> declared(Answer.FAILED, "declared No", measured);
        };
    }

    private static Criterion declared(Answer answer, String claim, Criterion measured) {
        var beside = measured.answer() == Answer.UNKNOWN ? "" : "; measured: " + measured.evidence();
        return new Criterion(measured.name(), answer, claim + beside);
    }

    private static Criterion coldStart(Startups startups, double threshold) {
        var starts = startups.seconds().size();
        if (starts < MIN_STARTS)
            return new Criterion(
                    CriterionName.COLD_START,
                    Answer.UNKNOWN,
                    EconomicsText.count(starts, "start") + " of JIT pods seen, " + MIN_STARTS
                            + " needed; restart a pod, or declare coldStartImpact");
        var median = median(startups.seconds());
        var numbers = "JIT pods are ready after " + Text.seconds(median) + " (median of " + starts + "), slow is over "
                + Text.seconds(threshold);
        if (median - startups.resolutionSeconds() > threshold)
            return new Criterion(CriterionName.COLD_START, Answer.PASSED, numbers);
        if (median + STAMP_SECONDS <= threshold) return new Criterion(CriterionName.COLD_START, Answer.FAILED, numbers);
        return new Criterion(
                CriterionName.COLD_START,
                Answer.UNKNOWN,
                numbers + "; probes and stamps resolve " + Text.seconds(startups.resolutionSeconds())
                        + ", which cannot tell: set startupProbe.periodSeconds: 1 and no initialDelaySeconds");
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static Criterion memoryPressure(EconomicsFacts facts) {
        var node = facts.pool().typical();
        if (node.isEmpty())
            return memory(Answer.UNKNOWN, "no node is known; may the operator list nodes? Else declare memoryPressure");
        var requested = facts.jit().requests();
        var requests = requested.or(facts.jit().peak().suggested());
        if (!requests.isComplete())
            return memory(
                    Answer.UNKNOWN,
                    "JIT pods request no " + (requests.memoryBytes() > 0 ? "CPU" : "memory")
                            + " and none was measured: set resources.requests, or declare memoryPressure");
        var density = Density.of(node.get(), requests, facts.pool().daemonPods());
        var where = " (" + facts.pool().words() + ")"
                + (requested.isComplete()
                        ? ""
                        : "; what is not requested is the measured peak and " + PodUse.MARGIN_PERCENT + " %");
        if (density.podsPerNode() == 0)
            return memory(
                    Answer.UNKNOWN,
                    "a JIT pod (" + EconomicsText.requests(requests) + ") does not fit on a node of " + shape(density)
                            + where);
        return density.binding() == Density.Binding.MEMORY
                ? memory(Answer.PASSED, limits(density) + where)
                : memory(Answer.FAILED, limits(density) + ": memory savings free no node" + where);
    }

    private static Criterion memory(Answer answer, String evidence) {
        return new Criterion(CriterionName.MEMORY_PRESSURE, answer, evidence);
    }

    private static String shape(Density density) {
        return "CPU " + EconomicsText.cpu(density.node().cpuCores()) + ", memory "
                + EconomicsText.memory(density.node().memoryBytes());
    }

    /** What binds comes first. */
    private static String limits(Density density) {
        var node = density.node();
        var requests = density.requests();
        var cpu = EconomicsText.cpu(requests.cpuCores()) + " of " + EconomicsText.cpu(node.cpuCores()) + " allows "
                + Text.count(density.podsByCpu());
        var memory = EconomicsText.memory(requests.memoryBytes()) + " of " + EconomicsText.memory(node.memoryBytes())
                + " allows " + Text.count(density.podsByMemory());
        return switch (density.binding()) {
            case MEMORY -> "memory binds: " + memory + " pods a node, CPU " + cpu;
            case CPU -> "CPU binds: " + cpu + " pods a node, memory " + memory;
            case PODS ->
                "the pod limit binds: " + Text.count(density.podSlots()) + " pods a node, memory " + memory + ", CPU "
                        + cpu;
        };
    }

    private static Criterion deployCycle(EconomicsFacts facts, double threshold) {
        var jitBytes = facts.jit().imageBytes();
        if (jitBytes <= 0)
            return new Criterion(
                    CriterionName.DEPLOY_CYCLE,
                    Answer.UNKNOWN,
                    "no node reports the size of the JIT image (a kubelet reports its 50 largest images); declare"
                            + " deployCycle");
        var aotBytes = facts.aot().imageBytes();
        return new Criterion(
                CriterionName.DEPLOY_CYCLE,
                jitBytes >= threshold ? Answer.PASSED : Answer.FAILED,
                "the JIT image has " + EconomicsText.memory(jitBytes)
                        + (aotBytes > 0 ? ", the AOT image " + EconomicsText.memory(aotBytes) : "")
                        + ", large is from " + EconomicsText.memory(threshold) + " on");
    }
}
