package dev.aotrollout.decision;

import static dev.aotrollout.decision.RolloutState.NOT_YET;

import dev.aotrollout.decision.RolloutState.Clock;
import dev.aotrollout.decision.RolloutState.Ending;
import dev.aotrollout.decision.RolloutState.Handled;
import dev.aotrollout.decision.RolloutState.JitMemory;
import dev.aotrollout.judge.Bucket;
import dev.aotrollout.judge.Budget;
import dev.aotrollout.judge.Counts;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A rollout and its world in the words of a test. Without further words: revision {@code r1} of three steps (weights 5, 50, 100,
 * one minute of soak each, one hour to pass), ten JIT pods that carry everything, enough AOT pods, and all guards pass.
 */
final class Situation {
    static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
    static final Duration SOAK = Duration.ofSeconds(60);
    static final Duration MAX_STEP = Duration.ofHours(1);
    static final Duration DRAIN = Duration.ofSeconds(30);
    static final Finding FAILED = finding(GuardName.ERRORS, Verdict.FAIL, Reason.ErrorsRegressed);
    static final Finding OOM = finding(GuardName.RESTARTS, Verdict.FAIL, Reason.OomKilled);
    static final Finding THIN = finding(GuardName.ERRORS, Verdict.UNKNOWN, Reason.ThinEvidence);

    private String revision = "r1";
    private Goal goal = Goal.AOT;
    private String exemption = "";
    private boolean pausedInSpec;
    private String abort = "";
    private boolean pausedByAnnotation;
    private Promotion promote = Promotion.NONE;
    private String retry = "";
    private List<Step> steps = List.of(new Step(5, SOAK), new Step(50, SOAK), new Step(100, SOAK));
    private OnInconclusive onInconclusive = OnInconclusive.PAUSE;
    private boolean keepAotPods;
    private Retirement retirement = new Retirement.Never();
    private boolean testHeader;

    private Outcome outcome = Outcome.RUNNING;
    private int step = -1;
    private int weight;
    private Instant entered = NOT_YET;
    private Instant shifted = NOT_YET;
    private Instant served = NOT_YET;
    private Instant zeroServed = NOT_YET;
    private Instant asked = NOT_YET;
    private Ending ending = Ending.NONE;
    private JitMemory jitMemory = new JitMemory(10, false);
    private double spent;
    private Handled handled = Handled.NOTHING;

    private TrackFacts jit = new TrackFacts(true, 10, 10, true, "");
    private TrackFacts aot = TrackFacts.ABSENT;
    private RouteFacts route = new RouteFacts(0, 0, true, "");
    private final List<Trouble> troubles = new ArrayList<>();
    private Reading<Traffic> traffic = new Reading.Known<>(new Traffic(List.of(), 0.25), NOW);
    private Reading<Budget> budget = new Reading.Known<>(new Budget(10_000, 90), NOW);
    private List<Finding> findings = List.of(finding(GuardName.ERRORS, Verdict.PASS, Reason.ErrorsHealthy));

    private Admission admission = Admission.OPEN;

    private Situation() {}

    /** Nothing has begun; weight 0 is served for long. */
    static Situation fresh() {
        var situation = new Situation();
        situation.zeroServed = NOW.minusSeconds(3600);
        return situation;
    }

    /** Step {@code index} has begun, its pods are not asked for traffic yet. */
    static Situation entered(int index) {
        var situation = fresh();
        situation.step = index;
        situation.entered = NOW.minusSeconds(10);
        situation.weight = index == 0 ? 0 : situation.steps.get(index - 1).weight();
        return situation.aotReady(10).routeAt(situation.weight);
    }

    /** The weight of step {@code index} was asked for five seconds ago. */
    static Situation shifted(int index) {
        var situation = entered(index);
        situation.weight = situation.steps.get(index).weight();
        situation.shifted = NOW.minusSeconds(5);
        situation.zeroServed = NOT_YET;
        return situation.routeAt(situation.weight);
    }

    /** The weight of step {@code index} is served for so long that its soak is over. */
    static Situation soaked(int index) {
        var situation = shifted(index);
        situation.entered = NOW.minusSeconds(120);
        situation.shifted = NOW.minusSeconds(100);
        situation.served = NOW.minus(SOAK);
        return situation;
    }

    /** The last step passed an hour ago. */
    static Situation promoted() {
        var situation = soaked(2);
        situation.outcome = Outcome.PROMOTED;
        situation.ending = new Ending(Reason.Promoted, "all 3 steps passed", NOW.minusSeconds(3600));
        situation.findings = List.of();
        return situation;
    }

    /** Back on JIT since an hour, because of {@code reason}. */
    static Situation rolledBack(Reason reason) {
        var situation = fresh();
        situation.outcome = Outcome.ROLLED_BACK;
        situation.step = 1;
        situation.ending = new Ending(reason, "it was bad", NOW.minusSeconds(3600));
        situation.findings = List.of();
        return situation.aotReady(10);
    }

    Situation planRevision(String text) {
        revision = text;
        return this;
    }

    Situation goalJit() {
        goal = Goal.JIT;
        return this;
    }

    Situation pausedInSpec() {
        pausedInSpec = true;
        return this;
    }

    Situation pausedByAnnotation() {
        pausedByAnnotation = true;
        return this;
    }

    Situation abort(String why) {
        abort = why;
        return this;
    }

    Situation retry(String value) {
        retry = value;
        return this;
    }

    /** The annotation, as it was noted when the current step was {@code inStep}. */
    Situation promote(Promotion asked, int inStep) {
        promote = asked;
        handled = new Handled(asked, inStep, handled.retry());
        return this;
    }

    Situation promoteUnseen(Promotion asked) {
        promote = asked;
        return this;
    }

    Situation handledRetry(String value) {
        handled = new Handled(handled.promote(), handled.promoteStep(), value);
        return this;
    }

    Situation steps(Step... planned) {
        steps = List.of(planned);
        return this;
    }

    Situation onInconclusive(OnInconclusive what) {
        onInconclusive = what;
        return this;
    }

    Situation keepAotPods() {
        keepAotPods = true;
        return this;
    }

    Situation retire(Duration standby, int replicas) {
        retirement = new Retirement.After(standby, replicas);
        return this;
    }

    Situation testHeader() {
        testHeader = true;
        return this;
    }

    Situation jitMemory(int capacity, boolean retired) {
        jitMemory = new JitMemory(capacity, retired);
        return this;
    }

    Situation spent(double percent) {
        spent = percent;
        return this;
    }

    Situation enteredBefore(Duration ago) {
        entered = NOW.minus(ago);
        return this;
    }

    Situation servedBefore(Duration ago) {
        served = NOW.minus(ago);
        return this;
    }

    Situation shiftedBefore(Duration ago) {
        shifted = NOW.minus(ago);
        return this;
    }

    Situation unserved() {
        served = NOT_YET;
        return this;
    }

    Situation zeroServedBefore(Duration ago) {
        zeroServed = NOW.minus(ago);
        return this;
    }

    Situation zeroNotServed() {
        zeroServed = NOT_YET;
        return this;
    }

    Situation weight(int percent) {
        weight = percent;
        return this;
    }

    Situation jit(int desired, int ready, boolean rolledOut) {
        jit = new TrackFacts(true, desired, ready, rolledOut, "");
        return this;
    }

    Situation jitAbsent() {
        jit = TrackFacts.ABSENT;
        return this;
    }

    Situation aotReady(int ready) {
        return aot(new TrackFacts(true, 10, ready, true, "r1"));
    }

    Situation aot(TrackFacts facts) {
        aot = facts;
        return this;
    }

    Situation routeAt(int percent) {
        return route(new RouteFacts(percent, percent, true, ""));
    }

    Situation route(RouteFacts facts) {
        route = facts;
        return this;
    }

    Situation trouble(Reason reason) {
        troubles.add(new Trouble(reason, "something is missing; create it"));
        return this;
    }

    Situation blind() {
        traffic = new Reading.Missing<>("prometheus: 503");
        return this;
    }

    Situation pending() {
        traffic = new Reading.Missing<>("the first query is under way", true);
        return this;
    }

    Situation budgetMissing() {
        budget = new Reading.Missing<>("prometheus: no answer for 30 days");
        return this;
    }

    Situation remaining(double percent) {
        budget = new Reading.Known<>(new Budget(10_000, percent), NOW);
        return this;
    }

    /** All of it in the last half minute. */
    Situation requests(Counts ofJit, Counts ofAot) {
        var bucket = new Bucket(NOW.minusSeconds(30), ofJit, ofAot);
        traffic = new Reading.Known<>(new Traffic(List.of(bucket), 0.25), NOW);
        return this;
    }

    Situation findings(Finding... all) {
        findings = List.of(all);
        return this;
    }

    Situation admission(Admission other) {
        admission = other;
        return this;
    }

    /** The step at {@code index} asks for approvals. */
    Situation gate(int index, Gate gate) {
        var all = new ArrayList<>(steps);
        var step = all.get(index);
        all.set(index, new Step(step.weight(), step.soak(), gate));
        steps = List.copyOf(all);
        return this;
    }

    /** Approvals are waited for since {@code time}. */
    Situation askedBefore(Duration time) {
        asked = NOW.minus(time);
        return this;
    }

    Situation exempted(String why) {
        exemption = why;
        return this;
    }

    static Finding finding(GuardName guard, Verdict verdict, Reason reason) {
        return finding(guard, Mode.ENFORCE, verdict, reason);
    }

    static Finding finding(GuardName guard, Mode mode, Verdict verdict, Reason reason) {
        return new Finding(guard, mode, verdict, reason, guard.label() + " said so", Figures.NONE);
    }

    Plan plan() {
        return new Plan(
                revision,
                goal,
                exemption,
                pausedInSpec,
                new Commands(abort, pausedByAnnotation, promote, retry),
                steps,
                List.of(),
                new AotReplicas.Proportional(2),
                new Policy(99.9, 25, 10, 5, MAX_STEP, onInconclusive, DRAIN, keepAotPods, Duration.ofSeconds(5)),
                retirement,
                testHeader);
    }

    RolloutState state() {
        var clock = new Clock(entered, entered, shifted, served, zeroServed, asked);
        return new RolloutState("r1", outcome, step, weight, clock, ending, jitMemory, spent, handled);
    }

    Observation seen() {
        var window = new StepWindow(
                step + 1, weight, Duration.ZERO, Duration.ZERO, spent, new StepWindow.Next(weight, Duration.ZERO));
        var metrics = Metrics.missing("not asked for").withTraffic(traffic).withBudget(budget);
        var evidence = new Evidence(NOW, window, metrics, Pods.NONE);
        return new Observation(NOW, jit, aot, route, troubles, evidence, findings, admission);
    }

    /** What the core makes of it. */
    Outlook look() {
        var taken = Decider.take(plan(), state());
        return Decider.decide(plan(), state(), taken, seen());
    }
}
