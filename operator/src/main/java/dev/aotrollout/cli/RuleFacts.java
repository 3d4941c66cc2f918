package dev.aotrollout.cli;

import dev.aotrollout.decision.Decider;
import dev.aotrollout.decision.Moments;
import dev.aotrollout.decision.NamedRule;
import dev.aotrollout.decision.TrackFacts;
import dev.aotrollout.decision.WaveSlot;
import dev.aotrollout.judge.Budget;
import dev.aotrollout.judge.Finding;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.judge.Text;
import java.time.Instant;
import java.util.stream.Collectors;

/** The numbers that a rule looked at, in a few words. */
final class RuleFacts {
    private RuleFacts() {}

    static String of(NamedRule rule, Recorded recorded) {
        var state = recorded.state();
        var plan = recorded.plan();
        var seen = recorded.seen();
        return switch (rule) {
            case ROLLED_BACK_STAYS_DOWN, PROMOTED_RESTS -> "outcome " + state.outcome();
            case ABORT_ROLLS_BACK -> plan.commands().abort().isEmpty() ? "annotation absent" : "annotation set";
            case GOAL_JIT_ROLLS_BACK -> "goal " + plan.goal();
            case EXEMPTED_ROLLS_BACK, REFUSED_HOLDS, WAVE_WAITS, FIRST_APPROVAL_WAITS, APPROVAL_WAITS ->
                policy(rule, recorded);
            case NO_READY_AOT_POD_ROLLS_BACK -> "weight %s, AOT %s".formatted(state.weight(), pods(seen.aot()));
            case REGRESSION_ROLLS_BACK, THIN_EVIDENCE_WAITS -> guards(recorded);
            case TOO_MUCH_WEIGHT_LOWERS ->
                "weight %s, step %s"
                        .formatted(
                                state.weight(),
                                state.step() < 0
                                        ? "none"
                                        : plan.step(state.step()).weight());
            case TROUBLE_HOLDS -> seen.troubles().size() + " troubles";
            case PAUSED_HOLDS ->
                "spec.paused %s, annotation %s"
                        .formatted(plan.paused(), plan.commands().paused() ? "set" : "absent");
            case BLIND_HOLDS -> metrics(recorded);
            case OLD_REVISION_DRAINS ->
                "AOT pods %s, plan %s".formatted(blank(seen.aot().revision()), blank(plan.revision()));
            case UNREADY_JIT_WAITS ->
                "JIT %s, %s needed".formatted(pods(seen.jit()), state.jit().capacity());
            case FIRST_STEP_BEGINS, LAST_STEP_PROMOTES, NEXT_STEP_ADVANCES ->
                "step %s of %s".formatted(state.step() + 1, plan.steps().size());
            case UNREADY_AOT_WAITS -> "AOT " + pods(seen.aot());
            case READY_TRACKS_SHIFT -> "asked " + moment(state.clock().shifted());
            case UNSERVED_WEIGHT_WAITS -> "served " + moment(state.clock().served());
            case SOAK_WAITS ->
                "soak %s, served %s"
                        .formatted(
                                Moments.text(plan.step(state.step()).soak()),
                                moment(state.clock().served()));
        };
    }

    private static String policy(NamedRule rule, Recorded recorded) {
        var admission = recorded.seen().admission();
        if (rule == NamedRule.EXEMPTED_ROLLS_BACK)
            return recorded.plan().exemption().isEmpty() ? "no exception counts" : "an exception counts";
        if (rule == NamedRule.REFUSED_HOLDS) return admission.objections().size() + " objections";
        return rule == NamedRule.WAVE_WAITS ? wave(admission.wave()) : gate(recorded);
    }

    private static String wave(WaveSlot slot) {
        return switch (slot) {
            case WaveSlot.Free() -> "no wave";
            case WaveSlot.Admitted(var _) -> "admitted";
            case WaveSlot.Waits(var _, var _) -> "waits for a slot";
            case WaveSlot.Held(var _, var _) -> "held";
        };
    }

    private static String gate(Recorded recorded) {
        return Decider.gate(recorded.plan(), recorded.state(), recorded.seen())
                .map(answer -> "%s of %s approvals"
                        .formatted(answer.approvers().size(), answer.gate().required()))
                .orElse("none needed");
    }

    private static String pods(TrackFacts track) {
        return track.exists() ? "%s of %s pods ready".formatted(track.ready(), track.desired()) : "not there";
    }

    private static String guards(Recorded recorded) {
        var findings = recorded.seen().findings();
        if (findings.isEmpty()) return "nothing judged";
        var open = findings.stream()
                .filter(finding -> !finding.permitsAdvance())
                .map(Finding::guard)
                .map(guard -> guard.label())
                .distinct()
                .collect(Collectors.joining(", "));
        return open.isEmpty() ? "%s guards passed".formatted(findings.size()) : "not passed: " + open;
    }

    private static String metrics(Recorded recorded) {
        var evidence = recorded.seen().evidence();
        if (evidence.traffic() instanceof Reading.Missing) return "no requests";
        return evidence.budget() instanceof Reading.Known<Budget>(var budget, var _)
                ? "%s of the error budget left".formatted(Text.percent(budget.remainingPercent()))
                : "no error budget";
    }

    private static String moment(Instant instant) {
        return instant.equals(Instant.MAX) ? "not yet" : Moments.text(instant);
    }

    private static String blank(String text) {
        return text.isEmpty() ? "none" : text;
    }
}
