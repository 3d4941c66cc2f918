package dev.aotrollout.examples.demo.load;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests on a fixed schedule, whether or not earlier ones were answered, and never a second time: a stall or a failure is
 * recorded as the client would have suffered it.
 */
public final class LoadGenerator implements AutoCloseable {
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    /** java.net.http's own deadline ends with the headers; this one also covers the body. */
    private static final Duration BODY_GRACE = Duration.ofMillis(500);

    private final Target target;
    private final LoadPlan plan;
    private final Samples samples = new Samples();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    /** One party for the schedule, one for each request under way. */
    private final Phaser underWay = new Phaser(1);

    private final Thread schedule = new Thread(this::keepSchedule, "load-schedule");
    private volatile boolean stopped;

    private LoadGenerator(Target target, LoadPlan plan) {
        this.target = target;
        this.plan = plan;
    }

    /** Starts at once. */
    public static LoadGenerator start(Target target, LoadPlan plan) {
        var generator = new LoadGenerator(target, plan);
        generator.schedule.setDaemon(true);
        generator.schedule.start();
        return generator;
    }

    /** Sends nothing more and waits for what is under way, at most for the deadline of a request. */
    public void stop() throws InterruptedException {
        stopped = true;
        LockSupport.unpark(schedule);
        schedule.join();
        try {
            underWay.awaitAdvanceInterruptibly(
                    0, plan.deadline().plus(BODY_GRACE).plusSeconds(1).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("requests did not end within their deadline of " + plan.deadline(), e);
        }
    }

    @Override
    public void close() {
        stopped = true;
        LockSupport.unpark(schedule);
        client.shutdownNow();
    }

    /** What has ended so far, in the order of its end. */
    public List<Sample> samples() {
        return samples.all();
    }

    /** What has ended so far and was due at or after {@code from}. */
    public List<Sample> since(Instant from) {
        return samples.since(from);
    }

    /** How many failed so far. */
    public int failed() {
        return samples.failed();
    }

    private void keepSchedule() {
        var begunNanos = System.nanoTime();
        var begun = Instant.now();
        for (var number = 0; number < plan.mostRequests() && !stopped; number++) {
            var dueNanos = number * NANOS_PER_SECOND / plan.requestsPerSecond();
            pauseUntil(begunNanos + dueNanos);
            if (!stopped) {
                send(number, begun.plusNanos(dueNanos), begunNanos + dueNanos);
            }
        }
        underWay.arriveAndDeregister();
    }

    private void pauseUntil(long nanoTime) {
        long left;
        while (!stopped && (left = nanoTime - System.nanoTime()) > 0) {
            LockSupport.parkNanos(left);
        }
    }

    private void send(int number, Instant due, long dueNanos) {
        var route = Route.ofRequest(number);
        var request = route.request(target, number).timeout(plan.deadline()).build();
        var lag = Duration.ofNanos(Math.max(0, System.nanoTime() - dueNanos));
        underWay.register();
        var response = client.sendAsync(request, BodyHandlers.discarding());
        var _ = response.orTimeout(plan.deadline().plus(BODY_GRACE).toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((answer, thrown) -> {
                    var latency = Duration.ofNanos(System.nanoTime() - dueNanos);
                    samples.add(new Sample(due, lag, latency, route, outcome(answer, thrown)));
                    underWay.arriveAndDeregister();
                });
    }

    private static Outcome outcome(@Nullable HttpResponse<Void> answer, @Nullable Throwable thrown) {
        if (answer != null) {
            var track = answer.headers().firstValue("x-track").map(Track::ofHeader);
            return new Outcome.Answered(answer.statusCode(), track.orElse(Track.UNKNOWN));
        }
        return Outcome.lost(thrown == null ? new IllegalStateException("neither answer nor failure") : thrown);
    }

    /** What has ended, kept in the order of its end. */
    private static final class Samples {
        private final List<Sample> ended = new ArrayList<>();
        private int failed;

        synchronized void add(Sample sample) {
            ended.add(sample);
            if (sample.outcome().failed()) {
                failed++;
            }
        }

        synchronized List<Sample> all() {
            return List.copyOf(ended);
        }

        synchronized int failed() {
            return failed;
        }

        /** Looks back no further than needed, for this is asked twice a second. */
        synchronized List<Sample> since(Instant from) {
            var first = ended.size();
            while (first > 0 && !ended.get(first - 1).ended().isBefore(from)) {
                first--;
            }
            return ended.subList(first, ended.size()).stream()
                    .filter(sample -> !sample.scheduled().isBefore(from))
                    .toList();
        }
    }
}
