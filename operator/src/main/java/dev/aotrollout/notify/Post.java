package dev.aotrollout.notify;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends one notice to one sink, once. */
final class Post {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int LONGEST_SECONDS = 86_400;

    /** Redirects are not followed: headers would go to a host that nobody wrote down. */
    private final HttpClient http;

    private final InstantSource clock;

    Post(InstantSource clock) {
        this.clock = clock;
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    Attempt send(Sink sink, Notice notice) throws InterruptedException {
        HttpRequest request;
        try {
            request = request(sink, notice);
        } catch (IOException e) {
            return failed("a file of its configuration cannot be read: " + e.getMessage());
        } catch (URISyntaxException | IllegalArgumentException e) {
            // Its message has the value, which may be secret.
            return failed("its url or a header, read from a file, is not valid");
        }
        // The answer's body counts too: a sink may send headers and hang.
        var answer = http.sendAsync(request, HttpResponse.BodyHandlers.discarding());
        try {
            return read(answer.get(sink.timeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return failed("no answer within %s s".formatted(sink.timeout().toSeconds()));
        } catch (ExecutionException e) {
            return failed(cause(e).getClass().getSimpleName());
        } finally {
            answer.cancel(true);
        }
    }

    private static HttpRequest request(Sink sink, Notice notice) throws IOException, URISyntaxException {
        var request = HttpRequest.newBuilder(new URI(sink.url().read()))
                .timeout(sink.timeout())
                .header("Content-Type", sink.format().contentType())
                .header("User-Agent", "aotrollout")
                .POST(HttpRequest.BodyPublishers.ofString(sink.body(notice)));
        for (var header : sink.headers().entrySet())
            request.setHeader(header.getKey(), header.getValue().read());
        return request.build();
    }

    private Attempt read(HttpResponse<Void> answer) {
        var status = answer.statusCode();
        var why = "HTTP " + status;
        if (status / 100 == 2) return new Attempt.Delivered();
        if (status / 100 == 3) return new Attempt.Refused(why + ", a redirect; configure the address that it leads to");
        if (status / 100 == 5 || status == TOO_MANY_REQUESTS || status == REQUEST_TIMEOUT)
            return new Attempt.Failed(
                    why,
                    answer.headers()
                            .firstValue("Retry-After")
                            .flatMap(this::duration)
                            .orElse(Duration.ZERO));
        return new Attempt.Refused(why);
    }

    /** Seconds, or a date (RFC 9110, 10.2.3). */
    private Optional<Duration> duration(String retryAfter) {
        try {
            if (retryAfter.matches("\\d{1,9}"))
                return Optional.of(Duration.ofSeconds(Math.min(LONGEST_SECONDS, Integer.parseInt(retryAfter))));
            var date = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME);
            var wait = Duration.between(clock.instant(), date.toInstant());
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Throwable cause(ExecutionException e) {
        var cause = e.getCause();
        return cause == null ? e : cause;
    }

    private static Attempt failed(String why) {
        return new Attempt.Failed(why, Duration.ZERO);
    }
}
