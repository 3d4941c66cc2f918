package dev.aotrollout.examples.demo.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aotrollout.examples.demo.load.Outcome.Answered;
import dev.aotrollout.examples.demo.load.Outcome.Cause;
import dev.aotrollout.examples.demo.load.Outcome.Lost;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LoadGeneratorTest {
    private static final Duration DEADLINE = Duration.ofSeconds(3);

    private static List<Sample> run(Target target, LoadPlan plan) throws InterruptedException {
        try (var load = LoadGenerator.start(target, plan)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> load.samples().size() == plan.mostRequests());
            load.stop();
            return load.samples();
        }
    }

    @Test
    void sendsItsMixWithTheHostOfTheRoute() throws InterruptedException {
        try (var service = new FakeService(exchange -> FakeService.respond(exchange, 200, "jit"))) {
            // When
            var samples = run(service.target(), new LoadPlan(200, 50, DEADLINE));
            // Then
            var routes = samples.stream().collect(Collectors.groupingBy(Sample::route, Collectors.counting()));
            assertThat(routes)
                    .containsEntry(Route.CART, 30L)
                    .containsEntry(Route.ITEM, 10L)
                    .containsEntry(Route.PAY, 10L);
            assertThat(samples).extracting(Sample::outcome).containsOnly(new Answered(200, Track.JIT));
            assertThat(service.asked())
                    .hasSize(50)
                    .contains(
                            "GET /cart checkout.example",
                            "GET /items/7 checkout.example",
                            "POST /pay checkout.example");
        }
    }

    @Test
    void keepsItsScheduleWhileTheServiceStallsAndCountsTheStallInFull() throws InterruptedException {
        var firstNanos = new AtomicLong();
        try (var service = new FakeService(exchange -> {
            firstNanos.compareAndSet(0, System.nanoTime());
            Thread.sleep(Duration.ofNanos(Math.max(0, firstNanos.get() + 1_000_000_000 - System.nanoTime())));
            FakeService.respond(exchange, 200, "aot");
        })) {
            // When
            var samples = run(service.target(), new LoadPlan(100, 100, DEADLINE));
            // Then
            assertThat(samples).noneMatch(sample -> sample.outcome().failed());
            var scheduled = samples.stream().map(Sample::scheduled).sorted().toList();
            assertThat(Duration.between(scheduled.getFirst(), scheduled.getLast()))
                    .isEqualTo(Duration.ofMillis(990));
            assertThat(samples.stream()
                            .filter(s -> s.latency().toMillis() > 400)
                            .count())
                    .isGreaterThan(40);
        }
    }

    @Test
    void recordsFailingAnswersWithTheTrackThatGaveThem() throws InterruptedException {
        try (var service = new FakeService(exchange -> {
            var paying = exchange.getRequestURI().getPath().equals("/pay");
            FakeService.respond(exchange, paying ? 500 : 200, "aot");
        })) {
            // When
            var report = LoadReport.of(run(service.target(), new LoadPlan(200, 50, DEADLINE)));
            // Then
            assertThat(report.failed()).isEqualTo(10);
            assertThat(report.failuresByKind()).containsOnlyKeys("500");
            assertThat(report.failuresByTrack()).containsOnlyKeys(Track.AOT);
            assertThat(report.failuresByRoute()).containsOnlyKeys(Route.PAY);
        }
    }

    @Test
    void recordsATimeoutWhenNoAnswerComesWithinTheDeadline() throws InterruptedException {
        var never = new CountDownLatch(1);
        try (var service = new FakeService(exchange -> never.await())) {
            // When
            var samples = run(service.target(), new LoadPlan(50, 5, Duration.ofMillis(300)));
            // Then
            assertThat(samples).extracting(Sample::outcome).containsOnly(new Lost(Cause.TIMEOUT));
        }
    }

    @Test
    void recordsARefusedConnection() throws InterruptedException {
        // Given
        Target target;
        try (var service = new FakeService(exchange -> FakeService.respond(exchange, 200, "jit"))) {
            target = service.target();
        }
        // When
        var samples = run(target, new LoadPlan(50, 5, DEADLINE));
        // Then
        assertThat(samples).extracting(Sample::outcome).containsOnly(new Lost(Cause.REFUSED));
    }

    @Test
    void neverSendsARequestASecondTimeWhenAKeptConnectionBreaks() throws Exception {
        try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var received = new AtomicInteger();
            Thread.ofVirtual().start(() -> answerTheFirstRequestOfEachConnection(server, received));
            var target =
                    Target.onThisMachine(URI.create("http://127.0.0.1:" + server.getLocalPort()), "checkout.example");
            // When
            var samples = run(target, new LoadPlan(20, 20, DEADLINE));
            // Then
            assertThat(received).hasValue(20);
            assertThat(samples)
                    .extracting(Sample::outcome)
                    .containsOnly(new Answered(200, Track.JIT), new Lost(Cause.RESET))
                    .contains(new Lost(Cause.RESET));
        }
    }

    private static void answerTheFirstRequestOfEachConnection(ServerSocket server, AtomicInteger received) {
        while (!server.isClosed()) {
            try (var connection = server.accept()) {
                if (awaitRequest(connection.getInputStream())) {
                    received.incrementAndGet();
                    connection
                            .getOutputStream()
                            .write("HTTP/1.1 200 OK\r\nx-track: jit\r\nContent-Length: 0\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
                }
                // The next request on the same connection is read, and the connection closed without an answer.
                if (awaitRequest(connection.getInputStream())) {
                    received.incrementAndGet();
                }
            } catch (IOException e) {
                return;
            }
        }
    }

    /** Skips the body of the request before, which may come by itself. */
    private static boolean awaitRequest(InputStream in) throws IOException {
        var buffer = new byte[4096];
        int length;
        while ((length = in.read(buffer)) > 0) {
            if (new String(buffer, 0, length, StandardCharsets.US_ASCII).contains(" HTTP/1.1\r\n")) {
                return true;
            }
        }
        return false;
    }

    @Test
    void stopsWhenToldAndWaitsForWhatIsUnderWay() throws InterruptedException {
        try (var service = new FakeService(exchange -> {
                    Thread.sleep(300);
                    FakeService.respond(exchange, 200, "jit");
                });
                var load = LoadGenerator.start(service.target(), LoadPlan.of(100, Duration.ofMinutes(1)))) {
            await().until(() -> service.asked().size() > 20);
            // When
            load.stop();
            // Then
            assertThat(load.samples()).hasSameSizeAs(service.asked());
            assertThat(load.failed()).isZero();
        }
    }

    @Test
    void givesOnlyRecentSamplesWhenAskedForThem() throws InterruptedException {
        try (var service = new FakeService(exchange -> FakeService.respond(exchange, 200, "jit"));
                var load = LoadGenerator.start(service.target(), new LoadPlan(100, 50, DEADLINE))) {
            await().until(() -> load.samples().size() == 50);
            var middle = load.samples().get(25).scheduled();
            // When
            var recent = load.since(middle);
            // Then
            assertThat(recent)
                    .hasSizeBetween(20, 30)
                    .noneMatch(sample -> sample.scheduled().isBefore(middle));
            assertThat(load.since(Instant.MAX)).isEmpty();
        }
    }

    @Test
    void refusesATargetThatIsNotOnThisMachine() {
        var elsewhere = URI.create("http://192.0.2.1:80");
        assertThatThrownBy(() -> Target.onThisMachine(elsewhere, "checkout.example"))
                .hasMessageContaining("192.0.2.1")
                .hasMessageContaining("--context");
        assertThat(Target.anywhere(elsewhere, "checkout.example").base()).isEqualTo(elsewhere);
    }

    @Test
    void refusesAddressesThatAreNone() {
        assertThatThrownBy(() -> Target.anywhere(URI.create("gateway:80"), "checkout.example"))
                .hasMessageContaining("http://HOST:PORT");
    }

    @Test
    void refusesRatesOutOfBounds() {
        assertThatThrownBy(() -> new LoadPlan(0, 1, DEADLINE)).hasMessageContaining("1 to 1000");
        assertThatThrownBy(() -> new LoadPlan(1001, 1, DEADLINE)).hasMessageContaining("1 to 1000");
    }

    @Test
    void saysWhyATargetNeverAnswered() throws InterruptedException {
        try (var service = new FakeService(exchange -> FakeService.respond(exchange, 404, ""))) {
            assertThat(FirstAnswer.await(service.target(), Duration.ofMillis(300)))
                    .contains("404");
        }
    }

    @Test
    void warmsUpWithOneRequestAfterTheOther() throws InterruptedException {
        try (var service = new FakeService(exchange -> {
            Thread.sleep(50);
            FakeService.respond(exchange, 200, "jit");
        })) {
            FirstAnswer.warmUp(service.target(), Duration.ofMillis(500));
            assertThat(service.asked()).hasSizeBetween(2, 11);
        }
    }

    @Test
    void isContentWhenATargetAnswers() throws InterruptedException {
        try (var service = new FakeService(exchange -> FakeService.respond(exchange, 200, "jit"))) {
            assertThat(FirstAnswer.await(service.target(), DEADLINE)).isEmpty();
            assertThat(service.asked()).hasSize(5);
        }
    }
}
