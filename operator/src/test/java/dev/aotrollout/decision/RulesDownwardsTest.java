package dev.aotrollout.decision;

import static dev.aotrollout.decision.Row.row;
import static dev.aotrollout.decision.Row.tests;
import static dev.aotrollout.decision.Situation.FAILED;
import static dev.aotrollout.decision.Situation.OOM;
import static dev.aotrollout.decision.Situation.THIN;
import static dev.aotrollout.decision.Situation.entered;
import static dev.aotrollout.decision.Situation.finding;
import static dev.aotrollout.decision.Situation.fresh;
import static dev.aotrollout.decision.Situation.promoted;
import static dev.aotrollout.decision.Situation.rolledBack;
import static dev.aotrollout.decision.Situation.shifted;
import static dev.aotrollout.decision.Situation.soaked;

import dev.aotrollout.judge.Finding;
import dev.aotrollout.judge.GuardName;
import dev.aotrollout.judge.Mode;
import dev.aotrollout.judge.Reason;
import dev.aotrollout.judge.Verdict;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What takes traffic off the AOT track, and which rule wins where several apply. */
class RulesDownwardsTest {
    private static final Finding OBSERVED =
            finding(GuardName.ERRORS, Mode.OBSERVE, Verdict.FAIL, Reason.ErrorsRegressed);

    @TestFactory
    Stream<DynamicTest> theWayDown() {
        return tests(
                row("a regression rolls back", soaked(1).findings(FAILED), "RollBack ErrorsRegressed"),
                row(
                        "a regression rolls back before the soak is over",
                        shifted(1).findings(FAILED),
                        "RollBack ErrorsRegressed"),
                row("a crash before the first weight rolls back", entered(0).findings(OOM), "RollBack OomKilled"),
                row(
                        "a failed guard that only observes rolls nothing back",
                        soaked(1).findings(OBSERVED),
                        "Advance 2 StepEntered"),
                row(
                        "a failed guard counts for nothing before the first step",
                        fresh().findings(FAILED),
                        "Advance 0 StepEntered"),
                row("abort rolls back", soaked(1).abort("pager"), "RollBack Aborted"),
                row("abort rolls back a promoted rollout", promoted().abort("pager"), "RollBack Aborted"),
                row("goal JIT rolls back", soaked(1).goalJit(), "RollBack GoalIsJit"),
                row("goal JIT brings a promoted rollout back", promoted().goalJit(), "RollBack GoalIsJit"),
                row("weight without any ready AOT pod rolls back", shifted(1).aotReady(0), "RollBack AotUnavailable"),
                row(
                        "a promoted track without any ready pod rolls back",
                        promoted().aotReady(0),
                        "RollBack AotUnavailable"),
                row(
                        "no ready pod on either track leaves nothing to roll back to",
                        shifted(1).aotReady(0).jit(10, 0, true),
                        "Wait JitBelowCapacity"),
                row(
                        "without ready JIT pods after retirement a promoted rollout rests",
                        promoted()
                                .aotReady(0)
                                .retire(Duration.ofMinutes(1), 0)
                                .jitMemory(10, true)
                                .jit(0, 0, true),
                        "Rest Retired"),
                row(
                        "a plan edited below the weight lowers it",
                        soaked(1)
                                .steps(
                                        new Step(5, Situation.SOAK),
                                        new Step(20, Situation.SOAK),
                                        new Step(100, Situation.SOAK)),
                        "Shift 20 StepShrank"),
                row("a rolled-back rollout stays down", rolledBack(Reason.ErrorsRegressed), "Rest ErrorsRegressed"));
    }

    @TestFactory
    Stream<DynamicTest> precedence() {
        return tests(
                row("abort beats pause", soaked(1).pausedByAnnotation().abort("pager"), "RollBack Aborted"),
                row(
                        "abort beats promotion",
                        soaked(1).promote(Promotion.FULL, 1).abort("pager"),
                        "RollBack Aborted"),
                row(
                        "abort beats a failed guard as the reason",
                        soaked(1).findings(FAILED).abort("pager"),
                        "RollBack Aborted"),
                row("abort keeps a fresh rollout from starting", fresh().abort("pager"), "RollBack Aborted"),
                row(
                        "regression beats pause in the spec",
                        soaked(1).pausedInSpec().findings(FAILED),
                        "RollBack ErrorsRegressed"),
                row(
                        "regression beats pause by annotation",
                        soaked(1).pausedByAnnotation().findings(FAILED),
                        "RollBack ErrorsRegressed"),
                row("regression beats missing metrics", soaked(1).blind().findings(OOM), "RollBack OomKilled"),
                row(
                        "regression beats trouble",
                        soaked(1).trouble(Reason.MissingReference).findings(FAILED),
                        "RollBack ErrorsRegressed"),
                row(
                        "regression beats unready JIT pods",
                        soaked(1).jit(10, 1, true).findings(FAILED),
                        "RollBack ErrorsRegressed"),
                row(
                        "regression beats promotion by the user",
                        soaked(1).promote(Promotion.FULL, 1).findings(FAILED),
                        "RollBack ErrorsRegressed"),
                row(
                        "the first failed guard names the reason",
                        soaked(1).findings(THIN, OOM, FAILED),
                        "RollBack OomKilled"),
                row(
                        "no ready AOT pod beats missing metrics",
                        shifted(1).aotReady(0).blind(),
                        "RollBack AotUnavailable"),
                row(
                        "an edited plan lowers the weight of a paused rollout",
                        soaked(1)
                                .pausedInSpec()
                                .steps(new Step(100, Situation.SOAK))
                                .weight(100)
                                .routeAt(100)
                                .steps(
                                        new Step(5, Situation.SOAK),
                                        new Step(50, Situation.SOAK),
                                        new Step(100, Situation.SOAK)),
                        "Shift 50 StepShrank"),
                row("trouble beats pause", soaked(1).pausedInSpec().trouble(Reason.TrackOverlap), "Hold TrackOverlap"),
                row(
                        "trouble does not disturb the rest after a rollback",
                        rolledBack(Reason.OomKilled).trouble(Reason.TrackOverlap),
                        "Rest OomKilled"),
                row("pause beats missing metrics", soaked(1).pausedInSpec().blind(), "Hold PausedByUser"),
                row(
                        "missing metrics beat unready pods",
                        entered(1).aotReady(0).jit(10, 1, true).weight(0).blind(),
                        "Hold MetricsUnavailable"),
                row(
                        "unready JIT pods beat promotion by the user",
                        soaked(1).promote(Promotion.FULL, 1).jit(10, 9, true),
                        "Wait JitBelowCapacity"),
                row("pause does not end a promotion", promoted().pausedInSpec(), "Rest Promoted"));
    }

    @TestFactory
    Stream<DynamicTest> afterPromotion() {
        var hour = Duration.ofHours(1);
        return tests(
                row("rests where JIT is left as it is", promoted(), "Rest Promoted"),
                row("keeps JIT warm", promoted().retire(Duration.ofHours(2), 0), "Rest WarmStandby"),
                row("standby ends with the pass that retires", promoted().retire(hour, 0), "Rest WarmStandby"),
                row(
                        "rests after retirement",
                        promoted().retire(hour, 0).jitMemory(10, true).jit(0, 0, true),
                        "Rest Retired"),
                row("missing metrics change nothing", promoted().blind(), "Rest Promoted"));
    }
}
