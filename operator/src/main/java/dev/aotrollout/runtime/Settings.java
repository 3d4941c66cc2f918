package dev.aotrollout.runtime;

import dev.aotrollout.notify.Notifications;
import java.util.Set;

/**
 * How one operator process runs.
 *
 * @param namespaces to watch; empty for all
 * @param notifications who is told of facts, beside Events
 */
record Settings(Set<String> namespaces, Notifications notifications) {
    /** Nobody is notified. */
    Settings(Set<String> namespaces) {
        this(namespaces, Notifications.NONE);
    }
}
