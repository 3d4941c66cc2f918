package dev.aotrollout.simulation;

import dev.aotrollout.decision.Outlook;
import dev.aotrollout.judge.Counts;
import dev.aotrollout.judge.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a story down while it happens: a line where something changed, and every look. */
final class Teller {
    private static final int WIDTH = 90;

    private final Cluster cluster;
    private final List<Story.Line> lines = new ArrayList<>();
    private final List<Story.Look> looks = new ArrayList<>();
    private List<Finding> findings = List.of();
    private List<Story.Judged> judged = List.of();
    private Counts jitBefore = Counts.ZERO;
    private Counts aotBefore = Counts.ZERO;
    private Key lastKey = Key.NONE;
    private String lastTrouble = "";
    private String phase = "";
    private long phaseSince;

    /** Where it differs from the one before, there is something to tell. */
    private record Key(String revision, int step, int asked, int served, String decision, String reason) {
        static final Key NONE = new Key("", -1, 0, 0, "", "");
    }

    Teller(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Somebody or something other than the operator acts. */
    void event(String what) {
        line("-- " + what);
    }

    void trouble(String what) {
        if (lastTrouble.equals(what)) return;
        lastTrouble = what;
        lastKey = Key.NONE;
        line("!! " + what);
    }

    void look(Outlook outlook) {
        note(outlook);
        var status = cluster.api.latest().getStatus();
        if (status != null && status.phase() != null && !status.phase().equals(phase)) {
            phase = status.phase();
            phaseSince = cluster.now();
        }
        var state = outlook.after();
        var decision = outlook.decision();
        var kind = decision.getClass().getSimpleName();
        var asked = outlook.desired().weight();
        var served = cluster.gateway.servedAot();
        var key = new Key(
                state.revision(),
                state.step(),
                asked,
                served,
                kind,
                decision.reason().name());
        if (key.equals(lastKey)) return;
        lastKey = key;
        lastTrouble = "";
        line("step %s/%s  asked %3s  served %3s  jit %s/%s  aot %s/%s  %s %s: %s"
                .formatted(
                        state.step() + 1,
                        outlook.plan().steps().size(),
                        asked,
                        served,
                        cluster.jit.ready(),
                        cluster.jit.replicas(),
                        cluster.aot.ready(),
                        cluster.aot.replicas(),
                        kind,
                        decision.reason(),
                        shortened(decision.message())));
    }

    private void note(Outlook outlook) {
        var seen = outlook.seen().findings();
        if (!seen.isEmpty()) {
            findings = seen;
            if (!isAsJudged(seen)) judged = judged(seen);
        }
        var jit = cluster.meter.jitTotal();
        var aot = cluster.meter.aotTotal();
        looks.add(new Story.Look(
                cluster.now(),
                outlook.after().step() + 1,
                outlook.desired().weight(),
                cluster.gateway.servedAot(),
                side(jit, jitBefore, cluster.jit),
                side(aot, aotBefore, cluster.aot),
                outlook.decision().reason(),
                seen.isEmpty() ? List.of() : judged));
        jitBefore = jit;
        aotBefore = aot;
    }

    private Story.Side side(Counts total, Counts before, PodSet pods) {
        var since = new Counts(
                total.requests() - before.requests(),
                total.errors() - before.errors(),
                total.timed() - before.timed(),
                total.slow() - before.slow());
        return new Story.Side(since, pods.meanMemoryBytes(cluster.now()), pods.ready());
    }

    private boolean isAsJudged(List<Finding> seen) {
        if (seen.size() != judged.size()) return false;
        for (var i = 0; i < seen.size(); i++) if (!judged.get(i).isOf(seen.get(i))) return false;
        return true;
    }

    private static List<Story.Judged> judged(List<Finding> seen) {
        var all = new ArrayList<Story.Judged>(seen.size());
        for (var finding : seen)
            all.add(new Story.Judged(finding.guard(), finding.mode(), finding.verdict(), finding.reason()));
        return List.copyOf(all);
    }

    private static String shortened(String message) {
        return message.length() <= WIDTH ? message : message.substring(0, WIDTH) + "...";
    }

    private void line(String what) {
        lines.add(new Story.Line(cluster.now(), what));
    }

    /** The whole story, with a last line. */
    Story end(String scenario) {
        var rollout = cluster.api.latest();
        var ending = ending();
        line("== %s, weight %s, JIT %s pods, AOT %s pods"
                .formatted(ending.phase(), cluster.gateway.servedAot(), cluster.jit.ready(), cluster.aot.ready()));
        return new Story(
                rollout.getMetadata().getName(),
                scenario,
                rollout.getSpec().steps().size(),
                lines,
                ending,
                looks,
                findings);
    }

    private Story.Ending ending() {
        var status = cluster.api.latest().getStatus();
        if (status == null || status.phase() == null) return new Story.Ending("Pending", "", "", cluster.now());
        var run = status.run();
        var reason = run == null || run.endReason() == null ? lastKey.reason() : run.endReason();
        var message = run == null || run.endMessage() == null ? status.message() : run.endMessage();
        return new Story.Ending(status.phase(), reason, message == null ? "" : message, phaseSince);
    }

    @Override
    public String toString() {
        return lines.stream().map(Story.Line::toString).collect(Collectors.joining("\n", "", "\n"));
    }
}
