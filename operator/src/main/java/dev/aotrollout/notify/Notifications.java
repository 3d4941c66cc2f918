package dev.aotrollout.notify;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Who is notified, of what and how, as configured. */
public record Notifications(List<Sink> sinks) {
    /** Nobody. */
    public static final Notifications NONE = new Notifications(List.of());

    public Notifications {
        sinks = List.copyOf(sinks);
    }

    /** What one sink made of a test. */
    public record Tried(String sink, boolean delivered, String why) {}

    /** From a YAML file. Throws {@link NotificationsInvalid}, with everything that is wrong. */
    public static Notifications read(Path file) {
        return NotificationsReader.read(file);
    }

    /** Of the sinks, as configured. */
    public List<String> names() {
        return sinks.stream().map(Sink::name).toList();
    }

    /** Sends every sink a test, once. */
    public List<Tried> test(InstantSource clock) {
        var sample = Fields.SAMPLE;
        var at = clock.instant();
        var notice = new Notice(
                "test-" + at.toEpochMilli(),
                sample.happening(),
                sample.severity(),
                sample.about(),
                sample.reason(),
                sample.message(),
                at,
                sample.progress());
        var post = new Post(clock);
        var tried = new ArrayList<Tried>();
        try {
            for (var sink : sinks)
                tried.add(
                        switch (post.send(sink, notice)) {
                            case Attempt.Delivered() -> new Tried(sink.name(), true, "");
                            case Attempt.Refused(var why) -> new Tried(sink.name(), false, why);
                            case Attempt.Failed(var why, var _) -> new Tried(sink.name(), false, why);
                        });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.copyOf(tried);
    }
}
