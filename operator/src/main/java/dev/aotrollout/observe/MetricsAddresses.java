package dev.aotrollout.observe;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which addresses of Prometheus servers rollouts may name. An address is compared part by part: scheme, host and port must be equal,
 * and its path must be the prefix's or lie below it.
 *
 * @param prefixes empty for all addresses
 */
public record MetricsAddresses(List<URI> prefixes) {
    /** Everything may be asked. */
    public static final MetricsAddresses ALL = new MetricsAddresses(List.of());

    public MetricsAddresses {
        prefixes = List.copyOf(prefixes);
    }

    /**
     * From what an operator's owner writes.
     *
     * @throws IllegalArgumentException naming the prefix that is none
     */
    public static MetricsAddresses of(List<String> prefixes) {
        return new MetricsAddresses(prefixes.stream()
                .map(text -> {
                    var uri = parse(text);
                    unusable(uri).ifPresent(why -> {
                        throw new IllegalArgumentException(text + " " + why);
                    });
                    return uri;
                })
                .toList());
    }

    /** Why nothing may be asked of {@code address}; empty where it may. */
    public Optional<String> refusal(URI address) {
        return unusable(address)
                .map(why -> "metrics.prometheus.url " + shown(address) + " " + why)
                .or(() -> isAllowed(address)
                        ? Optional.empty()
                        : Optional.of(
                                "metrics.prometheus.url %s is not allowed by this operator; allowed are addresses below %s (--metrics-url-prefix)"
                                        .formatted(
                                                shown(address),
                                                prefixes.stream()
                                                        .map(URI::toString)
                                                        .toList())));
    }

    private boolean isAllowed(URI address) {
        return prefixes.isEmpty() || prefixes.stream().anyMatch(prefix -> covers(prefix, address));
    }

    private static boolean covers(URI prefix, URI address) {
        return scheme(prefix).equals(scheme(address))
                && host(prefix).equals(host(address))
                && port(prefix) == port(address)
                && isPlain(path(address))
                && isBelow(path(prefix), path(address));
    }

    /** Credentials belong into Secrets, and a name before an {@code @} makes another host look like an allowed one. */
    private static Optional<String> unusable(URI address) {
        if (!scheme(address).equals("http") && !scheme(address).equals("https"))
            return Optional.of("is no http or https address");
        if (address.getHost() == null) return Optional.of("names no host");
        return address.getRawUserInfo() == null
                ? Optional.empty()
                : Optional.of("holds a user name; use metrics.prometheus.basicAuthSecret");
    }

    /** What servers read in different ways is below no prefix. */
    private static boolean isPlain(String path) {
        return path.indexOf('%') < 0
                && path.indexOf(';') < 0
                && Stream.of(path.split("/")).noneMatch(segment -> segment.startsWith("."));
    }

    private static boolean isBelow(String prefix, String path) {
        var folder = prefix.endsWith("/") ? prefix : prefix + "/";
        return path.equals(prefix) || (path + "/").startsWith(folder);
    }

    private static URI parse(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(text + " is no address: " + e.getReason(), e);
        }
    }

    private static String shown(URI address) {
        var port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return address.getScheme() + "://" + address.getHost() + port + path(address);
    }

    private static String scheme(URI address) {
        return address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    }

    private static String host(URI address) {
        var host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    private static int port(URI address) {
        return address.getPort() >= 0 ? address.getPort() : scheme(address).equals("https") ? 443 : 80;
    }

    private static String path(URI address) {
        var path = address.getRawPath() == null ? "" : address.getRawPath();
        return path.isEmpty() ? "/" : path;
    }
}
