package dev.aotrollout.runtime;

import dev.aotrollout.cluster.Leadership;
import dev.aotrollout.cluster.WatchState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What the probes of the kubelet are told. Not live means that a new process would help: it never depends on whether the API server
 * is up. Not ready means that this process could not take over now.
 */
final class Health {
    /** Watches reconnect now and then, and back off while the API server is away. */
    private static final Duration READY_GRACE = Duration.ofSeconds(30);

    /** Longer than the longest back-off of a watch. */
    private static final Duration LIVE_GRACE = Duration.ofMinutes(3);

    /** Longer than a pass whose every request runs into its timeout. */
    private static final Duration STUCK = Duration.ofMinutes(5);

    /** What one probe is told, in words for whoever reads it. */
    record Answer(boolean isGood, String text) {}

    private final Supplier<List<WatchState>> watches;
    private final Leadership leadership;
    private final PassMeter passes;
    private final ApiContact contact;
    private final InstantSource clock;
    private final Map<String, Instant> deafSince = new ConcurrentHashMap<>();
    private volatile boolean started;

    Health(
            Supplier<List<WatchState>> watches,
            Leadership leadership,
            PassMeter passes,
            ApiContact contact,
            InstantSource clock) {
        this.watches = watches;
        this.leadership = leadership;
        this.passes = passes;
        this.contact = contact;
        this.clock = clock;
    }

    /** All caches were filled once. */
    void started() {
        started = true;
    }

    Answer startup() {
        if (started) return new Answer(true, "started");
        var missing = watches.get().stream()
                .filter(watch -> !watch.synced())
                .map(WatchState::name)
                .sorted()
                .collect(Collectors.joining(", "));
        return new Answer(false, "starting; not listed yet: " + (missing.isEmpty() ? "our own resources" : missing));
    }

    Answer ready() {
        if (!started) return startup();
        if (!leadership.isOfUse()) return new Answer(false, leadership.describe());
        return deaf(READY_GRACE, Instant.MIN)
                .map(why -> new Answer(false, why))
                .orElseGet(() -> new Answer(true, leadership.describe()));
    }

    Answer live() {
        if (!started) return new Answer(true, "starting");
        return trouble().map(why -> new Answer(false, why)).orElseGet(() -> new Answer(true, "live"));
    }

    private Optional<String> trouble() {
        var now = clock.instant();
        if (!leadership.isAlive()) return Optional.of("the election has ended: " + leadership.describe());
        return ended().or(() -> stuck(now)).or(() -> contact.since(now).flatMap(since -> deaf(LIVE_GRACE, since)));
    }

    private Optional<String> ended() {
        return watches.get().stream()
                .filter(watch -> watch.synced() && !watch.running())
                .findFirst()
                .map(watch ->
                        "the watch of %s has ended; decisions would rest on an old world".formatted(watch.name()));
    }

    private Optional<String> stuck(Instant now) {
        return passes.oldest()
                .filter(pass -> now.isAfter(pass.since().plus(STUCK)))
                .map(pass -> "a pass of %s over %s has been running since %s"
                        .formatted(pass.controller(), pass.resource(), pass.since()));
    }

    /** A watch that has heard nothing for longer than {@code grace}, counted from {@code from} at the earliest. */
    private Optional<String> deaf(Duration grace, Instant from) {
        var now = clock.instant();
        var deaf = watches.get().stream()
                .filter(watch -> watch.synced() && !(watch.running() && watch.watching()))
                .map(WatchState::name)
                .collect(Collectors.toSet());
        deafSince.keySet().retainAll(deaf);
        deaf.forEach(name -> deafSince.putIfAbsent(name, now));
        return deafSince.entrySet().stream()
                .filter(entry -> now.isAfter(later(entry.getValue(), from).plus(grace)))
                .min(Map.Entry.comparingByValue())
                .map(entry -> "the watch of %s hears nothing since %s; decisions would rest on an old world"
                        .formatted(entry.getKey(), entry.getValue()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
