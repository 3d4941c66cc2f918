package dev.aotrollout.governance;

import dev.aotrollout.decision.Admission;
import dev.aotrollout.decision.Objection;
import dev.aotrollout.governance.Assessment.Verdict;
import dev.aotrollout.judge.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Asks the five checks and holds their answers to the rubric. */
public final class Gatekeeper {
    private static final Set<CheckName> BEFORE_START = EnumSet.of(
            CheckName.WORKLOAD_ECONOMICS,
            CheckName.DEPENDENCY_COMPATIBILITY,
            CheckName.OPERATIONAL_RISK,
            CheckName.TEAM_READINESS);
    /** Pods restart and figures go missing for a moment: once it runs, other rules answer for that. */
    private static final Set<CheckName> AFTER_START =
            EnumSet.of(CheckName.DEPENDENCY_COMPATIBILITY, CheckName.TEAM_READINESS);

    private Gatekeeper() {}

    /** What governance says of a rollout at {@code now}. */
    public static Assessment assess(Dossier dossier, Instant now) {
        var rubric = dossier.rubric() instanceof RubricFacts.Found(var found) ? found : Rubric.NONE;
        var checks = List.of(
                WorkloadEconomics.check(dossier, rubric),
                DependencyCompatibility.check(dossier, rubric),
                OperationalRisk.check(dossier, rubric, now),
                TeamReadiness.check(dossier, rubric, now),
                RolloutSequence.check(dossier.wave()));
        var scorecard = Scorecard.of(rubric, checks);
        var complaints = complaints(dossier, checks, scorecard);
        var blocking = !(dossier.rubric() instanceof RubricFacts.NotNamed);
        return new Assessment(
                checks,
                scorecard,
                blocking,
                verdict(complaints, scorecard, blocking),
                dossier.libraries(),
                dossier.exceptions().stream()
                        .filter(exception -> exception.counts(now))
                        .toList(),
                Exemption.of(dossier.rollout(), dossier.exceptions(), now),
                new Admission(
                        objections(dossier, blocking ? complaints : List.of(), now),
                        dossier.wave(),
                        dossier.approvals(),
                        dossier.author()));
    }

    /** The most important first. */
    private static List<Verdict> complaints(Dossier dossier, List<Check> checks, Scorecard scorecard) {
        var started = dossier.cluster().started();
        var complaints = new ArrayList<Verdict>();
        missing(dossier.rubric()).ifPresent(complaints::add);
        var counted = started ? AFTER_START : BEFORE_START;
        for (var answer : List.of(Answer.FAILED, Answer.UNKNOWN))
            checks.stream()
                    .filter(check -> counted.contains(check.name()) && check.answer() == answer)
                    .map(check -> new Verdict(answer, check.reason(), check.message()))
                    .forEach(complaints::add);
        scorecard.hardStops(counted, checks).forEach(complaints::add);
        if (!started) scorecard.tooLow().ifPresent(complaints::add);
        return complaints;
    }

    private static Optional<Verdict> missing(RubricFacts rubric) {
        return rubric instanceof RubricFacts.Missing(var name)
                ? Optional.of(new Verdict(
                        Answer.UNKNOWN,
                        Reason.RubricMissing,
                        "AOTCandidateRubric %s does not exist; create it, or name another in spec.candidate.rubric"
                                .formatted(name)))
                : Optional.empty();
    }

    private static Verdict verdict(List<Verdict> complaints, Scorecard scorecard, boolean blocking) {
        var first = complaints.isEmpty()
                ? new Verdict(Answer.PASSED, Reason.CandidatePassed, scorecard.sentence())
                : complaints.getFirst();
        if (blocking) return first;
        var message = "no rubric is named: the checks inform; " + first.message();
        return new Verdict(first.answer(), first.reason(), message);
    }

    private static List<Objection> objections(Dossier dossier, List<Verdict> complaints, Instant now) {
        var invalid = dossier.exceptions().stream()
                .filter(exception -> exception.keepsOnJit(dossier.rollout()))
                .filter(exception -> exception.state(now) == ExceptionFacts.State.INVALID)
                .map(exception -> new Objection(Reason.ExceptionInvalid, exception.sentence(now)));
        var refused = complaints.stream().map(complaint -> new Objection(complaint.reason(), complaint.message()));
        return Stream.concat(invalid, refused).toList();
    }
}
