package dev.aotrollout.governance;

import dev.aotrollout.decision.Moments;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;

/** What makes a plan admit nobody: guessing what its owner meant could let two services fail at once. */
final class WaveProblems {
    /** Clocks of two machines may differ by this much when another one takes the lead. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final WavePlan plan;
    private final List<String> found = new ArrayList<>();

    private WaveProblems(WavePlan plan) {
        this.plan = plan;
    }

    static List<String> of(WavePlan plan, WaveBoard before, List<WaveMember> members, Instant now) {
        var problems = new WaveProblems(plan);
        problems.found.addAll(plan.unreadable());
        problems.names();
        problems.lists();
        members.forEach(problems::member);
        problems.firstWave(members);
        problems.clock(before, now);
        return List.copyOf(problems.found);
    }

    private void names() {
        var seen = new HashSet<String>();
        for (var stage : plan.stages())
            if (!seen.add(stage.name()))
                found.add("wave %s is there twice; give each its own name".formatted(stage.name()));
    }

    private void lists() {
        var waves = new TreeMap<WaveKey, String>();
        for (var stage : plan.stages()) {
            if (!(stage.selection() instanceof WaveSelection.Listed(var keys))) continue;
            for (var key : keys) {
                var other = waves.put(key, stage.name());
                if (other != null)
                    found.add("%s is listed in wave %s and in wave %s; keep one".formatted(key, other, stage.name()));
            }
        }
    }

    private void member(WaveMember member) {
        var own = plan.stage(member.wave());
        if (own.isEmpty()) {
            found.add("%s names wave %s, which this plan does not have; correct its spec.wave.wave"
                    .formatted(member.key(), member.wave()));
            return;
        }
        if (!own.get().selection().includes(member))
            found.add("%s names wave %s, which does not select it; correct its spec.wave.wave or the wave"
                    .formatted(member.key(), member.wave()));
        for (var stage : plan.stages())
            if (!stage.name().equals(member.wave())
                    && stage.selection() instanceof WaveSelection.Labelled labelled
                    && labelled.includes(member))
                found.add("%s names wave %s, and wave %s selects it too; make the waves disjoint"
                        .formatted(member.key(), member.wave(), stage.name()));
    }

    private void firstWave(List<WaveMember> members) {
        var first = plan.stages().getFirst();
        var named = members.stream()
                .filter(member -> member.wave().equals(first.name()))
                .count();
        var services =
                first.selection() instanceof WaveSelection.Listed(var keys) ? Math.max(named, keys.size()) : named;
        var most = plan.rules().radius().firstWave();
        if (services > most)
            found.add(
                    "the first wave, %s, has %s services, %s at most; move some to a later wave or raise spec.firstWave.maxServices"
                            .formatted(first.name(), services, most));
    }

    private void clock(WaveBoard before, Instant now) {
        if (!now.isBefore(
                before.latest().equals(Instant.MIN)
                        ? Instant.MIN
                        : before.latest().minus(SKEW))) return;
        found.add(
                "the clock says %s, but the status speaks of %s; correct the clock, or delete and recreate the plan where the status is wrong"
                        .formatted(Moments.text(now), Moments.text(before.latest())));
    }
}
