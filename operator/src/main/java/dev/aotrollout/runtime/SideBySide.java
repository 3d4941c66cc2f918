package dev.aotrollout.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Work that waits for others most of the time, done at the same time. */
final class SideBySide {
    private static final Executor THREADS =
            work -> Thread.ofPlatform().daemon().name("start").start(work);

    private SideBySide() {}

    /** Returns when all have ended; throws what the first of them threw, in their order, and then does not wait for those after it. */
    static void run(List<Runnable> work) {
        var running = new ArrayList<CompletableFuture<Void>>(work.size());
        for (var each : work) running.add(CompletableFuture.runAsync(each, THREADS));
        for (var each : running) await(each);
    }

    private static void await(CompletableFuture<Void> work) {
        try {
            work.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException own) throw own;
            if (e.getCause() instanceof Error own) throw own;
            throw e;
        }
    }
}
