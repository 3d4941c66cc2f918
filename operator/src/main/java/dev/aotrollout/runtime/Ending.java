package dev.aotrollout.runtime;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How the process ends: SIGTERM and Ctrl-C let running passes end and then exit with 0, where the JVM's own way is 143 and 130. */
final class Ending {
    /** Kubernetes kills after 30 s. */
    private static final int LONGEST_GOODBYE_SECONDS = 25;

    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::endGracefully, "ending");
    private volatile int code;

    Ending() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Until the process is told to end, or may not act any more. */
    void await() throws InterruptedException {
        told.await();
    }

    /** The same for at most {@code patience}; whether it is so far. */
    boolean await(Duration patience) throws InterruptedException {
        return told.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    void deposed(String why) {
        failed();
        told.countDown();
    }

    void failed() {
        code = 1;
    }

    /** All is closed. */
    void finish() {
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The hook runs, and ends the process.
        }
    }

    int code() {
        return code;
    }

    private void endGracefully() {
        told.countDown();
        try {
            if (finished.await(LONGEST_GOODBYE_SECONDS, TimeUnit.SECONDS))
                Runtime.getRuntime().halt(code);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
