package dev.aotrollout.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The way to one sink: a bounded queue and one thread, so that notices arrive in order and a sink that hangs holds up no other.
 * Nothing that is told here waits for it.
 */
final class Lane {
    /** What waits, as a task of the executor. */
    private record Parcel(Lane lane, Notice notice, Instant accepted) implements Runnable {
        @Override
        public void run() {
            lane.deliver(this);
        }
    }

    private final Sink sink;
    private final Post post;
    private final Pace pace;
    private final InstantSource clock;
    private final Journal journal;
    private final CountDownLatch ending = new CountDownLatch(1);
    private final ThreadPoolExecutor thread;

    Lane(Sink sink, Pace pace, InstantSource clock, Journal journal) {
        this.sink = sink;
        this.pace = pace;
        this.clock = clock;
        this.journal = journal;
        post = new Post(clock);
        thread = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(pace.capacity()),
                Thread.ofPlatform().daemon().name("notify-" + sink.name()).factory());
    }

    /** Never waits. */
    void send(Notice notice) {
        if (!sink.wants(notice)) return;
        try {
            thread.execute(new Parcel(this, notice, clock.instant()));
        } catch (RejectedExecutionException e) {
            if (thread.isShutdown()) end(notice, Journal.Ending.LOST, "the operator ends");
            else end(notice, Journal.Ending.OVERFLOWED, "%s notices wait for it".formatted(pace.capacity()));
        }
    }

    private void deliver(Parcel parcel) {
        var deadline = parcel.accepted().plus(pace.giveUpAfter());
        var pause = pace.firstPause();
        try {
            while (true) {
                switch (post.send(sink, parcel.notice())) {
                    case Attempt.Delivered() -> {
                        end(parcel.notice(), Journal.Ending.DELIVERED, "");
                        return;
                    }
                    case Attempt.Refused(var why) -> {
                        end(parcel.notice(), Journal.Ending.REFUSED, why);
                        return;
                    }
                    case Attempt.Failed(var why, var after) -> {
                        var wait = after.compareTo(pause) > 0 ? after : pause;
                        if (clock.instant().plus(wait).isAfter(deadline)) {
                            end(parcel.notice(), Journal.Ending.EXPIRED, why);
                            return;
                        }
                        if (endsWithin(wait)) {
                            end(parcel.notice(), Journal.Ending.LOST, why);
                            return;
                        }
                        pause = pace.after(pause);
                    }
                }
            }
        } catch (InterruptedException e) {
            end(parcel.notice(), Journal.Ending.LOST, "the operator ends");
        }
    }

    private boolean endsWithin(Duration wait) throws InterruptedException {
        return ending.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void end(Notice notice, Journal.Ending how, String why) {
        journal.ended(sink.name(), notice, how, why);
    }

    /** What waits is tried once more each, no retries. */
    void beginEnd() {
        ending.countDown();
        thread.shutdown();
    }

    void end(Duration farewell) throws InterruptedException {
        if (thread.awaitTermination(farewell.toMillis(), TimeUnit.MILLISECONDS)) return;
        for (var waiting : thread.shutdownNow())
            if (waiting instanceof Parcel parcel) end(parcel.notice(), Journal.Ending.LOST, "the operator ends");
    }
}
