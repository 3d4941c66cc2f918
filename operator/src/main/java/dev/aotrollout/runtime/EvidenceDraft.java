package dev.aotrollout.runtime;

import dev.aotrollout.decision.Outcome;
import dev.aotrollout.evidence.Budget;
import dev.aotrollout.evidence.Conclusion;
import dev.aotrollout.evidence.Economics;
import dev.aotrollout.evidence.EvidenceDocument;
import dev.aotrollout.evidence.GuardAnswer;
import dev.aotrollout.evidence.Quality;
import dev.aotrollout.evidence.Sources;
import dev.aotrollout.evidence.Subject;
import dev.aotrollout.evidence.Verdicts;
import dev.aotrollout.judge.GuardName;
import dev.aotrollout.workload.AotNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes the document of one run out of what was recorded and gathered. */
final class EvidenceDraft {
    private static final double MILLIS = 1000;

    private EvidenceDraft() {}

    /** The same case and the same facts give the same document. */
    static EvidenceDocument write(EvidenceCase given, EvidenceFacts facts) {
        var spec = given.rollout().getSpec();
        var guards = EvidenceSections.guards(given);
        var answers = new EvidenceAnswers(facts.answers(), facts.frame());
        var figures = new EvidenceFigures(answers, guards);
        var budget = budget(given, facts, answers);
        var series = answers.series();
        var quality = quality(given, facts, answers, EvidenceAnswers.gaps(series));
        return new EvidenceDocument(
                EvidenceDocument.SCHEMA,
                facts.previous().orElse(null),
                subject(given, facts, guards),
                conclusion(given, Verdicts.remarks(guards, budget, quality)),
                EvidenceSections.course(given, facts.approvals()),
                guards,
                figures.startup(facts.jitPods(), facts.aotPods(), container(given)),
                figures.memory(),
                budget,
                figures.latency(spec.guards().latency().thresholdMillis() / MILLIS),
                figures.cpu(),
                figures.failures(facts.aotPods()),
                EvidenceSections.candidate(given),
                economics(given),
                quality,
                sources(facts, answers),
                series);
    }

    private static @Nullable Economics economics(EvidenceCase given) {
        var outcome = given.economics();
        return outcome == null ? null : Economics.of(outcome).orElse(null);
    }

    private static String container(EvidenceCase given) {
        return given.rollout().getSpec().aot().containers().getFirst().name();
    }

    private static Subject subject(EvidenceCase given, EvidenceFacts facts, List<GuardAnswer> guards) {
        var metadata = given.rollout().getMetadata();
        var spec = given.rollout().getSpec();
        var workload = spec.workloadRef().name();
        var container = container(given);
        var observed = given.status().observedGeneration();
        return new Subject(
                metadata.getNamespace(),
                metadata.getName(),
                metadata.getUid(),
                observed == null ? metadata.getGeneration() : observed,
                given.run().revision(),
                spec.traffic().service(),
                "Deployment/" + workload,
                EvidenceSections.runtime(spec.aot().runtime()),
                guards.stream()
                        .filter(guard -> guard.guard().equals(GuardName.COMPARABILITY.label()))
                        .map(GuardAnswer::message)
                        .findFirst()
                        .orElse(null),
                EvidenceBuilds.of(workload, kept(given, given.jit()), container, facts.jitPods()),
                EvidenceBuilds.of(
                        AotNames.of(given.rollout()).deployment(),
                        kept(given, given.aot()),
                        container,
                        facts.aotPods()),
                version());
    }

    /** The Deployments of the next run say nothing of this one. */
    private static <T> Optional<T> kept(EvidenceCase given, Optional<T> value) {
        return given.remembered() ? value : Optional.empty();
    }

    private static String version() {
        var version = EvidenceDraft.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }

    private static Conclusion conclusion(EvidenceCase given, List<String> remarks) {
        var run = given.run();
        var outcome = run.outcome() == Outcome.PROMOTED ? Conclusion.PROMOTED : Conclusion.ROLLED_BACK;
        return new Conclusion(
                outcome,
                run.ending().reason().name(),
                run.ending().message(),
                Verdicts.verdict(outcome, remarks),
                remarks,
                run.started().toString(),
                run.ending().at().toString(),
                run.weight());
    }

    private static Budget budget(EvidenceCase given, EvidenceFacts facts, EvidenceAnswers answers) {
        var spec = given.rollout().getSpec().errorBudget();
        var worst = answers.highest("burn");
        return new Budget(
                spec.objective(),
                spec.windowDays(),
                facts.budgetAtStart().remainingPercent().stream()
                        .boxed()
                        .findFirst()
                        .orElse(null),
                given.remembered() ? remainingAtEnd(given) : null,
                given.run().spentPercent(),
                spec.maxRolloutSpendPercent(),
                Double.isFinite(worst) ? worst : null);
    }

    private static @Nullable Double remainingAtEnd(EvidenceCase given) {
        var observed = given.status().observed();
        return observed == null || observed.budget() == null
                ? null
                : observed.budget().remainingPercent();
    }

    private static Quality quality(
            EvidenceCase given, EvidenceFacts facts, EvidenceAnswers answers, List<Quality.Gap> gaps) {
        var remarks = new ArrayList<>(facts.troubles());
        if (!given.remembered())
            remarks.add(
                    "what the guards said last is lost: the operator did not run when the run ended, and another began before this was written");
        remarks.addAll(answers.troubles());
        return new Quality(remarks.isEmpty(), remarks, gaps);
    }

    private static Sources sources(EvidenceFacts facts, EvidenceAnswers answers) {
        var queries = new ArrayList<>(answers.queries());
        new TreeMap<>(facts.budgetAtStart().queries())
                .forEach((promql, at) -> queries.add(new Sources.Query(
                        "budgetAtStart.both",
                        "requests and errors of the days before the run; the last instant that it was asked for",
                        "count",
                        promql,
                        at.toString(),
                        facts.budgetAtStart().trouble().isPresent() ? 0 : 1,
                        facts.budgetAtStart().trouble().orElse(null))));
        return new Sources(
                facts.prometheus(),
                facts.frame().from().toString(),
                facts.frame().to().toString(),
                facts.frame().step().toSeconds(),
                queries);
    }
}
