package dev.aotrollout.observe;

import dev.aotrollout.observe.QueryResult.Series;
import dev.aotrollout.observe.QueryResult.Unavailable;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * Asks one Prometheus server. Redirects are not followed: they would carry credentials to another host. A partial answer (one with
 * warnings) is no answer.
 */
public final class PrometheusClient implements MetricSource {
    private static final long LARGEST_BODY_BYTES = 64L * 1024 * 1024;
    private static final int LONGEST_DETAIL = 300;
    /** A shorter header value would blot out parts of ordinary words. */
    private static final int SHORTEST_SECRET = 6;

    private final PrometheusConnection connection;
    private final long largestBodyBytes;
    private final HttpClient http;
    /** Why no query can be sent at all; empty when one can. */
    private final String trouble;

    /** Connects with the first query. */
    public PrometheusClient(PrometheusConnection connection) {
        this(connection, LARGEST_BODY_BYTES);
    }

    PrometheusClient(PrometheusConnection connection, long largestBodyBytes) {
        this.connection = connection;
        this.largestBodyBytes = largestBodyBytes;
        var builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connection.timeout());
        var caTrouble = "";
        try {
            if (!connection.caPem().isBlank()) builder.sslContext(Trust.in(connection.caPem()));
        } catch (GeneralSecurityException | IOException e) {
            caTrouble = "metrics.prometheus.caSecret holds no PEM certificate: " + e.getMessage();
        }
        this.http = builder.build();
        this.trouble = caTrouble;
    }

    @Override
    public QueryResult query(String promql, Instant at) {
        if (!trouble.isEmpty()) return down(trouble);
        try {
            return read(exchange(request(promql, at)));
        } catch (TimeoutException | HttpTimeoutException _) {
            return down("no answer within " + connection.timeout().toSeconds() + " s");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return down("interrupted");
        } catch (IllegalArgumentException e) {
            return down("cannot be asked: " + e.getMessage());
        } catch (IOException e) {
            return tooLarge(e)
                    ? unavailable("the answer is larger than %d MiB".formatted(largestBodyBytes >> 20), true)
                    : down(explain(e));
        }
    }

    private HttpRequest request(String promql, Instant at) {
        var form = "query=" + URLEncoder.encode(promql, StandardCharsets.UTF_8) + "&time="
                + BigDecimal.valueOf(at.toEpochMilli(), 3).toPlainString();
        var request = HttpRequest.newBuilder(address(connection.base()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(form));
        connection.headers().forEach(request::setHeader);
        return request.build();
    }

    private static URI address(URI base) {
        var text = base.toString();
        var end = Stream.of(text.indexOf('?'), text.indexOf('#'))
                .filter(i -> i >= 0)
                .min(Integer::compare)
                .orElse(text.length());
        var path = text.substring(0, end).replaceAll("/+$", "") + "/api/v1/query";
        return URI.create(base.getRawQuery() == null ? path : path + "?" + base.getRawQuery());
    }

    /** One deadline for all of it: a server that sends a byte now and then must not hold the thread. */
    private HttpResponse<byte[]> exchange(HttpRequest request)
            throws IOException, InterruptedException, TimeoutException {
        var answer = http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), largestBodyBytes));
        try {
            return answer.get(connection.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private QueryResult read(HttpResponse<byte[]> response) {
        var code = response.statusCode();
        if (code / 100 == 3)
            return down("HTTP %d redirects to %s: set metrics.prometheus.url to the address it redirects to"
                    .formatted(code, redirectHost(response)));
        PrometheusAnswer answer;
        try {
            answer = PrometheusAnswer.read(response.body());
        } catch (IOException _) {
            return down(code == 200 ? "HTTP 200, but the body is not the JSON of the query API" : http(code, ""));
        }
        if (code != 200 || !answer.succeeded())
            return unavailable(http(code, answer.trouble()), code == 400 || code == 422);
        if (!answer.warnings().isEmpty())
            return unavailable("partial answer: " + answer.warnings().getFirst(), true);
        if (!answer.resultType().equals("vector") && !answer.resultType().equals("matrix"))
            return unavailable("answered a " + answer.resultType() + " instead of series", true);
        return new Series(answer.series());
    }

    private static String http(int code, String trouble) {
        var hint = switch (code) {
            case 401, 403 -> ": check metrics.prometheus.bearerTokenSecret, basicAuthSecret, headers and headerSecrets";
            case 404 -> ": no query API there, check the path of metrics.prometheus.url";
            case 429 -> ": too many queries, raise metrics.intervalSeconds";
            default -> "";
        };
        return "HTTP " + code + (trouble.isBlank() ? "" : " " + trouble) + hint;
    }

    private static String redirectHost(HttpResponse<?> response) {
        try {
            var target = response.uri()
                    .resolve(response.headers().firstValue("Location").orElse(""));
            return String.valueOf(target.getHost());
        } catch (IllegalArgumentException _) {
            return "an address that cannot be read";
        }
    }

    private static boolean tooLarge(IOException failure) {
        return String.valueOf(failure.getMessage()).contains("capacity");
    }

    private static String explain(IOException failure) {
        var causes = Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .toList();
        if (causes.stream().anyMatch(UnresolvedAddressException.class::isInstance)) return "unknown host";
        if (causes.stream().anyMatch(SSLException.class::isInstance)) return Trust.explain(failure);
        if (failure instanceof ConnectException) return "connection refused or no route to it";
        return "the connection failed: " + failure.getMessage();
    }

    private Unavailable down(String why) {
        return unavailable(why, false);
    }

    private Unavailable unavailable(String why, boolean answered) {
        var text = why;
        for (var value : connection.headers().values())
            for (var secret : List.of(value, value.substring(value.indexOf(' ') + 1)))
                if (secret.length() >= SHORTEST_SECRET) text = text.replace(secret, "***");
        var line = text.replaceAll("\\s+", " ");
        var detail = line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL) + "...";
        return new Unavailable("Prometheus at " + connection.server() + ": " + detail, answered);
    }
}
