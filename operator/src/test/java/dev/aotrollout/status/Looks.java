package dev.aotrollout.status;

import static dev.aotrollout.decision.RolloutState.NOT_YET;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.api.AotRolloutStatus;
import dev.aotrollout.decision.Decision;
import dev.aotrollout.decision.Observation;
import dev.aotrollout.decision.Outcome;
import dev.aotrollout.decision.Outlook;
import dev.aotrollout.decision.Plan;
import dev.aotrollout.decision.RolloutState;
import dev.aotrollout.decision.RouteFacts;
import dev.aotrollout.decision.TrackFacts;
import dev.aotrollout.governance.Assessment;
import dev.aotrollout.intake.PlanReader;
import dev.aotrollout.intake.StateReader;
import dev.aotrollout.judge.Budget;
import dev.aotrollout.judge.Evidence;
import dev.aotrollout.judge.Figures;
import dev.aotrollout.judge.Finding;
import dev.aotrollout.judge.GuardName;
import dev.aotrollout.judge.Metrics;
import dev.aotrollout.judge.Mode;
import dev.aotrollout.judge.Pods;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.judge.Reason;
import dev.aotrollout.judge.StepWindow;
import dev.aotrollout.judge.Traffic;
import dev.aotrollout.judge.Verdict;
import dev.aotrollout.statistics.Interval;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Outlooks of a rollout in its second step of four, soaking at weight 10 since twelve minutes, unless told otherwise. */
final class Looks {
    static final Instant START = Instant.parse("2026-11-02T09:00:00Z");
    private static final Duration AT_ONCE = Duration.ofSeconds(5);
    private static final String MANIFEST = """
            metadata: {name: checkout, namespace: shop, generation: 3}
            spec:
              workloadRef: {name: checkout}
              aot: {containers: [{name: app, image: "checkout:aot"}]}
              traffic: {service: checkout, httpRoutes: [{name: checkout}]}
              metrics: {prometheus: {url: "http://prometheus:9090"}}
            """;

    private Instant now = START.plusSeconds(720);
    private Outcome outcome = Outcome.RUNNING;
    private Decision decision = soaking();
    private List<Finding> findings = List.of(errors(11, 4.5, 20.94), memory(), startup());
    private RouteFacts route = new RouteFacts(10, 10, true, "");
    private int weight = 10;

    static Decision soaking() {
        return new Decision.Wait(Reason.SoakWaits, "soaks at weight 10", AT_ONCE);
    }

    static Decision held(Reason reason) {
        return new Decision.Hold(reason, "held: " + reason, AT_ONCE);
    }

    static Decision shifted(int to) {
        return new Decision.Shift(to, Reason.WeightShifted, "weight " + to, AT_ONCE);
    }

    static Finding errors(double estimate, double low, double high) {
        var ratio = new Interval(estimate, low, high);
        return new Finding(
                GuardName.ERRORS,
                Mode.ENFORCE,
                Verdict.PASS,
                Reason.ErrorsHealthy,
                "numbers",
                new Figures.Compared("ratio", 0.001, 0.001 * estimate, ratio, 1.25, 3_000));
    }

    static Figures figures() {
        return errors(11, 4.5, 20.94).figures();
    }

    private static Finding memory() {
        return compared(GuardName.MEMORY, Reason.MemoryHealthy, new Interval(0.46, 0.43, 0.49));
    }

    private static Finding startup() {
        return compared(GuardName.STARTUP, Reason.StartupHealthy, new Interval(0.19, 0.12, 0.3));
    }

    private static Finding compared(GuardName guard, Reason reason, Interval ratio) {
        var figures = new Figures.Compared("bytes", 151_123_456, 69_500_000, ratio, 0.8, 4);
        return new Finding(guard, Mode.ENFORCE, Verdict.PASS, reason, "numbers", figures);
    }

    Looks at(Duration sinceStart) {
        now = START.plus(sinceStart);
        return this;
    }

    Looks decision(Decision what) {
        decision = what;
        return this;
    }

    Looks findings(Finding... all) {
        findings = List.of(all);
        return this;
    }

    /** The other guards say the same. */
    Looks errorsAre(Finding errors) {
        return findings(errors, memory(), startup());
    }

    Looks route(int percent) {
        route = new RouteFacts(percent, percent, true, "");
        return this;
    }

    /** Finished: nothing is judged any more. */
    Looks finished(Outcome how, Reason reason) {
        outcome = how;
        weight = how == Outcome.PROMOTED ? 100 : 0;
        findings = List.of();
        decision = new Decision.Rest(reason, "rests: " + reason, AT_ONCE);
        return route(weight);
    }

    static AotRollout rollout(@Nullable AotRolloutStatus status) {
        var rollout = new KubernetesSerialization().unmarshal(MANIFEST, AotRollout.class);
        rollout.setStatus(status);
        return rollout;
    }

    /** The status to record after {@code before}. */
    AotRolloutStatus after(AotRolloutStatus before) {
        return StatusWriter.write(rollout(before), outlook(before), Assessment.NONE, List.of(), null);
    }

    AotRolloutStatus first() {
        return StatusWriter.write(rollout(null), outlook(null), Assessment.NONE, List.of(), null);
    }

    /** What is recorded after {@code before}; nothing where it says no more. */
    Optional<AotRolloutStatus> newsAfter(@Nullable AotRolloutStatus before) {
        return StatusNews.of(rollout(before), outlook(before), Assessment.NONE, List.of(), null);
    }

    private Outlook outlook(@Nullable AotRolloutStatus before) {
        var plan = PlanReader.read(rollout(null), "r1");
        var state = state();
        return new Outlook(plan, StateReader.read(rollout(before)), state, seen(plan), decision);
    }

    private RolloutState state() {
        var running = outcome == Outcome.RUNNING;
        var clock = new RolloutState.Clock(START, START, START, START, running ? NOT_YET : START);
        var ending = running ? RolloutState.Ending.NONE : new RolloutState.Ending(decision.reason(), "it ended", START);
        return new RolloutState(
                "r1",
                outcome,
                1,
                weight,
                clock,
                ending,
                new RolloutState.JitMemory(6, false),
                0.25,
                RolloutState.NEW.handled());
    }

    private Observation seen(Plan plan) {
        var metrics = Metrics.missing("not asked for")
                .withTraffic(new Reading.Known<>(new Traffic(List.of(), 0.25), now))
                .withBudget(new Reading.Known<>(new Budget(10_000, 97.14), now));
        var evidence = new Evidence(
                now,
                new StepWindow(2, weight, Duration.ZERO, Duration.ZERO, 0, new StepWindow.Next(weight, Duration.ZERO)),
                metrics,
                Pods.NONE);
        return new Observation(
                now,
                new TrackFacts(true, 6, 6, true, ""),
                new TrackFacts(true, 2, 2, true, plan.revision()),
                route,
                List.of(),
                evidence,
                findings);
    }
}
