package dev.aotrollout.examples.demo.load;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Waits until a target answers, and warms it up, so that what fails under load is no matter of beginning. */
public final class FirstAnswer {
    private static final String OK = "200";
    private static final int IN_A_ROW = 5;
    private static final Duration DEADLINE = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private FirstAnswer() {}

    /** Asks for the cart until it was had some times in a row; says why not when {@code longest} has passed. */
    public static Optional<String> await(Target target, Duration longest) throws InterruptedException {
        try (var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(DEADLINE)
                .build()) {
            var until = System.nanoTime() + longest.toNanos();
            for (var good = 0; good < IN_A_ROW; Thread.sleep(PAUSE)) {
                var answer = ask(client, Route.CART.request(target, 0));
                good = answer.equals(OK) ? good + 1 : 0;
                if (good == 0 && System.nanoTime() > until) {
                    return Optional.of(answer);
                }
            }
            return Optional.empty();
        }
    }

    /** Asks one request after the other, so never more than it can answer: a JIT build is slow until it has compiled itself. */
    public static void warmUp(Target target, Duration longest) throws InterruptedException {
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var until = System.nanoTime() + longest.toNanos();
            for (var number = 0; System.nanoTime() < until; number++) {
                ask(client, Route.ofRequest(number).request(target, number));
            }
        }
    }

    private static String ask(HttpClient client, HttpRequest.Builder request) throws InterruptedException {
        try {
            var answer = client.send(request.timeout(DEADLINE).build(), BodyHandlers.discarding());
            return Integer.toString(answer.statusCode());
        } catch (IOException e) {
            return e.toString();
        }
    }
}
