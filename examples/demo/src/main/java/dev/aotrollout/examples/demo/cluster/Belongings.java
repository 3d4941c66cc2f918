package dev.aotrollout.examples.demo.cluster;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was started and has to be ended: last first, and all of it, whatever goes wrong on the way. */
public final class Belongings implements AutoCloseable {
    private final Deque<AutoCloseable> things = new ArrayDeque<>();

    /** Takes it in. */
    public <T extends AutoCloseable> T add(T thing) {
        things.push(thing);
        return thing;
    }

    @Override
    public void close() {
        var troubles = new DemoException("not everything that was started could be ended");
        while (!things.isEmpty()) {
            try {
                things.pop().close();
            } catch (Exception e) {
                troubles.addSuppressed(e);
            }
        }
        if (troubles.getSuppressed().length > 0) {
            throw troubles;
        }
    }
}
