package dev.aotrollout.notify;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Takes notices and sees to it that every sink that wants them hears of them. */
public final class Courier implements AutoCloseable {
    private final List<Lane> lanes;
    private final Pace pace;
    private final InstantSource clock;

    /** To {@code notifications}; {@code journal} is told what becomes of each. */
    public Courier(Notifications notifications, InstantSource clock, Journal journal) {
        this(notifications.sinks(), Pace.USUAL, clock, journal);
    }

    Courier(List<Sink> sinks, Pace pace, InstantSource clock, Journal journal) {
        this.pace = pace;
        this.clock = clock;
        lanes = sinks.stream().map(sink -> new Lane(sink, pace, clock, journal)).toList();
    }

    /** Returns at once, whatever the sinks do. */
    public void send(Notice notice) {
        lanes.forEach(lane -> lane.send(notice));
    }

    /** Gives what waits one last chance, for a few seconds. */
    @Override
    public void close() {
        lanes.forEach(Lane::beginEnd);
        var until = clock.instant().plus(pace.farewell());
        try {
            for (var lane : lanes) lane.end(Duration.between(clock.instant(), until));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
