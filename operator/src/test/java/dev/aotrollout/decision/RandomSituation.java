package dev.aotrollout.decision;

import static dev.aotrollout.decision.Situation.finding;

import dev.aotrollout.judge.Counts;
import dev.aotrollout.judge.Finding;
import dev.aotrollout.judge.GuardName;
import dev.aotrollout.judge.Mode;
import dev.aotrollout.judge.Reason;
import dev.aotrollout.judge.Verdict;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** Situations that nobody thought of. */
final class RandomSituation {
    private final RandomGenerator random;

    RandomSituation(RandomGenerator random) {
        this.random = random;
    }

    Situation next() {
        var situation = begin();
        commands(situation);
        world(situation);
        return situation.findings(anyFinding(GuardName.RESTARTS), anyFinding(GuardName.ERRORS));
    }

    private Situation begin() {
        return switch (random.nextInt(6)) {
            case 0 -> Situation.fresh();
            case 1 -> Situation.entered(random.nextInt(3));
            case 2 -> Situation.shifted(random.nextInt(3));
            case 3 -> Situation.soaked(random.nextInt(3));
            case 4 -> Situation.promoted();
            default -> Situation.rolledBack(random.nextBoolean() ? Reason.GoalIsJit : Reason.OomKilled);
        };
    }

    private void commands(Situation situation) {
        if (sometimes()) situation.planRevision("r2");
        if (sometimes()) situation.goalJit();
        if (sometimes()) situation.pausedInSpec();
        if (sometimes()) situation.pausedByAnnotation();
        if (sometimes()) situation.abort("pager");
        if (sometimes()) situation.retry("1");
        if (sometimes()) situation.promote(random.nextBoolean() ? Promotion.STEP : Promotion.FULL, random.nextInt(3));
        if (sometimes()) situation.keepAotPods();
        if (sometimes()) situation.retire(Duration.ofMinutes(random.nextInt(120)), random.nextInt(3));
        if (sometimes()) situation.steps(new Step(random.nextInt(101), Situation.SOAK));
        if (sometimes()) situation.enteredBefore(Duration.ofHours(random.nextInt(4)));
        situation.onInconclusive(OnInconclusive.values()[random.nextInt(3)]);
    }

    private void world(Situation situation) {
        if (sometimes()) situation.jit(random.nextInt(15), random.nextInt(15), random.nextBoolean());
        if (sometimes()) situation.jitMemory(random.nextInt(1, 15), random.nextBoolean());
        if (sometimes()) situation.aotReady(random.nextInt(12));
        if (sometimes()) situation.aot(new TrackFacts(true, 4, random.nextInt(5), random.nextBoolean(), "r0"));
        if (sometimes()) situation.jitAbsent();
        if (sometimes()) {
            var weight = random.nextInt(101);
            situation.route(new RouteFacts(weight, random.nextInt(weight + 1), random.nextBoolean(), "not accepted"));
        }
        if (sometimes()) situation.trouble(Reason.MissingReference);
        if (sometimes()) situation.requests(counts(), counts());
        if (sometimes()) situation.blind();
        if (sometimes()) situation.pending();
        if (sometimes()) situation.budgetMissing();
        if (sometimes()) situation.remaining(random.nextDouble(-20, 100));
        if (sometimes()) situation.spent(random.nextDouble(10));
        if (sometimes()) situation.zeroServedBefore(Duration.ofSeconds(random.nextInt(60)));
    }

    private boolean sometimes() {
        return random.nextInt(6) == 0;
    }

    private Counts counts() {
        var requests = random.nextInt(5_000);
        return new Counts(requests, random.nextInt(requests / 10 + 1), random.nextInt(requests / 10 + 1));
    }

    private Finding anyFinding(GuardName guard) {
        var mode = sometimes() ? Mode.OBSERVE : Mode.ENFORCE;
        return switch (random.nextInt(4)) {
            case 0 -> finding(guard, mode, Verdict.FAIL, Reason.ErrorsRegressed);
            case 1 -> finding(guard, mode, Verdict.UNKNOWN, Reason.ThinEvidence);
            default -> finding(guard, mode, Verdict.PASS, Reason.ErrorsHealthy);
        };
    }
}
