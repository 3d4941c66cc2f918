package dev.aotrollout.cli;

import dev.aotrollout.api.AotRolloutStatus;
import dev.aotrollout.api.AotRolloutStatus.FindingStatus;
import dev.aotrollout.api.ObservedStatus.TrackStatus;
import dev.aotrollout.decision.Observation;
import dev.aotrollout.decision.Outcome;
import dev.aotrollout.decision.Plan;
import dev.aotrollout.decision.RolloutState;
import dev.aotrollout.decision.RouteFacts;
import dev.aotrollout.decision.TrackFacts;
import dev.aotrollout.decision.Trouble;
import dev.aotrollout.judge.Bucket;
import dev.aotrollout.judge.Budget;
import dev.aotrollout.judge.Counts;
import dev.aotrollout.judge.Evidence;
import dev.aotrollout.judge.Metrics;
import dev.aotrollout.judge.Pods;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.judge.Reason;
import dev.aotrollout.judge.Traffic;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From a status back to the observation that led to it; what is not in the status is assumed, and named. */
final class ObservationReader {
    private static final Set<Reason> NO_TROUBLE = EnumSet.of(Reason.AsExpected, Reason.TracksUnready);
    /** Requests of JIT where the status only says that AOT had none. */
    private static final long SOME_REQUESTS = 1000;

    private final Plan plan;
    private final RolloutState state;
    private final AotRolloutStatus status;
    private final List<String> assumed = new ArrayList<>();

    ObservationReader(Plan plan, RolloutState state, AotRolloutStatus status) {
        this.plan = plan;
        this.state = state;
        this.status = status;
    }

    List<String> assumed() {
        return assumed;
    }

    Observation read() {
        var now = now();
        var running = state.outcome() == Outcome.RUNNING;
        var findings = running ? findings() : List.<FindingStatus>of();
        var metrics =
                Metrics.missing("not in the status").withTraffic(traffic(now)).withBudget(budget(now));
        return new Observation(
                now,
                jit(),
                aot(),
                route(),
                troubles(),
                new Evidence(now, state.window(plan, now), metrics, Pods.NONE),
                findings.stream().map(FindingReader::read).toList(),
                AdmissionReader.read(status, now));
    }

    private Instant now() {
        if (status.recordedAt() != null) return Instant.parse(status.recordedAt());
        assumed.add("status.recordedAt is missing: the time is taken as the start of the step");
        return state.hasShifted() ? state.clock().shifted() : Instant.EPOCH;
    }

    private TrackFacts jit() {
        if (status.observed() != null) return track(status.observed().jit());
        assumed.add("status.observed is missing: all JIT pods are ready");
        return new TrackFacts(true, state.jit().capacity(), state.jit().capacity(), true, "");
    }

    private TrackFacts aot() {
        if (status.observed() != null) return track(status.observed().aot());
        assumed.add("status.observed is missing: all AOT pods are ready");
        var needed = plan.aotReplicas()
                .forWeight(
                        plan.step(state.step()).weight(),
                        Math.max(1, state.jit().capacity()));
        return new TrackFacts(true, needed, needed, true, plan.revision());
    }

    private static TrackFacts track(@Nullable TrackStatus track) {
        if (track == null) return TrackFacts.ABSENT;
        var revision = track.revision() == null ? "" : track.revision();
        return new TrackFacts(true, track.desired(), track.ready(), track.rolledOut(), revision);
    }

    private RouteFacts route() {
        var observed = status.observed();
        if (observed == null || observed.routes() == null) {
            assumed.add("status.observed is missing: the routes ask for weight " + state.weight());
            return new RouteFacts(state.weight(), state.weight(), true, "");
        }
        var routes = observed.routes();
        var why = condition("TrafficServed").map(Condition::getMessage).orElse("");
        return new RouteFacts(routes.weight(), routes.lowestWeight(), routes.accepted(), routes.accepted() ? "" : why);
    }

    /** Only the first one is recorded, with the pods of both tracks behind it. */
    private List<Trouble> troubles() {
        return condition("TracksReady")
                .filter(condition -> !NO_TROUBLE.contains(Reason.valueOf(condition.getReason())))
                .map(condition -> new Trouble(
                        Reason.valueOf(condition.getReason()),
                        condition.getMessage().replaceFirst("; JIT \\d+ of \\d+ pods ready.*$", "")))
                .stream()
                .toList();
    }

    private Reading<Traffic> traffic(Instant now) {
        var metrics = condition("MetricsAvailable");
        if (metrics.isEmpty()) assumed.add("the condition MetricsAvailable is missing: the metrics are");
        var known = metrics.isEmpty() || metrics.get().getStatus().equals("True");
        if (!known)
            return new Reading.Missing<>(
                    metrics.get().getMessage(), metrics.get().getReason().equals(Reason.MetricsPending.name()));
        var counts = findings().stream()
                .filter(finding -> finding.guard().equals("errors"))
                .findFirst()
                .map(this::bucketOf)
                .orElse(new TwoCounts(Counts.ZERO, Counts.ZERO));
        if (state.outcome() == Outcome.RUNNING && state.hasShifted())
            assumed.add(
                    "the requests of the step are rebuilt from the errors guard and status.served, as if all were recent");
        return new Reading.Known<>(new Traffic(List.of(new Bucket(now, counts.jit(), counts.aot())), 0), now);
    }

    private record TwoCounts(Counts jit, Counts aot) {}

    private TwoCounts bucketOf(FindingStatus errors) {
        var aot = errors.samples() == null ? 0 : errors.samples();
        return new TwoCounts(counts(jitRequests(aot), errors.jit()), counts(aot, errors.aot()));
    }

    /** Where nobody asked for anything, status.served is the weight that is asked for, and 0 where only JIT was asked. */
    private long jitRequests(long aot) {
        var share = share();
        if (aot == 0) return share > 0 ? 0 : SOME_REQUESTS;
        return share > 0 ? Math.round(aot * (1 - share) / share) : 0;
    }

    private double share() {
        try {
            return status.served() == null ? 0 : Double.parseDouble(status.served()) / 100;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static Counts counts(long requests, @Nullable Double errorRatio) {
        return new Counts(requests, errorRatio == null ? 0 : Math.round(requests * errorRatio), 0);
    }

    private Reading<Budget> budget(Instant now) {
        var observed = status.observed();
        if (observed != null && observed.budget() != null)
            return new Reading.Known<>(
                    new Budget(
                            observed.budget().allowedErrors(), observed.budget().remainingPercent()),
                    now);
        if (observed == null
                && condition("MetricsAvailable")
                        .filter(c -> c.getStatus().equals("True"))
                        .isPresent()) {
            assumed.add("status.observed is missing: the error budget is untouched");
            return new Reading.Known<>(new Budget(1, 100), now);
        }
        var pending = condition("Reconciling")
                .filter(condition -> condition.getReason().equals(Reason.MetricsPending.name()))
                .isPresent();
        return new Reading.Missing<>(status.message() == null ? "no error budget" : status.message(), pending);
    }

    private List<FindingStatus> findings() {
        return status.findings() == null ? List.of() : status.findings();
    }

    private Optional<Condition> condition(String type) {
        return status.conditions() == null
                ? Optional.empty()
                : status.conditions().stream()
                        .filter(condition -> condition.getType().equals(type))
                        .findFirst();
    }
}
