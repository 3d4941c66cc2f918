package dev.aotrollout.examples.demo.cluster;

/** Ending what we started, which an interrupt (Ctrl-C) must bring about and not skip. */
final class Farewell {

    /** Something that waits. */
    @FunctionalInterface
    interface Work {
        void run() throws InterruptedException;
    }

    private Farewell() {}

    /** Runs to its end although we were interrupted; only another interrupt cuts it short. */
    static void say(Work work) {
        var interrupted = Thread.interrupted();
        try {
            work.run();
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
