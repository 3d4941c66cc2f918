package dev.aotrollout.runtime;

import dev.aotrollout.api.AotApproval;
import dev.aotrollout.cluster.EvidenceStore;
import dev.aotrollout.evidence.EvidenceDocument.Link;
import dev.aotrollout.observe.Frame;
import dev.aotrollout.observe.MetricSource;
import dev.aotrollout.observe.MetricsRequest;
import dev.aotrollout.observe.PastBudget;
import dev.aotrollout.observe.QueryResult;
import dev.aotrollout.observe.SeriesAnswer;
import dev.aotrollout.observe.SeriesQuestion;
import dev.aotrollout.observe.SeriesReader;
import dev.aotrollout.observe.TrackPods;
import dev.aotrollout.observe.Tracks;
import dev.aotrollout.workload.AotNames;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Gathers what one pack is made of. Asked again, it asks only for what it did not get. Used by one thread at a time. */
final class EvidenceGathering {
    private final EvidenceCase given;
    private final EvidenceStore store;
    private final Connections connections;
    private final InstantSource time;
    private final Map<SeriesQuestion, SeriesAnswer> answers = new LinkedHashMap<>();
    private final List<String> troubles = new ArrayList<>();
    private Optional<List<Pod>> jitPods = Optional.empty();
    private Optional<List<Pod>> aotPods = Optional.empty();
    private Optional<List<AotApproval>> approvals = Optional.empty();
    private PastBudget budgetAtStart = PastBudget.UNASKED;
    private String prometheus = "";
    private boolean worthAnotherTry;

    EvidenceGathering(EvidenceCase given, EvidenceStore store, Connections connections, InstantSource time) {
        this.given = given;
        this.store = store;
        this.connections = connections;
        this.time = time;
    }

    /** Whether a later attempt could get more. */
    boolean isWorthAnotherTry() {
        return worthAnotherTry;
    }

    /** Everything so far; throws Fabric8's exception where not even the packs before can be listed. */
    EvidenceFacts gather() {
        troubles.clear();
        worthAnotherTry = false;
        askCluster();
        var frame = new Frame(given.run().started(), given.run().ending().at());
        askPrometheus(frame);
        return new EvidenceFacts(
                previous(),
                frame,
                prometheus,
                List.copyOf(answers.values()),
                budgetAtStart,
                jitPods.orElse(List.of()),
                aotPods.orElse(List.of()),
                approvals.orElse(List.of()),
                troubles);
    }

    /** The newest pack of the service that ended before; whoever deleted the rollout in between did not end the chain. */
    private Optional<Link> previous() {
        return store.packsNow(given.namespace(), given.key().name()).stream()
                .filter(pack -> Instant.parse(pack.getSpec().endedAt())
                        .isBefore(given.run().ending().at()))
                .reduce((_, later) -> later)
                .map(pack ->
                        new Link(pack.getMetadata().getName(), pack.getSpec().digest()));
    }

    private void askCluster() {
        var namespace = given.namespace();
        approvals = kept(
                approvals,
                "approvals",
                () -> store.approvals(namespace, given.key().name(), given.run().revision()));
        // Pods of the next run say nothing of this one.
        if (!given.remembered()) return;
        var aot = new LabelSelectorBuilder()
                .addToMatchLabels(AotNames.of(given.rollout()).aotPods())
                .build();
        aotPods = kept(aotPods, "AOT pods", () -> store.pods(namespace, aot));
        jitPods = kept(
                jitPods,
                "JIT pods",
                () -> given.jit()
                        .map(jit -> store.pods(namespace, jit.getSpec().getSelector()))
                        .orElse(List.of()));
    }

    private <T> Optional<List<T>> kept(Optional<List<T>> known, String what, Supplier<List<T>> ask) {
        if (known.isPresent()) return known;
        try {
            return Optional.of(ask.get());
        } catch (KubernetesClientException e) {
            troubles.add("%s could not be listed (%s); allow the operator to list them".formatted(what, e.getCode()));
            worthAnotherTry = true;
            return Optional.empty();
        }
    }

    private void askPrometheus(Frame frame) {
        switch (connections.resolve(given.rollout())) {
            case Connections.Resolved.Missing(var why) -> {
                troubles.add(why);
                worthAnotherTry = true;
            }
            case Connections.Resolved.Ready(var connection) -> {
                prometheus = connection.server();
                var request = MetricsQuestions.of(
                        given.rollout().getSpec(), tracks(), given.run().started());
                var bad = request.profile().trouble();
                if (bad.isPresent()) troubles.add(bad.get());
                else askAll(connections.open(connection), request, frame);
            }
        }
    }

    /** One query that got no answer at all is enough for one attempt: the others would wait for as long. */
    private void askAll(MetricSource source, MetricsRequest request, Frame frame) {
        var down = "";
        for (var question : SeriesReader.questions(request, frame)) {
            var before = answers.get(question);
            if (before != null && before.result() instanceof QueryResult.Series) continue;
            var answer = down.isEmpty() ? SeriesReader.ask(source, question) : unasked(question, down);
            answers.put(question, answer);
            if (!(answer.result() instanceof QueryResult.Unavailable(var why, var answered))) continue;
            worthAnotherTry = true;
            if (!answered && down.isEmpty()) down = why;
        }
        if (!down.isEmpty()) troubles.add(down);
        else askBudget(source, request, frame);
    }

    private static SeriesAnswer unasked(SeriesQuestion question, String down) {
        return new SeriesAnswer(question, new QueryResult.Unavailable("not asked: " + down, false));
    }

    private void askBudget(MetricSource source, MetricsRequest request, Frame frame) {
        if (budgetAtStart.trouble().isPresent()) budgetAtStart = PastBudget.at(source, request, frame.from(), time);
        budgetAtStart
                .trouble()
                .ifPresent(why -> troubles.add("the error budget when the run began is not known: " + why));
    }

    private Tracks tracks() {
        var spec = given.rollout().getSpec();
        var names = AotNames.of(given.rollout());
        return new Tracks(
                given.namespace(),
                spec.aot().containers().getFirst().name(),
                new TrackPods(spec.workloadRef().name(), spec.traffic().service(), List.of()),
                new TrackPods(names.deployment(), names.aotService(), List.of()));
    }
}
