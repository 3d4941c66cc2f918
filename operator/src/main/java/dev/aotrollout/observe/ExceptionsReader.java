package dev.aotrollout.observe;

import dev.aotrollout.judge.Exceptions;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.observe.Profile.ExceptionCounter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Exceptions that both tracks threw since the anchor, counted as requests are. */
final class ExceptionsReader {
    private Optional<Key> key = Optional.empty();
    private Optional<CounterReader<ExceptionLedger>> reader = Optional.empty();

    Reading<Exceptions> read(MetricSource source, MetricsRequest request, Instant now) {
        var counters = request.profile().exceptions();
        if (counters.isEmpty()) return new Reading.Missing<>("the profile has no counter of exceptions");
        var wanted = Optional.of(Key.of(request, now));
        if (!wanted.equals(key)) reader = Optional.empty();
        key = wanted;
        var current = reader.filter(r -> r.precedes(now))
                .orElseGet(() -> new CounterReader<>(
                        wanted.get().selection(), wanted.get().start(), new ExceptionLedger(counters)));
        reader = Optional.of(current);
        current.know(request.tracks());
        var unread = current.catchUp(source, "", now, (_, _, _) -> Optional.empty());
        if (unread.isPresent())
            return new Reading.Missing<>(unread.get().why(), unread.get().pending());
        var window = current.window();
        // A counter that nothing was thrown into may not be there yet: no sign of trouble, but no proof of health
        // either.
        return window.values().isEmpty()
                ? new Reading.Missing<>("no series of " + names(counters)
                        + ": nothing was thrown yet, or the processes do not export their runtime's metrics")
                : new Reading.Known<>(window.ledger().exceptions(), now);
    }

    private static String names(List<ExceptionCounter> counters) {
        return counters.stream().map(ExceptionCounter::metric).distinct().collect(Collectors.joining(", "));
    }

    /** What makes a window another one. */
    private record Key(Selection selection, Instant start) {
        static Key of(MetricsRequest request, Instant now) {
            var counters = request.profile().exceptions();
            return new Key(
                    Selection.ofPods(
                            counters.stream()
                                    .map(ExceptionCounter::metric)
                                    .distinct()
                                    .toList(),
                            counters.stream().map(ExceptionCounter::label).collect(Collectors.toSet()),
                            request.tracks().withoutPods()),
                    CounterReader.start(request.timing(), now));
        }
    }
}
