package dev.aotrollout.cli;

import dev.aotrollout.decision.Commands;
import dev.aotrollout.decision.Decision;
import dev.aotrollout.decision.Goal;
import dev.aotrollout.decision.Moments;
import dev.aotrollout.decision.Observation;
import dev.aotrollout.decision.Outcome;
import dev.aotrollout.decision.Plan;
import dev.aotrollout.decision.Promotion;
import dev.aotrollout.decision.Retirement;
import dev.aotrollout.decision.TrackFacts;
import dev.aotrollout.judge.Finding;
import dev.aotrollout.judge.GuardName;
import dev.aotrollout.judge.Mode;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.judge.Reason;
import dev.aotrollout.judge.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What would change the answer: the same rules are asked again with one thing different at a time. */
final class WhatIf {
    /**
     * One thing that would be different.
     *
     * @param what in a few words
     * @param decision what would be decided then
     */
    record Change(String what, Decision decision) {}

    private final Recorded recorded;
    private final Decision now;
    private final List<Change> changes = new ArrayList<>();

    private WhatIf(Recorded recorded) {
        this.recorded = recorded;
        this.now = recorded.decision();
    }

    /** Only what leads to another decision. */
    static List<Change> changes(Recorded recorded) {
        var whatIf = new WhatIf(recorded);
        whatIf.timePasses();
        whatIf.clusterChanges();
        whatIf.guardsChange();
        whatIf.peopleAct();
        return List.copyOf(whatIf.changes);
    }

    private void timePasses() {
        var clock = recorded.state().clock();
        var policy = recorded.plan().policy();
        var soak = recorded.plan().step(recorded.state().step()).soak();
        var before = now;
        var moments = Stream.of(
                        after(clock.served(), soak),
                        after(clock.stepEntered(), soak.plus(policy.maxStep())),
                        after(clock.zeroServed(), policy.drain()),
                        recorded.plan().retirement() instanceof Retirement.After(var standby, var _)
                                ? after(recorded.state().ending().at(), standby)
                                : Instant.MAX)
                .filter(moment -> moment.isAfter(recorded.seen().now()) && !moment.equals(Instant.MAX))
                .sorted()
                .toList();
        for (var moment : moments) {
            var then = recorded.with(Altered.at(recorded.seen(), moment)).decision();
            if (same(before, then)) continue;
            var left = Duration.between(recorded.seen().now(), moment);
            changes.add(new Change("at %s, %s later".formatted(Moments.text(moment), Moments.text(left)), then));
            before = then;
        }
    }

    private static Instant after(Instant start, Duration time) {
        return start.equals(Instant.MAX) ? start : start.plus(time);
    }

    private void clusterChanges() {
        var seen = recorded.seen();
        var state = recorded.state();
        if (!seen.troubles().isEmpty()) consider("that trouble is gone", Altered.troubles(seen, List.of()));
        consider(
                "all JIT pods are ready",
                Altered.jit(seen, ready(seen.jit(), state.jit().capacity(), "")));
        var weight = recorded.plan().step(state.step()).weight();
        var needed = recorded.plan()
                .aotReplicas()
                .forWeight(weight, Math.max(1, state.jit().capacity()));
        if (state.step() >= 0)
            consider(
                    "all AOT pods are ready",
                    Altered.aot(seen, ready(seen.aot(), needed, recorded.plan().revision())));
        consider("no AOT pod is ready", Altered.aot(seen, unready(seen.aot())));
        if (state.hasShifted())
            consider("weight %s is served".formatted(state.weight()), Altered.serving(seen, state.weight()));
        var missing = seen.evidence().traffic() instanceof Reading.Missing
                || seen.evidence().budget() instanceof Reading.Missing;
        if (missing) consider("Prometheus answers", Altered.answering(seen, state.weight()));
        else consider("Prometheus does not answer", Altered.silent(seen));
    }

    private static TrackFacts ready(TrackFacts track, int atLeast, String revision) {
        var pods = Math.max(Math.max(1, atLeast), track.desired());
        return new TrackFacts(true, pods, pods, true, revision);
    }

    private static TrackFacts unready(TrackFacts track) {
        return new TrackFacts(track.exists(), track.desired(), 0, track.rolledOut(), track.revision());
    }

    private void guardsChange() {
        var findings = recorded.seen().findings();
        if (findings.isEmpty()) return;
        var waiting = findings.stream()
                .filter(finding -> !finding.permitsAdvance())
                .map(finding -> finding.guard().label())
                .distinct()
                .toList();
        if (!waiting.isEmpty())
            consider(
                    "guard %s passes".formatted(String.join(", ", waiting)),
                    Altered.findings(
                            recorded.seen(),
                            findings.stream()
                                    .map(finding -> said(finding, Verdict.PASS))
                                    .toList()));
        findings.stream()
                .filter(finding -> finding.guard() == GuardName.ERRORS && finding.mode() != Mode.OBSERVE)
                .map(finding -> new Finding(
                        finding.guard(),
                        finding.mode(),
                        Verdict.FAIL,
                        Reason.ErrorsRegressed,
                        "AOT fails more often than JIT",
                        finding.figures()))
                .forEach(failed -> consider("guard errors fails", Altered.findings(recorded.seen(), List.of(failed))));
    }

    private static Finding said(Finding finding, Verdict verdict) {
        return new Finding(
                finding.guard(), finding.mode(), verdict, finding.reason(), finding.message(), finding.figures());
    }

    private void peopleAct() {
        var plan = recorded.plan();
        var given = plan.commands();
        if (plan.paused()) consider("spec.paused is false", plan.with(plan.goal(), false, given));
        if (given.paused())
            consider(
                    "aotrollout.dev/pause is removed", commanded(given.abort(), false, given.promote(), given.retry()));
        else consider("aotrollout.dev/pause is set", commanded(given.abort(), true, given.promote(), given.retry()));
        if (given.promote() == Promotion.NONE)
            consider(
                    "aotrollout.dev/promote=step is set",
                    commanded(given.abort(), given.paused(), Promotion.STEP, given.retry()));
        if (given.abort().isEmpty())
            consider(
                    "aotrollout.dev/abort is set",
                    commanded("on call", given.paused(), given.promote(), given.retry()));
        else consider("aotrollout.dev/abort is removed", commanded("", given.paused(), given.promote(), given.retry()));
        // A finished rollout is not measured; one that starts again is.
        var measured = recorded.with(
                Altered.answering(recorded.seen(), recorded.state().weight()));
        var again = commanded("", given.paused(), given.promote(), given.retry() + "+1");
        if (recorded.state().outcome() == Outcome.ROLLED_BACK)
            add("aotrollout.dev/retry gets a new value", measured.with(again).decision());
        var other = plan.goal() == Goal.AOT ? Goal.JIT : Goal.AOT;
        add(
                "spec.goal is " + other,
                measured.with(plan.with(other, plan.paused(), given)).decision());
    }

    private Plan commanded(String abort, boolean paused, Promotion promote, String retry) {
        var plan = recorded.plan();
        return plan.with(plan.goal(), plan.paused(), new Commands(abort, paused, promote, retry));
    }

    private void consider(String what, Plan plan) {
        add(what, recorded.with(plan).decision());
    }

    private void consider(String what, Observation seen) {
        add(what, recorded.with(seen).decision());
    }

    private void add(String what, Decision then) {
        if (!same(now, then)) changes.add(new Change(what, then));
    }

    private static boolean same(Decision one, Decision other) {
        return one.getClass() == other.getClass() && one.reason() == other.reason();
    }
}
