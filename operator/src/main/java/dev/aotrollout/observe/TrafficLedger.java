package dev.aotrollout.observe;

import dev.aotrollout.judge.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Requests in total, by route and by pod. What a counter counts is told by its name: a profile may have one for several purposes. */
final class TrafficLedger implements Ledger<TrafficLedger> {
    private final Profile profile;
    private final Pattern failed;
    private final Duration warmUp;
    private final Cells cells;
    private final RouteCells routes;
    private final PodBlocks pods;
    /** Those of the histogram that counted something. */
    private final Set<CounterKey> timedKeys;

    TrafficLedger(Profile profile, Duration warmUp, Instant anchor) {
        this.profile = profile;
        this.failed = Pattern.compile(profile.failed());
        this.warmUp = warmUp;
        this.cells = new Cells(anchor);
        this.routes = new RouteCells(anchor);
        this.pods = new PodBlocks(anchor);
        this.timedKeys = new HashSet<>();
    }

    private TrafficLedger(TrafficLedger other) {
        this.profile = other.profile;
        this.failed = other.failed;
        this.warmUp = other.warmUp;
        this.cells = other.cells.copy();
        this.routes = other.routes.copy();
        this.pods = other.pods.copy();
        this.timedKeys = new HashSet<>(other.timedKeys);
    }

    @Override
    public TrafficLedger copy() {
        return new TrafficLedger(this);
    }

    @Override
    public void add(Increase increase) {
        var key = increase.key();
        if (key.metric().equals(profile.latencyCount())) timedKeys.add(key);
        var tally = tally(increase);
        if (tally.equals(Tally.ZERO)) return;
        cells.add(increase.aot(), increase.atMillis(), tally);
        if (!profile.routeLabel().isEmpty() && !key.label(profile.routeLabel()).isEmpty())
            routes.add(key.label(profile.routeLabel()), increase.aot(), increase.atMillis(), tally);
        if (profile.track().podAnswers() && !key.pod().isEmpty())
            pods.add(key.pod(), increase.aot(), increase.atMillis(), tally);
    }

    private Tally tally(Increase increase) {
        var key = increase.key();
        var amount = increase.amount();
        var requests = key.metric().equals(profile.requests()) ? amount : 0;
        var errors = failed.matcher(key.label(profile.statusLabel())).matches() ? requests : 0;
        if (!isWarm(increase)) return new Tally(requests, errors, 0, 0);
        return new Tally(
                requests,
                errors,
                key.metric().equals(profile.latencyCount()) ? amount : 0,
                key.metric().equals(profile.latencyBucket()) ? amount : 0);
    }

    /** What a gateway counts is of no pod in particular. */
    private boolean isWarm(Increase increase) {
        return !profile.track().podAnswers()
                || Instant.ofEpochMilli(increase.atMillis())
                        .isAfter(increase.podCreated().plus(warmUp));
    }

    @Override
    public void settle(Instant until) {
        cells.compact(until);
        routes.settle(until);
    }

    /** What {@code window} counted in this ledger, with {@code bound} in seconds as the bound of its bucket samples; 0 for none. */
    Traffic traffic(CounterWindow<TrafficLedger> window, Instant now, double bound) {
        var resolved = bound > 0
                && timedKeys.stream()
                        .allMatch(key -> window.has(new CounterKey(profile.latencyBucket(), key.labels())));
        var spacing = window.spacingMillis();
        return new Traffic(
                cells.buckets(now, spacing, resolved),
                resolved ? bound : 0,
                routes.traffic(now, spacing, resolved),
                pods.jit(resolved),
                pods.aot(resolved));
    }
}
