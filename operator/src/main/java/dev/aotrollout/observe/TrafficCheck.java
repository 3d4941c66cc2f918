package dev.aotrollout.observe;

import dev.aotrollout.judge.Reading;
import dev.aotrollout.judge.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether what a window holds describes the present: old samples must not look like a service without trouble. */
record TrafficCheck(MetricsRequest request, CounterWindow<?> window, Instant now) {
    private static final int MISSED_SCRAPES = 3;
    private static final Duration GRACE = Duration.ofSeconds(5);
    /** Until two scrapes of a pod were seen; the longest interval in common use. */
    private static final Duration UNKNOWN_SPACING = Duration.ofSeconds(60);

    Reading<Traffic> accept(Traffic traffic) {
        var values = window.values();
        if (values.isEmpty()) return new Reading.Missing<>(noCounters());
        var ofBoth = values.stream().filter(window::isOfBothTracks).findFirst();
        if (ofBoth.isPresent()) return new Reading.Missing<>(ambiguous(ofBoth.get()));
        var jit = freshness(request.tracks().jit());
        var aot = freshness(request.tracks().aot());
        // Where no pod of today has samples, those of yesterday's pods must not pass for current.
        var all = window.freshness();
        var trouble = jit.isKnown() || aot.isKnown()
                ? stale("JIT", jit, all).or(() -> stale("AOT", aot, all))
                : stale("JIT and AOT", all, all);
        if (trouble.isPresent()) return new Reading.Missing<>(trouble.get());
        return new Reading.Known<>(
                traffic,
                Stream.of(jit, aot)
                        .filter(Freshness::isKnown)
                        .map(Freshness::newest)
                        .min(Comparator.naturalOrder())
                        .orElseGet(all::newest));
    }

    private Freshness freshness(TrackPods track) {
        Set<String> names = track.pods().stream().map(ObservedPod::name).collect(Collectors.toSet());
        return window.freshness(names);
    }

    private Optional<String> stale(String tracks, Freshness own, Freshness all) {
        if (!own.isKnown()) return Optional.empty();
        var age = Duration.between(own.newest(), now);
        var limit = limit(own.spacingMillis() > 0 ? own.spacingMillis() : all.spacingMillis());
        return age.compareTo(limit) <= 0
                ? Optional.empty()
                : Optional.of(
                        "the newest sample of the %s pods is %d s old, limit %d s: check that Prometheus scrapes them"
                                .formatted(tracks, age.toSeconds(), limit.toSeconds()));
    }

    private Duration limit(long spacingMillis) {
        var spacing = spacingMillis > 0 ? Duration.ofMillis(spacingMillis) : UNKNOWN_SPACING;
        var longer = spacing.compareTo(request.timing().interval()) > 0
                ? spacing
                : request.timing().interval();
        return longer.multipliedBy(MISSED_SCRAPES).plus(GRACE);
    }

    private String ambiguous(String value) {
        return request.profile().track().jit().contains("{{pods}}")
                ? "pod %s can be of either track: Kubernetes cut the Deployment's name; use a name of at most 56 characters"
                        .formatted(value)
                : "%s=\"%s\" can be of either track: make metrics.customProfile.track.value more exact"
                        .formatted(request.profile().track().label(), value);
    }

    private String noCounters() {
        var tracks = request.tracks();
        var by = request.profile().track();
        return "no %s series for namespace %s, %s of %s and %s: check metrics.profile and that Prometheus scrapes %s"
                .formatted(
                        request.profile().requests(),
                        tracks.namespace(),
                        by.podAnswers() ? "pods" : by.label(),
                        tracks.jit().deployment(),
                        tracks.aot().deployment(),
                        by.podAnswers() ? "the pods" : "the gateway, with honorLabels where it renames its labels");
    }
}
