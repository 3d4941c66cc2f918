package dev.aotrollout.runtime;

import dev.aotrollout.notify.Journal;
import dev.aotrollout.notify.Notice;
import dev.aotrollout.telemetry.OperatorMetrics;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what became of notices, and logs those that did not arrive. */
final class Deliveries implements Journal {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    private final OperatorMetrics metrics;

    Deliveries(OperatorMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void ended(String sink, Notice notice, Ending ending, String why) {
        var result = ending.name().toLowerCase(Locale.ROOT);
        metrics.notified(sink, result);
        (ending == Ending.DELIVERED ? LOG.atDebug() : LOG.atWarn())
                .addKeyValue("sink", sink)
                .addKeyValue("event", notice.happening())
                .addKeyValue("namespace", notice.about().namespace())
                .addKeyValue("name", notice.about().name())
                .addKeyValue("result", result)
                .addKeyValue("why", why)
                .log("Notification ended");
    }
}
