package dev.aotrollout.runtime;

import dev.aotrollout.notify.Notifications;
import dev.aotrollout.observe.MetricsAddresses;
import java.util.Set;

/**
 * How one operator process runs.
 *
 * @param namespaces to watch; empty for all
 * @param addresses of Prometheus servers that rollouts may name
 * @param notifications who is told of facts, beside Events
 */
record Settings(Set<String> namespaces, MetricsAddresses addresses, Notifications notifications) {
    /** Every address is allowed, and nobody is notified. */
    Settings(Set<String> namespaces) {
        this(namespaces, MetricsAddresses.ALL, Notifications.NONE);
    }
}
