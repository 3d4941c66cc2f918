package dev.aotrollout.observe;

import static dev.aotrollout.observe.Requests.ANCHOR;
import static dev.aotrollout.observe.Requests.LONG_AGO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.judge.Bucket;
import dev.aotrollout.judge.Counts;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.judge.Traffic;
import dev.aotrollout.observe.QueryResult.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrafficReaderTest {
    private final RecordedPrometheus prometheus = new RecordedPrometheus();
    private final ScrapedPod jit = new ScrapedPod(prometheus, ScrapedPod.JIT_POD);
    private final ScrapedPod aot = new ScrapedPod(prometheus, ScrapedPod.AOT_POD);

    @Test
    void countsFromTheLastScrapeBeforeTheAnchor() {
        jit.answer("200", 1_000, 10);
        jit.scrape(second(-7));
        jit.answer("200", 5, 0);
        jit.scrape(second(-2));
        jit.answer("200", 40, 3);
        jit.answer("404", 2, 0);
        jit.scrape(second(3));

        // 404 is new on an endpoint that was scraped before, so it counts from 0; it is no error.
        assertThat(traffic(second(4)).jit()).isEqualTo(new Counts(42, 0, 3));
    }

    @Test
    void aScrapeAtTheAnchorIsABaseline() {
        jit.answer("200", 10, 0);
        jit.scrape(second(0));
        jit.answer("200", 1, 0);
        jit.scrape(second(5));

        assertThat(traffic(second(6)).jit()).isEqualTo(new Counts(1, 0, 0));
    }

    @Test
    void theFirstFailureEverIsAnError() {
        jit.answer("200", 10, 0);
        aot.answer("200", 10, 0);
        scrapeBoth(-5);
        aot.answer("500", 1, 1);
        scrapeBoth(5);

        assertThat(traffic(second(6)).aot()).isEqualTo(new Counts(1, 1, 1));
    }

    @Test
    void aCounterThatFellStartedAgainFromZero() {
        aot.answer("200", 500, 4);
        aot.scrape(second(-5));
        aot.answer("200", 20, 1);
        aot.scrape(second(5));
        aot.restart();
        aot.answer("200", 7, 2);
        aot.scrape(second(10));

        assertThat(traffic(second(11)).aot()).isEqualTo(new Counts(27, 0, 3));
    }

    @Test
    void aRestartThatOnlyTheBucketShowsIsSeen() {
        aot.answer("200", 10, 0);
        aot.scrape(second(-5));
        aot.restart();
        aot.answer("200", 12, 9);
        aot.scrape(second(5));

        assertThat(traffic(second(6)).aot()).isEqualTo(new Counts(12, 0, 9));
    }

    @Test
    void theSameRareFailureBeforeAndAfterACrashIsTwoFailures() {
        aot.answer("200", 100, 0);
        aot.scrape(second(-5));
        aot.answer("500", 1, 0);
        aot.scrape(second(5));
        aot.restart();
        aot.answer("200", 3, 0);
        aot.scrape(second(10));
        aot.answer("500", 1, 0);
        aot.scrape(second(15));

        assertThat(traffic(second(16)).aot()).isEqualTo(new Counts(5, 2, 0));
    }

    @Test
    void aPodCreatedAfterTheAnchorCountsFromZero() {
        jit.answer("200", 1, 0);
        jit.scrape(second(-5));
        aot.answer("200", 30, 0);
        scrapeBoth(5);

        assertThat(traffic(second(6), second(1)).aot().requests()).isEqualTo(30);
    }

    @Test
    void whereScrapingBeganLateTheFirstValueIsABaseline() {
        jit.answer("200", 1, 0);
        jit.scrape(second(-5));
        aot.answer("200", 30_000, 0);
        scrapeBoth(5);
        aot.answer("200", 4, 0);
        scrapeBoth(10);

        assertThat(traffic(second(11)).aot().requests()).isEqualTo(4);
    }

    @Test
    void anotherEndpointOfThePodProvesNothingAboutThisOne() {
        prometheus.scrape(
                Map.of("__name__", "up", "namespace", "shop", "pod", ScrapedPod.AOT_POD, "instance", "sidecar:15020"),
                second(-5),
                1);
        aot.answer("200", 30_000, 0);
        aot.scrape(second(5));

        assertThat(traffic(second(6)).aot().requests()).isZero();
    }

    @Test
    void aFailedScrapeProvesNothing() {
        prometheus.scrape(aot.labels("up", Map.of()), second(-5), 0);
        aot.answer("200", 30_000, 0);
        aot.scrape(second(5));

        assertThat(traffic(second(6)).aot().requests()).isZero();
    }

    @Test
    void aPodThatIsGoneKeepsItsShare() {
        jit.answer("200", 1, 0);
        aot.answer("200", 1, 0);
        scrapeBoth(-5);
        aot.answer("503", 9, 0);
        scrapeBoth(5);
        for (var s = 10; s <= 120; s += 5) jit.scrape(second(s));

        var request = Requests.since(ANCHOR, List.of(jit.observed(LONG_AGO)), List.of());
        assertThat(known(new TrafficReader().read(prometheus, request, second(121)))
                        .aot())
                .isEqualTo(new Counts(9, 9, 0));
    }

    @Test
    void staleMarkersAndOddValuesAreNoValues() {
        jit.answer("200", 10, 0);
        jit.scrape(second(-5));
        var labels =
                jit.labels(RequestCounters.COUNT, Map.of("http_response_status_code", "200", "http_route", "/pay"));
        for (var odd : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1})
            prometheus.scrape(labels, second(2), odd);
        jit.answer("200", 5, 0);
        jit.scrape(second(5));

        assertThat(traffic(second(6)).jit()).isEqualTo(new Counts(5, 0, 0));
    }

    @Test
    void twoJobsThatScrapeOneProcessCountOnce() {
        jit.answer("200", 100, 0);
        for (var s = -5; s <= 20; s += 5) {
            // The second job's scrape began earlier and was slow: a higher value under an earlier stamp.
            jit.job("pods").scrape(second(s).minusMillis(30));
            jit.answer("200", 10, 0);
            jit.job("by-service").scrape(second(s).minusMillis(40));
        }

        assertThat(traffic(second(21)).jit().requests()).isEqualTo(40);
    }

    @Test
    void anotherJobTakesOverWhenTheFirstIsGone() {
        jit.answer("200", 100, 0);
        jit.scrape(second(-5));
        jit.answer("200", 10, 0);
        jit.scrape(second(5));
        for (var s = 10; s <= 40; s += 5) {
            jit.answer("200", 1, 0);
            jit.job("renamed").scrape(second(s));
        }

        assertThat(traffic(second(41)).jit().requests()).isEqualTo(17);
    }

    @Test
    void bucketsLieOnAGridFromTheAnchorAndEndWithTheirEdge() {
        jit.answer("200", 100, 0);
        for (var s = -5; s <= 15; s += 5) {
            jit.scrape(second(s));
            jit.answer("200", s == 0 ? 7 : 1, 0);
        }

        assertThat(traffic(second(16)).buckets())
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

        assertThat(traffic(second(144)).buckets())
                .extracting(Bucket::start)
                .containsExactly(second(0), second(30), second(60), second(90), second(120));
        assertThat(traffic(second(144)).buckets())
                .allMatch(b -> b.jit().requests() == 10 && b.aot().requests() == 1);
    }

    @Test
    void whatIsOlderThanAnHourIsKeptByTheMinute() {
        for (var s = -5; s <= 7_200; s += 5) {
            jit.answer("200", 1, 0);
            jit.scrape(second(s));
        }

        var buckets = traffic(second(7_201)).buckets();
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
        var labels =
                aot.labels(RequestCounters.COUNT, Map.of("http_response_status_code", "200", "http_route", "/pay"));
        prometheus.arriveLate(labels, second(20), 8, second(55));
        prometheus.arriveLate(labels, second(25), 9, second(26));

        for (var s = 5; s <= 60; s += 5) {
            prometheus.setClock(second(s));
            reader.read(prometheus, request(), second(s));
        }

        assertThat(reader.read(
                        prometheus, Requests.since(ANCHOR, List.of(jit.observed(LONG_AGO)), List.of()), second(61)))
                .isEqualTo(new TrafficReader()
                        .read(
                                prometheus,
                                Requests.since(ANCHOR, List.of(jit.observed(LONG_AGO)), List.of()),
                                second(61)));
    }

    @Test
    void boundsAreNumbersHoweverTheyAreWritten() {
        jit.bound("0.250").answer("200", 10, 0);
        aot.bound("0.25").answer("200", 10, 0);
        scrapeBoth(-5);
        jit.answer("200", 10, 4);
        aot.answer("200", 10, 3);
        scrapeBoth(5);

        var traffic = traffic(second(6));
        assertThat(traffic.slowBoundSeconds()).isEqualTo(0.25);
        assertThat(traffic.jit().slow()).isEqualTo(4);
        assertThat(traffic.aot().slow()).isEqualTo(3);
    }

    @Test
    void theSmallestBoundOfBothTracksIsTaken() {
        jit.bound("0.3").answer("200", 10, 0);
        aot.bound("0.5").answer("200", 10, 0);
        scrapeBoth(-5);
        jit.answer("200", 10, 4);
        aot.answer("200", 10, 3);
        scrapeBoth(5);

        // 10 is the only one at or above 0.25 that both have, and nothing is slower.
        assertThat(traffic(second(6)).slowBoundSeconds()).isEqualTo(10);
        assertThat(traffic(second(6)).aot()).isEqualTo(new Counts(10, 0, 0));
    }

    @Test
    void aTrackWithoutHistogramLeavesSlowUnresolved() {
        jit.answer("200", 10, 0);
        aot.bound("").answer("200", 10, 0);
        scrapeBoth(-5);
        jit.answer("200", 10, 4);
        aot.answer("200", 10, 3);
        scrapeBoth(5);

        assertThat(traffic(second(6)).slowBoundSeconds()).isZero();
        assertThat(traffic(second(6)).aot().requests()).isEqualTo(10);
    }

    @Test
    void anAotTrackWithOtherBoundsThatAppearsLaterChangesTheBound() {
        var reader = new TrafficReader();
        jit.bound("0.3").answer("200", 10, 0);
        jit.scrape(second(-5));
        jit.answer("200", 1, 1);
        jit.scrape(second(5));
        assertThat(known(reader.read(prometheus, request(), second(6))).slowBoundSeconds())
                .isEqualTo(0.3);

        aot.bound("0.5").scrape(second(5));
        aot.answer("200", 1, 0);
        scrapeBoth(10);
        var later = reader.read(prometheus, request(), second(11));
        assertThat(known(later).slowBoundSeconds()).isEqualTo(10);
        assertThat(later).isEqualTo(new TrafficReader().read(prometheus, request(), second(11)));
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
        reader.read(prometheus, request(), second(596));
        prometheus.queries.clear();
        reader.read(prometheus, request(), second(601));

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

        assertThat(reader.read(failing, request(), second(36_001))).isEqualTo(new Reading.Missing<>("down"));
        assertThat(known(reader.read(failing, request(), second(36_001))).jit().requests())
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

        assertThat(reader.read(prometheus, request(), now))
                .isInstanceOfSatisfying(
                        Reading.Missing.class,
                        m -> assertThat(m.why()).startsWith("reading the request counters since"));
        for (var i = 0; i < 2; i++) reader.read(prometheus, request(), now);
        assertThat(known(reader.read(prometheus, request(), now)).jit().requests())
                .isEqualTo(5);
    }

    private static Instant second(long offset) {
        return ANCHOR.plusSeconds(offset);
    }

    private void scrapeBoth(long offset) {
        jit.scrape(second(offset));
        aot.scrape(second(offset));
    }

    private MetricsRequest request() {
        return Requests.since(ANCHOR, List.of(jit.observed(LONG_AGO)), List.of(aot.observed(LONG_AGO)));
    }

    private Traffic traffic(Instant now) {
        return known(new TrafficReader().read(prometheus, request(), now));
    }

    private Traffic traffic(Instant now, Instant aotCreated) {
        var request = Requests.since(ANCHOR, List.of(jit.observed(LONG_AGO)), List.of(aot.observed(aotCreated)));
        return known(new TrafficReader().read(prometheus, request, now));
    }

    private static Traffic known(Reading<Traffic> reading) {
        return switch (reading) {
            case Reading.Known<Traffic>(var traffic, var _) -> traffic;
            case Reading.Missing<Traffic>(var why, var _) -> throw new AssertionError(why);
        };
    }
}
