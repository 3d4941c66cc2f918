package dev.aotrollout.status;

import dev.aotrollout.api.AotException;
import dev.aotrollout.api.AotExceptionStatus;
import dev.aotrollout.governance.ExceptionFacts;
import java.time.Instant;

/** From an AOTException to its status. */
public final class ExceptionWriter {
    private ExceptionWriter() {}

    /** The status at {@code now}; what was warned of stays warned of, whatever the clock does. */
    public static AotExceptionStatus write(AotException exception, ExceptionFacts facts, Instant now) {
        var before = exception.getStatus();
        var warned = before == null ? null : before.warnedUntil();
        return new AotExceptionStatus(
                exception.getMetadata().getGeneration(),
                facts.state(now).label(),
                facts.sentence(now),
                warns(facts, now) ? exception.getSpec().until() : warned);
    }

    /** Whether its end is near or past, and nobody was warned of this end yet. */
    public static boolean isToBeWarnedOf(AotException exception, ExceptionFacts facts, Instant now) {
        var before = exception.getStatus();
        var warned = before == null ? null : before.warnedUntil();
        return warns(facts, now) && !exception.getSpec().until().equals(warned);
    }

    private static boolean warns(ExceptionFacts facts, Instant now) {
        return switch (facts.state(now)) {
            case EXPIRING, EXPIRED -> true;
            case ACTIVE, INVALID -> false;
        };
    }
}
