package dev.aotrollout.observe;

import static dev.aotrollout.observe.Requests.ANCHOR;
import static dev.aotrollout.observe.Requests.LONG_AGO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aotrollout.judge.Reading;
import dev.aotrollout.observe.QueryResult.Unavailable;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetricsPollerTest {
    private static final PrometheusConnection SERVER = FakeServer.connection("http://prometheus:9090", Map.of());
    private static final PrometheusConnection OTHER = FakeServer.connection("http://other:9090", Map.of());

    private final RecordedPrometheus prometheus = new RecordedPrometheus();
    private final ScrapedPod jit = new ScrapedPod(prometheus, ScrapedPod.JIT_POD);
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final List<String> woken = new ArrayList<>();
    private final List<PrometheusConnection> connected = new ArrayList<>();
    private MetricSource source = prometheus;
    private Instant now = ANCHOR.plusSeconds(60);
    private final MetricsPoller poller = new MetricsPoller(waiting::add, () -> now, woken::add, this::connect);

    @BeforeEach
    void trafficForTenMinutes() {
        for (var s = -5; s <= 600; s += 5) {
            jit.answer("200", 1, 0);
            jit.scrape(ANCHOR.plusSeconds(s));
        }
    }

    @Test
    void answersAtOnceAndWakesWhenThereIsMore() {
        assertThat(why(look())).isEqualTo("the first query to Prometheus is under way");
        assertThat(woken).isEmpty();

        waiting.remove().run();

        assertThat(woken).containsExactly("shop/checkout");
        assertThat(look().metrics().traffic()).isInstanceOf(Reading.Known.class);
        assertThat(look().asOf()).isEqualTo(now);
    }

    @Test
    void startsOneFetchAnIntervalAndNoneWhileOneIsUnderWay() {
        look();
        look();
        pass(30);
        look();
        assertThat(waiting).hasSize(1);

        waiting.remove().run();
        look();
        assertThat(waiting).hasSize(1);
        waiting.remove().run();
        pass(4);
        look();
        assertThat(waiting).isEmpty();
        pass(1);
        look();
        assertThat(waiting).hasSize(1);
    }

    @Test
    void nobodyAsksSoNothingIsPolled() {
        look();
        waiting.remove().run();
        pass(3_600);

        assertThat(waiting).isEmpty();
    }

    @Test
    void aSnapshotThatIsTooOldIsMissing() {
        look();
        waiting.remove().run();
        pass(20);
        assertThat(look().metrics().traffic()).isInstanceOf(Reading.Known.class);
        pass(1);

        assertThat(why(look()))
                .isEqualTo(
                        "Prometheus at prometheus:9090 has not answered since 2026-11-01T12:01:00Z; a query is under way");
    }

    @Test
    void aServerThatIsDownIsAskedLessAndLessOften() {
        source = (_, _) -> new Unavailable("Prometheus at prometheus:9090: HTTP 503", false);
        var started = new ArrayList<Long>();
        for (var s = 0; s < 90; s++) {
            look();
            if (!waiting.isEmpty()) {
                started.add((long) s);
                waiting.remove().run();
            }
            pass(1);
        }

        assertThat(started).containsExactly(0L, 5L, 10L, 15L, 23L, 39L, 69L);
        assertThat(woken).hasSize(7);
    }

    @Test
    void aFailureSaysWhenTheNextTryIs() {
        source = (_, _) -> new Unavailable("Prometheus at prometheus:9090: HTTP 503", false);
        look();
        waiting.remove().run();

        var seen = look();
        assertThat(why(seen)).isEqualTo("Prometheus at prometheus:9090: HTTP 503; next try at 12:01:05Z");
        assertThat(seen.metrics().budget()).isEqualTo(new Reading.Missing<>(why(seen)));
        assertThat(seen.metrics().memory()).isEqualTo(new Reading.Missing<>(why(seen)));
    }

    @Test
    void aServerThatRecoversIsPolledAsBefore() {
        source = (_, _) -> new Unavailable("down", false);
        look();
        waiting.remove().run();
        source = prometheus;
        pass(5);
        look();
        waiting.remove().run();
        assertThat(look().metrics().traffic()).isInstanceOf(Reading.Known.class);
        pass(5);
        look();

        assertThat(waiting).hasSize(1);
    }

    @Test
    void aServerThatIsDownIsAskedOnlyOnceAFetch() {
        var asked = new ArrayList<String>();
        source = (promql, _) -> {
            asked.add(promql);
            return new Unavailable("down", false);
        };
        look();
        waiting.remove().run();

        assertThat(asked).hasSize(1);
    }

    @Test
    void anErrorWakesTooAndDoesNotStopThePolls() {
        source = (_, _) -> {
            throw new IllegalStateException("surprise");
        };
        look();
        assertThatThrownBy(waiting.remove()::run).hasMessage("surprise");

        assertThat(woken).hasSize(1);
        assertThat(why(look())).startsWith("reading metrics ended with an error: see the operator's log; next try at");
        source = prometheus;
        pass(5);
        look();
        waiting.remove().run();
        assertThat(look().metrics().traffic()).isInstanceOf(Reading.Known.class);
    }

    @Test
    void aPoolThatTakesNoMoreWorkIsAFailure() {
        var full = new MetricsPoller(
                _ -> {
                    throw new RejectedExecutionException();
                },
                () -> now,
                woken::add,
                this::connect);

        assertThat(why(full.latest("k", SERVER, request(ANCHOR))))
                .startsWith("no query to Prometheus could be started");
    }

    @Test
    void aNewStepAsksAnewAndKeepsTheBudget() {
        look();
        waiting.remove().run();
        var before = look();

        var next = poller.latest("shop/checkout", SERVER, request(ANCHOR.plusSeconds(50)));
        assertThat(why(next)).isEqualTo("the first query to Prometheus for this step is under way");
        assertThat(next.metrics().budget()).isEqualTo(before.metrics().budget());
        assertThat(waiting).hasSize(1);
    }

    @Test
    void theAnswerToAnEarlierQuestionIsDropped() {
        look();
        var old = waiting.remove();
        poller.latest("shop/checkout", SERVER, request(ANCHOR.plusSeconds(50)));
        assertThat(waiting).as("one at a time").isEmpty();
        old.run();

        assertThat(woken).hasSize(1);
        assertThat(why(poller.latest("shop/checkout", SERVER, request(ANCHOR.plusSeconds(50)))))
                .contains("under way");
        waiting.remove().run();
        assertThat(poller.latest("shop/checkout", SERVER, request(ANCHOR.plusSeconds(50)))
                        .metrics()
                        .traffic())
                .isInstanceOf(Reading.Known.class);
    }

    @Test
    void podsThatComeAndGoAskNoOtherQuestion() {
        look();
        waiting.remove().run();
        var more = Requests.since(
                ANCHOR,
                List.of(jit.observed(LONG_AGO), new ObservedPod("checkout-7d9f8c6b5-bbbbb", now, 0)),
                List.of());

        assertThat(poller.latest("shop/checkout", SERVER, more).metrics().traffic())
                .isInstanceOf(Reading.Known.class);
    }

    @Test
    void anotherServerIsAskedWithoutWhatTheFirstSaid() {
        look();
        waiting.remove().run();

        assertThat(why(poller.latest("shop/checkout", OTHER, request(ANCHOR))))
                .isEqualTo("the first query to Prometheus is under way");
        waiting.remove().run();
        assertThat(poller.latest("shop/checkout", OTHER, request(ANCHOR))
                        .metrics()
                        .traffic())
                .isInstanceOf(Reading.Known.class);
        assertThat(connected).containsExactly(SERVER, OTHER);
    }

    @Test
    void rolloutsShareAConnectionAndAreForgottenOneByOne() {
        poller.latest("a", SERVER, request(ANCHOR));
        poller.latest("b", SERVER, request(ANCHOR));
        assertThat(connected).containsExactly(SERVER);
        poller.forget("a");
        poller.latest("a", SERVER, request(ANCHOR));
        assertThat(connected).containsExactly(SERVER);
        poller.forget("a");
        poller.forget("b");
        poller.latest("a", SERVER, request(ANCHOR));
        assertThat(connected).containsExactly(SERVER, SERVER);
        waiting.forEach(Runnable::run);

        assertThat(woken).containsExactly("a", "b", "a", "a");
    }

    private MetricSource connect(PrometheusConnection connection) {
        connected.add(connection);
        return (promql, at) -> source.query(promql, at);
    }

    private void pass(long seconds) {
        now = now.plusSeconds(seconds);
    }

    private MetricsSnapshot look() {
        return poller.latest("shop/checkout", SERVER, request(ANCHOR));
    }

    private MetricsRequest request(Instant anchor) {
        return Requests.since(anchor, List.of(jit.observed(LONG_AGO)), List.of());
    }

    private static String why(MetricsSnapshot snapshot) {
        return ((Reading.Missing<?>) snapshot.metrics().traffic()).why();
    }
}
