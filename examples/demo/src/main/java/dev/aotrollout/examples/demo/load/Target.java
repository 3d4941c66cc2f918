package dev.aotrollout.examples.demo.load;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.util.List;

/**
 * Where the load goes.
 *
 * @param base scheme, host and port
 * @param host sent as Host header, by which the gateway finds the route
 */
public record Target(URI base, String host) {
    /** The system property without which java.net.http refuses to send a Host header. */
    private static final String HOST_HEADER_PROPERTY = "jdk.httpclient.allowRestrictedHeaders";

    private static final List<String> SCHEMES = List.of("http", "https");

    /** A target on this machine; nothing else may be loaded without being asked for by name. */
    public static Target onThisMachine(URI base, String host) {
        var target = anywhere(base, host);
        if (!isLoopback(base)) {
            throw new IllegalArgumentException(
                    base + " is not on this machine: only with --context may the load go to another one");
        }
        return target;
    }

    /** A target that the user named. */
    public static Target anywhere(URI base, String host) {
        if (base.getHost() == null || !SCHEMES.contains(base.getScheme())) {
            throw new IllegalArgumentException(base + " is no address of a gateway; write http://HOST:PORT");
        }
        return new Target(base, host);
    }

    HttpRequest.Builder request(String path) {
        try {
            return HttpRequest.newBuilder(base.resolve(path)).header("Host", host);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "java.net.http does not send a Host header: start java with -D" + HOST_HEADER_PROPERTY + "=host",
                    e);
        }
    }

    private static boolean isLoopback(URI base) {
        try {
            return InetAddress.getByName(base.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(
                    "the name " + base.getHost() + " is unknown; check the gateway's address", e);
        }
    }
}
