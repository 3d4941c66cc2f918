package dev.aotrollout.observe;

import static dev.aotrollout.observe.Requests.ANCHOR;
import static dev.aotrollout.observe.Requests.LONG_AGO;
import static dev.aotrollout.observe.TwoPods.known;
import static dev.aotrollout.observe.TwoPods.second;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.judge.Bucket;
import dev.aotrollout.judge.Counts;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.observe.QueryResult.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrafficReaderTest {
    private final TwoPods pods = new TwoPods();
    private final RecordedPrometheus prometheus = pods.prometheus();
    private final ScrapedPod jit = pods.jit();
    private final ScrapedPod aot = pods.aot();

    @Test
    void bucketsLieOnAGridFromTheAnchorAndEndWithTheirEdge() {
        jit.answer("200", 100, 0);
        for (var s = -5; s <= 15; s += 5) {
            jit.scrape(second(s));
            jit.answer("200", s == 0 ? 7 : 1, 0);
        }

        assertThat(pods.traffic(second(16)).buckets())
                .containsExactly(
                        new Bucket(second(0), new Counts(7, 0, 0), Counts.ZERO),
                        new Bucket(second(5), new Counts(1, 0, 0), Counts.ZERO),
                        new Bucket(second(10), new Counts(1, 0, 0), Counts.ZERO));
    }

    @Test
    void bucketsAreAsWideAsTheScrapesAreApart() {
        for (var s = -60; s <= 120; s += 30) {
            jit.answer("200", 10, 0);
            aot.answer("200", 1, 0);
            jit.scrape(second(s + 11));
            aot.scrape(second(s + 23));
        }

        assertThat(pods.traffic(second(144)).buckets())
                .extracting(Bucket::start)
                .containsExactly(second(0), second(30), second(60), second(90), second(120));
        assertThat(pods.traffic(second(144)).buckets())
                .allMatch(b -> b.jit().requests() == 10 && b.aot().requests() == 1);
    }

    @Test
    void whatIsOlderThanAnHourIsKeptByTheMinute() {
        for (var s = -5; s <= 7_200; s += 5) {
            jit.answer("200", 1, 0);
            jit.scrape(second(s));
        }

        var buckets = pods.traffic(second(7_201)).buckets();
        assertThat(buckets).hasSize(60 + 720);
        assertThat(buckets.getFirst()).isEqualTo(new Bucket(second(0), new Counts(12, 0, 0), Counts.ZERO));
        assertThat(buckets.getLast()).isEqualTo(new Bucket(second(7_195), new Counts(1, 0, 0), Counts.ZERO));
    }

    @Test
    void aSampleThatArrivesLateIsNotLost() {
        var reader = new TrafficReader();
        jit.answer("200", 100, 0);
        for (var s = -5; s <= 60; s += 5) jit.scrape(second(s));
        aot.answer("200", 1, 0);
        aot.scrape(second(-5));
        var labels = aot.labels(ScrapedPod.COUNT, Map.of("http_response_status_code", "200", "http_route", "/pay"));
        prometheus.arriveLate(labels, second(20), 8, second(55));
        prometheus.arriveLate(labels, second(25), 9, second(26));

        for (var s = 5; s <= 60; s += 5) {
            prometheus.setClock(second(s));
            reader.read(prometheus, pods.request(), second(s));
        }

        var request = Requests.since(ANCHOR, List.of(jit.observed(LONG_AGO)), List.of());
        var polled = reader.read(prometheus, request, second(61));
        assertThat(known(polled).aot().requests()).isEqualTo(8);
        assertThat(polled).isEqualTo(new TrafficReader().read(prometheus, request, second(61)));
    }

    @Test
    void beforeTheAnchorTheLastMinuteCounts() {
        for (var s = -300; s <= 0; s += 5) {
            jit.answer("200", 2, 0);
            jit.scrape(second(s));
        }

        var request = Requests.unanchored(List.of(jit.observed(LONG_AGO)), List.of());
        assertThat(known(new TrafficReader().read(prometheus, request, second(0)))
                        .jit()
                        .requests())
                .isEqualTo(24);
    }

    @Test
    void aSteadyPollIsOneQueryOfTheNewestMinute() {
        var reader = new TrafficReader();
        for (var s = -5; s <= 600; s += 5) {
            jit.answer("200", 1, 0);
            jit.scrape(second(s));
        }
        reader.read(prometheus, pods.request(), second(596));
        prometheus.queries.clear();
        reader.read(prometheus, pods.request(), second(601));

        assertThat(prometheus.queries).singleElement().asString().endsWith("[65000ms]");
    }

    @Test
    void aFailureInTheMiddleOfALookBackIsMadeGoodByTheNext() {
        for (var s = -5; s <= 36_000; s += 60) {
            jit.answer("200", 1, 0);
            jit.scrape(second(s));
        }
        var reader = new TrafficReader();
        var calls = new int[1];
        MetricSource failing =
                (promql, at) -> ++calls[0] == 3 ? new Unavailable("down", false) : prometheus.query(promql, at);

        assertThat(reader.read(failing, pods.request(), second(36_001))).isEqualTo(new Reading.Missing<>("down"));
        assertThat(known(reader.read(failing, pods.request(), second(36_001)))
                        .jit()
                        .requests())
                .isEqualTo(600);
    }

    @Test
    void aLookBackOverManyDaysIsSpreadOverPolls() {
        var now = ANCHOR.plus(Duration.ofDays(6));
        jit.answer("200", 1, 0);
        jit.scrape(second(-5));
        jit.answer("200", 5, 0);
        jit.scrape(now.minusSeconds(10));
        jit.scrape(now.minusSeconds(5));
        var reader = new TrafficReader();

        assertThat(reader.read(prometheus, pods.request(), now))
                .isInstanceOfSatisfying(
                        Reading.Missing.class,
                        m -> assertThat(m.why()).startsWith("reading the request counters since"));
        for (var i = 0; i < 2; i++) reader.read(prometheus, pods.request(), now);
        assertThat(known(reader.read(prometheus, pods.request(), now)).jit().requests())
                .isEqualTo(5);
    }
}
