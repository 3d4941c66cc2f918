package dev.aotrollout.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aotrollout.notify.Receiver.Answer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Deliveries to a real HTTP server that is slow, fails, or never answers. */
@Timeout(60)
class CourierTest {
    private static final Pace FAST =
            new Pace(Duration.ofMillis(10), Duration.ofMillis(40), Duration.ofMinutes(1), Duration.ofMillis(300), 3);

    private final List<String> endings = new CopyOnWriteArrayList<>();
    private final List<String> texts = new CopyOnWriteArrayList<>();

    @AutoClose
    private Receiver receiver;

    @AutoClose
    private Courier courier;

    @BeforeEach
    void receiver() throws Exception {
        receiver = new Receiver();
    }

    private Courier courier(Pace pace, Sink... sinks) {
        courier = new Courier(List.of(sinks), pace, Clock.systemUTC(), (sink, notice, ending, why) -> {
            endings.add(sink + " " + notice.about().name() + " " + ending);
            texts.add(why);
        });
        return courier;
    }

    @Test
    void aNoticeArrivesWithItsHeaders() throws Exception {
        courier(FAST, Notices.sink("ops", receiver.url())).send(Notices.rolledBack("checkout"));

        var request = receiver.next();
        assertThat(request.path()).isEqualTo("/secret-path");
        assertThat(request.headers().getFirst("Content-Type")).startsWith("application/cloudevents+json");
        assertThat(request.headers().getFirst("Authorization")).isEqualTo("Bearer s3cret");
        assertThat(id(request)).isEqualTo("0f1e.checkout.19d");
        await().untilAsserted(() -> assertThat(endings).containsExactly("ops checkout DELIVERED"));
    }

    @Test
    void aFailingSinkIsAskedAgainWithTheSameId() throws Exception {
        receiver.answers(Answer.of(500), Answer.of(503), Answer.of(408));
        courier(FAST, Notices.sink("ops", receiver.url())).send(Notices.rolledBack("checkout"));

        var ids = new ArrayList<String>();
        for (var i = 0; i < 4; i++) ids.add(id(receiver.next()));
        assertThat(ids).containsOnly("0f1e.checkout.19d");
        await().untilAsserted(() -> assertThat(endings).containsExactly("ops checkout DELIVERED"));
    }

    @Test
    void aSinkThatAsksToWaitIsNotAskedBefore() throws Exception {
        receiver.answers(new Answer(429, Map.of("Retry-After", "1")));
        courier(FAST, Notices.sink("ops", receiver.url())).send(Notices.rolledBack("checkout"));

        receiver.next();
        // At its own pace it would have come again some twenty times.
        TimeUnit.MILLISECONDS.sleep(500);
        assertThat(receiver.waiting()).isZero();
        receiver.next();
        await().untilAsserted(() -> assertThat(endings).containsExactly("ops checkout DELIVERED"));
    }

    @Test
    void aWaitLongerThanTheNewsIsFreshEndsIt() throws Exception {
        receiver.answers(new Answer(503, Map.of("Retry-After", "Fri, 01 Jan 2100 00:00:00 GMT")));
        courier(FAST, Notices.sink("ops", receiver.url())).send(Notices.rolledBack("checkout"));

        await().untilAsserted(() -> assertThat(endings).containsExactly("ops checkout EXPIRED"));
        assertThat(texts).containsExactly("HTTP 503");
    }

    @Test
    void aRetryAfterThatNobodyUnderstandsIsNone() throws Exception {
        receiver.answers(new Answer(503, Map.of("Retry-After", "soon")));
        courier(FAST, Notices.sink("ops", receiver.url())).send(Notices.rolledBack("checkout"));

        await().untilAsserted(() -> assertThat(endings).containsExactly("ops checkout DELIVERED"));
    }

    @Test
    void whatASinkRefusesIsNotSentAgain() throws Exception {
        receiver.answers(Answer.of(400), Answer.of(404));
        courier(FAST, Notices.sink("ops", receiver.url())).send(Notices.rolledBack("checkout"));
        courier.send(Notices.rolledBack("cart"));
        courier.send(Notices.rolledBack("pay"));

        await().untilAsserted(() ->
                assertThat(endings).containsExactly("ops checkout REFUSED", "ops cart REFUSED", "ops pay DELIVERED"));
        for (var i = 0; i < 3; i++) receiver.next();
        assertThat(receiver.waiting()).isZero();
    }

    @Test
    void aRedirectIsNotFollowedWhereverItLeads() throws Exception {
        try (var stranger = new Receiver()) {
            receiver.answers(new Answer(307, Map.of("Location", stranger.url())));
            courier(FAST, Notices.sink("ops", receiver.url())).send(Notices.rolledBack("checkout"));

            await().untilAsserted(() -> assertThat(endings).containsExactly("ops checkout REFUSED"));
            assertThat(texts.getFirst()).contains("redirect");
            assertThat(stranger.waiting()).isZero();
        }
    }

    @Test
    void noticesOfARolloutArriveInOrderThroughFailures() throws Exception {
        receiver.answers(Answer.of(500), Answer.of(500), Answer.of(204), Answer.of(500));
        courier(FAST, Notices.sink("ops", receiver.url()));
        for (var step : List.of("1/3", "2/3", "3/3")) courier.send(Notices.entered("shop", "checkout", step));

        var ids = new ArrayList<String>();
        for (var i = 0; i < 6; i++) ids.add(id(receiver.next()));
        assertThat(ids)
                .containsExactly(
                        "checkout1/3", "checkout1/3", "checkout1/3", "checkout2/3", "checkout2/3", "checkout3/3");
    }

    @Test
    void aSinkThatHangsHoldsUpNeitherTheTellerNorAnotherSink() throws Exception {
        try (var healthy = new Receiver()) {
            receiver.hang();
            courier(FAST, Notices.sink("hangs", receiver.url()), Notices.sink("ops", healthy.url()));
            for (var i = 0; i < 3; i++) {
                courier.send(Notices.rolledBack("checkout-" + i));
                assertThat(id(healthy.next())).isEqualTo("0f1e.checkout-%s.19d".formatted(i));
            }

            // The queue of the hanging one is full now: whoever tells is still not held up.
            receiver.next();
            courier.send(Notices.rolledBack("last"));
            courier.send(Notices.rolledBack("over"));
            await().untilAsserted(() -> assertThat(endings).contains("hangs over OVERFLOWED", "ops over DELIVERED"));
            assertThat(endings).noneMatch(it -> it.startsWith("hangs checkout"));
        }
    }

    @Test
    void aSinkThatNeverAnswersTimesOutAndExpires() throws Exception {
        receiver.hang();
        var impatient = Notices.sink("ops", receiver.url());
        var pace = new Pace(Duration.ofMillis(10), Duration.ofMillis(40), Duration.ZERO, Duration.ZERO, 3);
        courier(
                        pace,
                        new Sink(
                                "ops",
                                "",
                                impatient.url(),
                                Map.of(),
                                impatient.format(),
                                impatient.happenings(),
                                Severity.Normal,
                                Set.of(),
                                Duration.ofSeconds(1)))
                .send(Notices.rolledBack("checkout"));

        await().untilAsserted(() -> assertThat(endings).containsExactly("ops checkout EXPIRED"));
        assertThat(texts).containsExactly("no answer within 1 s");
    }

    @Test
    void whatWaitsAtTheEndIsToldToTheJournal() throws Exception {
        receiver.hang();
        courier(FAST, Notices.sink("ops", receiver.url()));
        courier.send(Notices.rolledBack("checkout"));
        receiver.next();
        courier.send(Notices.rolledBack("cart"));
        courier.close();
        courier.send(Notices.rolledBack("late"));

        await().untilAsserted(() ->
                assertThat(endings).containsExactlyInAnyOrder("ops checkout LOST", "ops cart LOST", "ops late LOST"));
    }

    @Test
    void whatWaitsAtTheEndIsDeliveredToAHealthySink() throws Exception {
        courier(
                new Pace(
                        Duration.ofMillis(10), Duration.ofMillis(40), Duration.ofMinutes(1), Duration.ofSeconds(20), 9),
                Notices.sink("ops", receiver.url()));
        for (var i = 0; i < 5; i++) courier.send(Notices.rolledBack("checkout-" + i));
        courier.close();

        assertThat(endings).hasSize(5).allMatch(it -> it.endsWith("DELIVERED"));
    }

    @Test
    void aSinkHearsOfItsNamespacesOnly() throws Exception {
        courier(FAST, Notices.sink("shop", receiver.url(), Set.of("shop")));
        courier.send(Notices.entered("bank", "ledger", "1/3"));
        courier.send(Notices.waveHalted());
        courier.send(Notices.entered("shop", "checkout", "1/3"));

        assertThat(id(receiver.next())).isEqualTo("checkout1/3");
        await().untilAsserted(() -> assertThat(endings).containsExactly("shop checkout DELIVERED"));
    }

    @Test
    void nothingOfTheAddressOrItsHeadersIsTold() throws Exception {
        receiver.close();
        var pace = new Pace(Duration.ofMillis(10), Duration.ofMillis(40), Duration.ZERO, Duration.ZERO, 3);
        courier(pace, Notices.sink("ops", receiver.url()), Notices.sink("bad", "http://s3cret host/"));
        courier.send(Notices.rolledBack("checkout"));

        await().untilAsserted(() ->
                assertThat(endings).containsExactlyInAnyOrder("ops checkout EXPIRED", "bad checkout EXPIRED"));
        assertThat(texts).noneMatch(it -> it.contains("s3cret") || it.contains("secret-path"));
        assertThat(Notices.sink("ops", receiver.url()).toString()).doesNotContain("s3cret", "secret-path");
    }

    private static String id(Receiver.Request request) throws Exception {
        return new ObjectMapper().readTree(request.body()).path("id").asText();
    }
}
