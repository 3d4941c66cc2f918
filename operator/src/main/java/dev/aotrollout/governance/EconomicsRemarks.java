package dev.aotrollout.governance;

import dev.aotrollout.governance.Density.Binding;
import dev.aotrollout.judge.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What to conclude from the figures of an outcome. */
final class EconomicsRemarks {
    /** Below this, in percent, a difference is not worth a sentence. */
    private static final double NOTABLE_PERCENT = 1;

    private final EconomicsFacts facts;
    private final EconomicsOutcome figures;

    private EconomicsRemarks(EconomicsFacts facts, EconomicsOutcome figures) {
        this.facts = facts;
        this.figures = figures;
    }

    static List<String> of(EconomicsFacts facts, EconomicsOutcome figures) {
        return new EconomicsRemarks(facts, figures).all();
    }

    private List<String> all() {
        var remarks = new ArrayList<>(missing());
        var before = figures.footprint(EconomicsStage.JIT_AS_REQUESTED);
        var after = figures.footprint(EconomicsStage.AOT_REALISED)
                .or(() -> figures.footprint(EconomicsStage.AOT_PREDICTED));
        if (before.isEmpty() || after.isEmpty()) return remarks;
        remarks.add(binding(before.get(), after.get()));
        remarks.add(nodes(before.get(), after.get()));
        Stream.of(replicas(), headroom(before.get(), after.get()), rightSizing(before.get(), after.get()), surprise())
                .flatMap(Optional::stream)
                .forEach(remarks::add);
        roomOnly(after.get().stage()).ifPresent(remarks::add);
        return remarks;
    }

    private List<String> missing() {
        if (facts.pool().nodes().isEmpty()) return List.of("no node is known: pods per node and nodes cannot be told");
        var remarks = new ArrayList<String>();
        var known = EconomicsStages.known(facts);
        if (known.stream().noneMatch(pods -> pods.stage() == EconomicsStage.JIT_AS_REQUESTED))
            remarks.add("what JIT pods take is not known: set their requests of CPU and memory");
        if (known.stream().noneMatch(pods -> pods.stage().compareTo(EconomicsStage.AOT_PREDICTED) >= 0))
            remarks.add("what AOT pods take is not known: they are not requested for, nor measured yet");
        for (var pods : known)
            if (figures.footprint(pods.stage()).isEmpty())
                remarks.add(pods.stage().label() + ": a pod (" + EconomicsText.requests(pods.requests())
                        + ") does not fit on a node");
        return remarks;
    }

    private static String binding(EconomicsFootprint before, EconomicsFootprint after) {
        var density = after.podsPerNode() == before.podsPerNode()
                ? EconomicsText.count(after.podsPerNode(), "pod") + " a node as before"
                : EconomicsText.count(after.podsPerNode(), "pod") + " a node instead of " + before.podsPerNode();
        if (before.binding() != Binding.MEMORY && after.binding() == before.binding())
            return after.binding().label() + " binds before and after the change (" + density
                    + "): memory savings free no node";
        if (after.binding() != Binding.MEMORY)
            return after.binding().label() + " binds after the change (" + density
                    + "): further memory savings free no node";
        return "memory binds after the change (" + density + ")";
    }

    private static String nodes(EconomicsFootprint before, EconomicsFootprint after) {
        var replicas = " for " + EconomicsText.count(after.replicas(), "replica");
        return before.nodes() == after.nodes()
                ? EconomicsText.count(after.nodes(), "node") + replicas + ", as many as before"
                : EconomicsText.count(after.nodes(), "node") + replicas + " instead of " + Text.count(before.nodes());
    }

    private Optional<String> replicas() {
        var realised = figures.footprint(EconomicsStage.AOT_REALISED);
        if (realised.isEmpty() || realised.get().replicas() == facts.replicas()) return Optional.empty();
        var perRequest = facts.aot().cpuSecondsPerRequest() / facts.jit().cpuSecondsPerRequest();
        return Optional.of("AOT needs " + change(perRequest) + " CPU a request: "
                + EconomicsText.count(realised.get().replicas(), "replica") + " carry what "
                + EconomicsText.count(facts.replicas(), "JIT replica") + " do");
    }

    private static String change(double ratio) {
        return Text.percentOf(Math.abs(ratio - 1)) + (ratio < 1 ? " less" : " more");
    }

    /** What a prediction cannot know is how much CPU a request needs; how much it may need can be told. */
    private Optional<String> headroom(EconomicsFootprint before, EconomicsFootprint after) {
        if (after.stage() != EconomicsStage.AOT_PREDICTED || after.nodes() >= before.nodes()) return Optional.empty();
        var most = (long) after.podsPerNode() * before.nodes();
        return Optional.of("the nodes saved are lost again if AOT needs more than " + Text.count(most)
                + " replicas, which is " + change((double) most / before.replicas()) + " CPU a request");
    }

    /** A request that was too large is no merit of the new build. */
    private Optional<String> rightSizing(EconomicsFootprint before, EconomicsFootprint after) {
        var measured = figures.footprint(EconomicsStage.JIT_AS_MEASURED);
        if (measured.isEmpty()) return Optional.empty();
        var spare = before.memoryBytesPerPod() - measured.get().memoryBytesPerPod();
        if (Math.abs(spare) < before.memoryBytesPerPod() * NOTABLE_PERCENT / 100) return Optional.empty();
        if (spare < 0)
            return Optional.of("JIT pods use more memory than they request: "
                    + EconomicsText.memory(measured.get().memoryBytesPerPod()) + " would fit, "
                    + EconomicsText.memory(before.memoryBytesPerPod()) + " are requested");
        var saved = before.memoryBytesPerPod() - after.memoryBytesPerPod();
        return Optional.of("JIT pods request " + EconomicsText.memory(spare) + " more than they need, with "
                + EconomicsText.count(measured.get().nodes(), "node") + " if they did not: of the "
                + EconomicsText.memory(Math.max(0, saved)) + " saved a pod, "
                + EconomicsText.memory(Math.max(0, saved - spare)) + " are the new build's");
    }

    private Optional<String> surprise() {
        var predicted = figures.footprint(EconomicsStage.AOT_PREDICTED);
        var realised = figures.footprint(EconomicsStage.AOT_REALISED);
        if (predicted.isEmpty() || realised.isEmpty()) return Optional.empty();
        var missed = predicted.get().nodes() != realised.get().nodes();
        return Optional.of((missed ? "not as predicted: " : "as predicted: ")
                + EconomicsText.count(predicted.get().nodes(), "node") + " predicted with "
                + EconomicsText.memory(predicted.get().memoryBytesPerPod()) + " a pod, "
                + Text.count(realised.get().nodes()) + " realised with "
                + EconomicsText.memory(realised.get().memoryBytesPerPod()));
    }

    /** Room on a node that is not emptied is worth something only to others. */
    private Optional<String> roomOnly(EconomicsStage stage) {
        return figures.money().stream()
                .filter(money -> money.stage() == stage)
                .filter(money -> money.realisableSavingPerMonth() == 0 && money.allocatedSavingPerMonth() > 0)
                .map(money -> "no whole node is freed: "
                        + EconomicsText.money(money.allocatedSavingPerMonth(), money.currency())
                        + " a month are saved once other pods fill the room")
                .findFirst();
    }
}
