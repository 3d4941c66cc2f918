package dev.aotrollout.simulation;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.aotrollout.intake.CommandReader;
import dev.aotrollout.simulation.Plots.Plot;
import java.util.List;

/** What went wrong in other rollout tools, see docs/simulation.md. */
final class PeerPlots {
    private PeerPlots() {}

    static List<Plot> all() {
        return List.of(
                new Plot(
                        "user_aborts_before_the_first_weight",
                        "RolledBack",
                        w -> w.runFor(ofSeconds(4))
                                .then("the user aborts", x -> x.annotate(CommandReader.ABORT, "wrong day"))
                                .runFor(ofMinutes(10))),
                new Plot(
                        "jit_scaled_up_during_rollback",
                        "RolledBack",
                        w -> w.untilServed(50)
                                .then("AOT answers errors", x -> x.aot(p -> p.errors(0.2)))
                                .until(x -> x.cluster().gateway.asked().aot() == 0)
                                .then("somebody scales JIT up to 12", x -> x.scaleJit(12))
                                .runFor(ofMinutes(10))),
                new Plot(
                        "jit_shrunk_by_half_and_a_new_revision_at_weight_50",
                        "Promoted",
                        w -> w.untilServed(50)
                                .then("somebody scales JIT down to 3", x -> x.scaleJit(3))
                                .then("revision r2 is released", x -> x.release("r2"))
                                .runFor(ofMinutes(2))
                                .untilPhase("Promoted")),
                new Plot(
                        "traffic_stops_mid_run",
                        "Paused",
                        w -> w.untilServed(25)
                                .then("nobody calls the service any more", x -> x.rps(0))
                                .runFor(ofMinutes(60))),
                new Plot(
                        "jit_answers_errors_and_aot_is_the_fix",
                        "Promoted",
                        w -> w.jit(p -> p.errors(0.02)).untilPhase("Promoted")),
                new Plot(
                        "one_aot_pod_of_several_loops_and_the_others_are_ready",
                        "RolledBack",
                        w -> w.untilServed(50)
                                .then("one AOT pod crashes", World::crashAnAotPod)
                                .runFor(ofSeconds(20))
                                .then("it crashes again", World::crashAnAotPod)
                                .runFor(ofMinutes(5))),
                new Plot(
                        "prometheus_down_for_hours_from_the_start",
                        "Held",
                        w -> w.then("Prometheus is down", x -> x.cluster().prometheusAnswers = false)
                                .runFor(ofMinutes(180))),
                new Plot(
                        "errors_start_while_paused",
                        "RolledBack",
                        w -> w.untilServed(25)
                                .then("the user pauses", x -> x.spec("paused: true"))
                                .runFor(ofMinutes(5))
                                .then("AOT answers 10 % errors", x -> x.aot(p -> p.errors(0.1)))
                                .runFor(ofMinutes(5))),
                new Plot(
                        "a_second_revision_while_the_first_waits_for_pods",
                        "Promoted",
                        w -> w.aot(p -> p.neverReady(true))
                                .runFor(ofMinutes(3))
                                .then(
                                        "revision r2 is released, it starts",
                                        x -> x.aot(p -> p.neverReady(false)).release("r2"))
                                .untilPhase("Promoted")));
    }
}
