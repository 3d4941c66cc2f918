package dev.aotrollout.observe;

import static dev.aotrollout.observe.Requests.ANCHOR;
import static dev.aotrollout.observe.Requests.LONG_AGO;
import static dev.aotrollout.observe.TwoPods.known;
import static dev.aotrollout.observe.TwoPods.second;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.judge.Counts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CounterRulesTest {
    private final TwoPods pods = new TwoPods();
    private final RecordedPrometheus prometheus = pods.prometheus();
    private final ScrapedPod jit = pods.jit();
    private final ScrapedPod aot = pods.aot();

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
        assertThat(pods.traffic(second(4)).jit()).isEqualTo(new Counts(42, 0, 3));
    }

    @Test
    void aScrapeAtTheAnchorIsABaseline() {
        jit.answer("200", 10, 0);
        jit.scrape(second(0));
        jit.answer("200", 1, 0);
        jit.scrape(second(5));

        assertThat(pods.traffic(second(6)).jit()).isEqualTo(new Counts(1, 0, 0));
    }

    @Test
    void theFirstFailureEverIsAnError() {
        jit.answer("200", 10, 0);
        aot.answer("200", 10, 0);
        pods.scrapeBoth(-5);
        aot.answer("500", 1, 1);
        pods.scrapeBoth(5);

        assertThat(pods.traffic(second(6)).aot()).isEqualTo(new Counts(1, 1, 1));
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

        assertThat(pods.traffic(second(11)).aot()).isEqualTo(new Counts(27, 0, 3));
    }

    @Test
    void aRestartThatOnlyTheBucketShowsIsSeen() {
        aot.answer("200", 10, 0);
        aot.scrape(second(-5));
        aot.restart();
        aot.answer("200", 12, 9);
        aot.scrape(second(5));

        assertThat(pods.traffic(second(6)).aot()).isEqualTo(new Counts(12, 0, 9));
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

        assertThat(pods.traffic(second(16)).aot()).isEqualTo(new Counts(5, 2, 0));
    }

    @Test
    void aPodCreatedAfterTheAnchorCountsFromZero() {
        jit.answer("200", 1, 0);
        jit.scrape(second(-5));
        aot.answer("200", 30, 0);
        pods.scrapeBoth(5);

        assertThat(pods.traffic(second(6), second(1)).aot().requests()).isEqualTo(30);
    }

    @Test
    void whereScrapingBeganLateTheFirstValueIsABaseline() {
        jit.answer("200", 1, 0);
        jit.scrape(second(-5));
        aot.answer("200", 30_000, 0);
        pods.scrapeBoth(5);
        aot.answer("200", 4, 0);
        pods.scrapeBoth(10);

        assertThat(pods.traffic(second(11)).aot().requests()).isEqualTo(4);
    }

    @Test
    void anotherEndpointOfThePodProvesNothingAboutThisOne() {
        prometheus.scrape(
                Map.of("__name__", "up", "namespace", "shop", "pod", ScrapedPod.AOT_POD, "instance", "sidecar:15020"),
                second(-5),
                1);
        aot.answer("200", 30_000, 0);
        aot.scrape(second(5));

        assertThat(pods.traffic(second(6)).aot().requests()).isZero();
    }

    @Test
    void aFailedScrapeProvesNothing() {
        prometheus.scrape(aot.labels("up", Map.of()), second(-5), 0);
        aot.answer("200", 30_000, 0);
        aot.scrape(second(5));

        assertThat(pods.traffic(second(6)).aot().requests()).isZero();
    }

    @Test
    void aPodThatIsGoneKeepsItsShare() {
        jit.answer("200", 1, 0);
        aot.answer("200", 1, 0);
        pods.scrapeBoth(-5);
        aot.answer("503", 9, 0);
        pods.scrapeBoth(5);
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
        var labels = jit.labels(ScrapedPod.COUNT, Map.of("http_response_status_code", "200", "http_route", "/pay"));
        for (var odd : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1})
            prometheus.scrape(labels, second(2), odd);
        jit.answer("200", 5, 0);
        jit.scrape(second(5));

        assertThat(pods.traffic(second(6)).jit()).isEqualTo(new Counts(5, 0, 0));
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

        assertThat(pods.traffic(second(21)).jit().requests()).isEqualTo(40);
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

        assertThat(pods.traffic(second(41)).jit().requests()).isEqualTo(17);
    }
}
