package dev.aotrollout.examples.checkout;

import java.lang.foreign.Arena;
import java.util.concurrent.locks.LockSupport;

/** Off-heap memory that is written to and never given back, so that it counts against the container's limit. */
final class Leaking {
    private static final long MIB = 1L << 20;
    /** Far above any sensible limit of this service; without a limit, the machine survives. */
    private static final long MOST_BYTES = 1024 * MIB;

    private static final int STEPS_PER_SECOND = 10;

    private Leaking() {}

    static void steadily(int mibPerSecond) {
        var bytesPerStep = mibPerSecond * MIB / STEPS_PER_SECOND;
        for (var bytes = 0L; bytes < MOST_BYTES; bytes += grow(bytesPerStep)) {
            LockSupport.parkNanos(1_000_000_000L / STEPS_PER_SECOND);
        }
    }

    /** Touches every page: an allocation alone costs address space, not memory. */
    static long grow(long bytes) {
        return Arena.global().allocate(bytes).fill((byte) 1).byteSize();
    }
}
