package dev.aotrollout.judge;

import java.time.Instant;

/** A measurement that can be missing: absence is a value with a reason, never a number. */
public sealed interface Reading<T> {

    /** It was measured, and describes the world at {@code asOf}. */
    record Known<T>(T value, Instant asOf) implements Reading<T> {}

    /**
     * There is no measurement.
     *
     * @param why names the source and the trouble
     * @param pending whether the first answer is merely on its way
     */
    record Missing<T>(String why, boolean pending) implements Reading<T> {
        /** It could not be measured. */
        public Missing(String why) {
            this(why, false);
        }
    }
}
