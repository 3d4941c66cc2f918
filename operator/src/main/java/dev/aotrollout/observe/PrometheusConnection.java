package dev.aotrollout.observe;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A Prometheus server and how to reach it, with every Secret resolved.
 *
 * @param base address; a path prefix is kept
 * @param headers sent with each query, {@code Authorization} included
 * @param caPem certificates to trust in place of the system's; empty for the system's
 * @param timeout of one query, from connecting to the last byte of the body
 */
public record PrometheusConnection(URI base, Map<String, String> headers, String caPem, Duration timeout) {
    /** Drops the line end that Secrets made with an editor carry, which no HTTP header may hold. */
    public PrometheusConnection {
        headers = headers.entrySet().stream()
                .collect(Collectors.collectingAndThen(
                        Collectors.toMap(Map.Entry::getKey, e -> e.getValue().strip(), (_, last) -> last, TreeMap::new),
                        Map::copyOf));
    }

    /** The server as messages name it: host and port, never a user, path or query. */
    public String server() {
        var host = String.valueOf(base.getHost());
        return base.getPort() < 0 ? host : host + ":" + base.getPort();
    }

    /** Without the headers, which hold credentials. */
    @Override
    public String toString() {
        return "PrometheusConnection[" + server() + "]";
    }
}
