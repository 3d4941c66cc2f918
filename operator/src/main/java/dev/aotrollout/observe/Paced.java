package dev.aotrollout.observe;

import dev.aotrollout.judge.Reading;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * One signal that is read at a rhythm of its own; in between, the last answer stands. A slow query is asked so rarely that it takes
 * at most a twentieth of the time. Used by one thread at a time.
 */
final class Paced<T> {
    private static final int REST = 20;

    private final InstantSource time;
    private final Duration rhythm;
    private final Signal<T> signal;
    private Optional<MetricsRequest> question = Optional.empty();
    private Instant next = Instant.MIN;
    private Reading<T> latest = unread();

    Paced(InstantSource time, Duration rhythm, Signal<T> signal) {
        this.time = time;
        this.rhythm = rhythm;
        this.signal = signal;
    }

    /** Reads it from a server. */
    @FunctionalInterface
    interface Signal<T> {
        Reading<T> read(MetricSource source, MetricsRequest request, Instant now);
    }

    Reading<T> latest() {
        return latest;
    }

    /** Reads it anew where that is due; an answer to another question is dropped at once. */
    void refresh(MetricSource source, MetricsRequest request, Instant now, Instant giveUp) {
        var asked = Optional.of(request.withoutPods());
        if (!asked.equals(question)) {
            latest = unread();
            next = Instant.MIN;
        }
        question = asked;
        var before = time.instant();
        if (now.isBefore(next) || before.isAfter(giveUp)) return;
        latest = signal.read(source, request, now);
        var rest = Duration.between(before, time.instant()).multipliedBy(REST);
        next = now.plus(rest.compareTo(rhythm) > 0 ? rest : rhythm);
    }

    private static <T> Reading<T> unread() {
        return new Reading.Missing<>("not read yet", true);
    }
}
