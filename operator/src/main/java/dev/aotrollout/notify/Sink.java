package dev.aotrollout.notify;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * Somebody who wants to know, and of what.
 *
 * @param cluster that its notices come from; empty where nobody named it
 * @param namespaces whose facts it is told of; empty for all, and for what belongs to none
 */
record Sink(
        String name,
        String cluster,
        Value url,
        Map<String, Value> headers,
        Format format,
        Set<Happening> happenings,
        Severity least,
        Set<String> namespaces,
        Duration timeout) {

    Sink {
        headers = Map.copyOf(headers);
        happenings = Set.copyOf(happenings);
        namespaces = Set.copyOf(namespaces);
    }

    boolean wants(Notice notice) {
        if (notice.happening() == Happening.Test) return true;
        return happenings.contains(notice.happening())
                && notice.severity().compareTo(least) >= 0
                && (namespaces.isEmpty() || namespaces.contains(notice.about().namespace()));
    }

    String body(Notice notice) {
        return format.body(notice, cluster);
    }
}
