package dev.aotrollout.terminal;

import java.time.Instant;

/** The time, for commands that are not told when. */
public final class WallClock {
    private WallClock() {}

    public static Instant now() {
        return Instant.now();
    }
}
