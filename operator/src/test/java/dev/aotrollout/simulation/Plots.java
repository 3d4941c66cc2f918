package dev.aotrollout.simulation;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.aotrollout.intake.CommandReader;
import java.util.List;

/** What can happen to a rollout, and where it must end. */
final class Plots {
    /** A script, and the phase that it ends in. */
    record Plot(String name, String ending, Scenario.Script script) {}

    private Plots() {}

    static List<Plot> healthyAndFailing() {
        return List.of(
                new Plot(
                        "healthy_rollout_is_promoted",
                        "Promoted",
                        w -> w.aot(p -> p.errors(0.0005))
                                .jit(p -> p.errors(0.0005))
                                .untilPhase("Promoted")
                                .runFor(ofMinutes(60))),
                new Plot(
                        "aot_answers_errors_at_step_2",
                        "RolledBack",
                        w -> w.untilServed(25)
                                .runFor(ofSeconds(30))
                                .then("AOT answers 8 % errors", x -> x.aot(p -> p.errors(0.08)))
                                .runFor(ofMinutes(10))),
                new Plot(
                        "errors_on_both_tracks_hold_but_do_not_roll_back",
                        "Held",
                        w -> w.untilServed(25)
                                .runFor(ofSeconds(30))
                                .then(
                                        "the database is down: 60 % errors on both tracks, budget nearly spent",
                                        x -> {
                                            x.aot(p -> p.errors(0.6)).jit(p -> p.errors(0.6));
                                            x.cluster().spentElsewherePercent = 89;
                                        })
                                .runFor(ofMinutes(80))),
                new Plot(
                        "memory_near_limit",
                        "RolledBack",
                        w -> w.aot(p -> p.limit(66)).runFor(ofMinutes(5))),
                new Plot(
                        "memory_leak_until_oom_kill",
                        "RolledBack",
                        w -> w.spec("guards: {memory: {mode: Observe}}")
                                .aot(p -> p.limit(128))
                                .untilServed(50)
                                .then("AOT pods leak 30 MiB a minute", x -> x.aot(p -> p.leaks(30)))
                                .runFor(ofMinutes(10))),
                new Plot(
                        "crash_loop_before_traffic",
                        "RolledBack",
                        w -> w.aot(p -> p.crashLoops()).runFor(ofMinutes(5))),
                new Plot(
                        "crash_at_step_3",
                        "RolledBack",
                        w -> w.untilServed(50)
                                .runFor(ofSeconds(40))
                                .then("one AOT pod crashes", World::crashAnAotPod)
                                .runFor(ofMinutes(5))),
                new Plot(
                        "slow_start",
                        "RolledBack",
                        w -> w.aot(p -> p.startsIn(20)).runFor(ofMinutes(10))),
                new Plot(
                        "slow_answers",
                        "RolledBack",
                        w -> w.untilServed(25)
                                .then("AOT answers four times as often slowly", x -> x.aot(p -> p.slow(0.08)))
                                .runFor(ofMinutes(10))),
                new Plot(
                        "all_aot_pods_vanish",
                        "RolledBack",
                        w -> w.untilServed(50)
                                .then("no AOT pod is ready any more", x -> x.aot(p -> p.neverReady(true)))
                                .runFor(ofMinutes(5))));
    }

    static List<Plot> dataAndDeadlines() {
        return List.of(
                new Plot(
                        "prometheus_down_during_step_2_then_back",
                        "Promoted",
                        w -> w.untilServed(25)
                                .then("Prometheus is down", x -> x.cluster().prometheusAnswers = false)
                                .runFor(ofMinutes(30))
                                .then("Prometheus is back", x -> x.cluster().prometheusAnswers = true)
                                .untilPhase("Promoted")),
                new Plot(
                        "prometheus_down_and_pods_crash",
                        "RolledBack",
                        w -> w.untilServed(25)
                                .then("Prometheus is down", x -> x.cluster().prometheusAnswers = false)
                                .runFor(ofMinutes(5))
                                .then("one AOT pod crashes", World::crashAnAotPod)
                                .runFor(ofMinutes(5))),
                new Plot("no_traffic_never_advances", "Paused", w -> w.rps(0).runFor(ofMinutes(60))),
                new Plot(
                        "aot_pods_never_ready_until_deadline_then_pause",
                        "Paused",
                        w -> w.aot(p -> p.neverReady(true)).runFor(ofMinutes(30))),
                new Plot(
                        "aot_pods_never_ready_until_deadline_then_roll_back",
                        "RolledBack",
                        w -> w.spec("progress: {maxStepSeconds: 900, onInconclusive: RollBack}")
                                .aot(p -> p.neverReady(true))
                                .runFor(ofMinutes(30))),
                new Plot(
                        "aot_pods_never_ready_until_deadline_then_advance_within_budget",
                        "Paused",
                        w -> w.spec("progress: {maxStepSeconds: 900, onInconclusive: AdvanceWithinBudget}")
                                .aot(p -> p.neverReady(true))
                                .runFor(ofMinutes(30))),
                new Plot(
                        "memory_gain_missing_advances_within_budget",
                        "Promoted",
                        w -> w.spec("progress: {maxStepSeconds: 300, onInconclusive: AdvanceWithinBudget}")
                                .aot(p -> p.memory(130))
                                .untilPhase("Promoted")),
                new Plot(
                        "gateway_never_accepts",
                        "Paused",
                        w -> w.then(
                                        "the gateway accepts nothing",
                                        x -> x.cluster().gateway.accepts(false))
                                .runFor(ofMinutes(30))),
                new Plot(
                        "budget_too_low_to_start_then_recovers",
                        "Promoted",
                        w -> w.then("80 % of the budget are spent", x -> x.cluster().spentElsewherePercent = 80)
                                .runFor(ofMinutes(10))
                                .then("old errors leave the window", x -> x.cluster().spentElsewherePercent = 50)
                                .untilPhase("Promoted")));
    }

    static List<Plot> infrastructure() {
        return List.of(
                new Plot(
                        "apiserver_conflict_on_rollback",
                        "RolledBack",
                        w -> w.untilServed(50)
                                .then("somebody edits labels, the cache lags, AOT answers errors", x -> {
                                    x.cluster().api.cacheLags(true);
                                    x.cluster().api.annotate("team", "checkout");
                                    x.aot(p -> p.errors(0.2));
                                })
                                .untilServed(0)
                                .runFor(ofSeconds(20))
                                .then(
                                        "the cache catches up",
                                        x -> x.cluster().api.cacheLags(false))
                                .runFor(ofMinutes(2))),
                new Plot(
                        "apiserver_conflict_on_rollback_then_prometheus_down",
                        "Held",
                        w -> w.untilServed(50)
                                .then("the cache lags, AOT answers errors", x -> {
                                    x.cluster().api.cacheLags(true);
                                    x.cluster().api.annotate("team", "checkout");
                                    x.aot(p -> p.errors(0.2));
                                })
                                .untilServed(0)
                                .then("Prometheus is down, the cache catches up", x -> {
                                    x.cluster().prometheusAnswers = false;
                                    x.cluster().api.cacheLags(false);
                                })
                                .runFor(ofMinutes(2))),
                new Plot(
                        "apiserver_down_while_aot_fails",
                        "RolledBack",
                        w -> w.untilServed(25)
                                .then(
                                        "the API server is down, AOT answers 10 % errors",
                                        x -> {
                                            x.cluster().api.down(true);
                                            x.aot(p -> p.errors(0.1));
                                        })
                                .runFor(ofMinutes(5))
                                .then(
                                        "the API server is back",
                                        x -> x.cluster().api.down(false))
                                .runFor(ofMinutes(5))),
                new Plot(
                        "route_drifts_back_to_zero",
                        "Promoted",
                        w -> w.untilServed(50)
                                .runFor(ofSeconds(30))
                                .then(
                                        "somebody sets the route back to JIT",
                                        x -> x.cluster().route(0))
                                .untilPhase("Promoted")),
                new Plot(
                        "jit_scaled_down_mid_run",
                        "Promoted",
                        w -> w.untilServed(25)
                                .then("somebody scales JIT down to 3", x -> x.scaleJit(3))
                                .untilPhase("Promoted")),
                new Plot(
                        "jit_scaled_up_mid_run",
                        "Promoted",
                        w -> w.untilServed(25)
                                .then("somebody scales JIT up to 10", x -> x.scaleJit(10))
                                .untilPhase("Promoted")));
    }

    static List<Plot> users() {
        return List.of(
                new Plot(
                        "revision_changes_mid_run",
                        "Promoted",
                        w -> w.untilServed(50)
                                .then("revision r2 is released", x -> x.release("r2"))
                                .runFor(ofMinutes(1))
                                .untilPhase("Promoted")),
                new Plot(
                        "revision_changes_after_promotion_and_retirement",
                        "Promoted",
                        w -> w.spec("retire: {warmStandbySeconds: 600}")
                                .until(x -> x.cluster().jit.replicas() == 0)
                                .runFor(ofMinutes(5))
                                .then("revision r2 is released", x -> x.release("r2"))
                                .runFor(ofMinutes(1))
                                .untilPhase("Promoted")),
                new Plot(
                        "user_pauses_and_resumes",
                        "Promoted",
                        w -> w.untilServed(25)
                                .then("the user pauses", x -> x.spec("paused: true"))
                                .runFor(ofMinutes(30))
                                .then("the user resumes", x -> x.spec("paused: false"))
                                .untilPhase("Promoted")),
                new Plot(
                        "user_aborts_while_paused",
                        "RolledBack",
                        w -> w.untilServed(25)
                                .then("the user pauses", x -> x.annotate(CommandReader.PAUSE, "true"))
                                .runFor(ofMinutes(5))
                                .then("the user aborts", x -> x.annotate(CommandReader.ABORT, "customers complain"))
                                .runFor(ofMinutes(5))),
                new Plot(
                        "user_promotes_step_on_inconclusive",
                        "Promoted",
                        w -> w.aot(p -> p.memory(130))
                                .runFor(ofMinutes(25))
                                .then("the user promotes the step", x -> x.annotate(CommandReader.PROMOTE, "step"))
                                .runFor(ofMinutes(5))
                                .then("the next build needs less memory", x -> x.aot(p -> p.memory(60)))
                                .untilPhase("Promoted")),
                new Plot(
                        "retry_after_rollback",
                        "Promoted",
                        w -> w.aot(p -> p.errors(0.2))
                                .untilPhase("RolledBack")
                                .runFor(ofMinutes(5))
                                .then(
                                        "the cause is gone, the user retries",
                                        x -> x.aot(p -> p.errors(0)).annotate(CommandReader.RETRY, "1"))
                                .untilPhase("Promoted")),
                new Plot(
                        "goal_jit_after_promotion",
                        "RolledBack",
                        w -> w.untilPhase("Promoted")
                                .then("the user sets the goal to JIT", x -> x.goal("JIT"))
                                .runFor(ofMinutes(10))),
                new Plot(
                        "retirement_and_return",
                        "RolledBack",
                        w -> w.spec("retire: {warmStandbySeconds: 600}")
                                .until(x -> x.cluster().jit.replicas() == 0)
                                .runFor(ofMinutes(5))
                                .then("the user sets the goal to JIT", x -> x.goal("JIT"))
                                .runFor(ofMinutes(10))),
                new Plot(
                        "steps_edited_mid_run",
                        "Promoted",
                        w -> w.untilServed(50)
                                .then(
                                        "the user lowers the steps",
                                        x -> x.spec(
                                                "steps: [{weight: 5, soakSeconds: 60}, {weight: 10, soakSeconds: 60}, {weight: 30, soakSeconds: 60}, {weight: 100, soakSeconds: 60}]"))
                                .untilPhase("Promoted")));
    }
}
