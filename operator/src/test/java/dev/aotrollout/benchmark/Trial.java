package dev.aotrollout.benchmark;

import dev.aotrollout.judge.Finding;
import dev.aotrollout.judge.Guard;
import dev.aotrollout.judge.GuardName;
import dev.aotrollout.judge.Verdict;
import java.util.List;

/**
 * One rollout and how each contestant ended it, all in the same world.
 *
 * @param ours by the operator's judge
 * @param threshold by fixed thresholds
 * @param kayenta by Kayenta's judge
 * @param last what the guards of our judge said at its last look
 */
record Trial(Outcome ours, Outcome threshold, Outcome kayenta, List<Answer> last) {
    /** Not the finding itself, which keeps all that it could put into words: thousands of rollouts would not fit into memory. */
    record Answer(GuardName guard, Verdict verdict, boolean permitsAdvance) {
        static Answer of(Finding finding) {
            return new Answer(finding.guard(), finding.verdict(), finding.permitsAdvance());
        }
    }

    /** Runs until all have rolled back, or to the end of the plan. */
    static Trial run(Scene scene, Chance chance, List<Guard> guards, int everySeconds) {
        var world = new World(scene, chance);
        var judge = new OurJudge(guards, everySeconds);
        var ours = new Running(judge, scene);
        var threshold = new Running(new Threshold(), scene);
        var kayenta = new Running(new Kayenta(comparedSeconds(scene)), scene);
        while (!(ours.ended() && threshold.ended() && kayenta.ended()) && world.advance()) {
            ours.look(world);
            threshold.look(world);
            kayenta.look(world);
        }
        return new Trial(
                ours.outcome,
                threshold.outcome,
                kayenta.outcome,
                judge.findings().stream().map(Answer::of).toList());
    }

    private static int comparedSeconds(Scene scene) {
        return scene.phases().stream()
                .filter(phase -> phase.weight() < 100)
                .mapToInt(Scene.Phase::seconds)
                .sum();
    }

    /** Whether one guard answered with a pass at the last look. */
    boolean passes(GuardName guard) {
        return last.stream().anyMatch(f -> f.guard() == guard && f.verdict() == Verdict.PASS);
    }

    /** Whether the plan did not go on at its end: rolled back, or held by a guard, for what is wrong. */
    boolean isStopped(Subject subject) {
        return ours.rolledBack() && subject.isNamedBy(ours.why())
                || last.stream()
                        .anyMatch(f -> !f.permitsAdvance()
                                && subject.isNamedBy(f.guard().name()));
    }

    private static final class Running {
        private final Contestant contestant;
        private final int onset;
        private Outcome outcome = Outcome.WENT_ON;

        private Running(Contestant contestant, Scene scene) {
            this.contestant = contestant;
            onset = scene.onsetSeconds();
        }

        private boolean ended() {
            return outcome.rolledBack();
        }

        private void look(World world) {
            if (ended()) return;
            var why = contestant.rollsBackFor(world);
            if (!why.isEmpty()) outcome = new Outcome(why, world.second() - onset);
        }
    }
}
