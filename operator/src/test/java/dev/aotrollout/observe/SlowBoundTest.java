package dev.aotrollout.observe;

import static dev.aotrollout.observe.TwoPods.known;
import static dev.aotrollout.observe.TwoPods.second;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.judge.Counts;
import org.junit.jupiter.api.Test;

class SlowBoundTest {
    private final TwoPods pods = new TwoPods();
    private final RecordedPrometheus prometheus = pods.prometheus();
    private final ScrapedPod jit = pods.jit();
    private final ScrapedPod aot = pods.aot();

    @Test
    void boundsAreNumbersHoweverTheyAreWritten() {
        jit.bound("0.250").answer("200", 10, 0);
        aot.bound("0.25").answer("200", 10, 0);
        pods.scrapeBoth(-5);
        jit.answer("200", 10, 4);
        aot.answer("200", 10, 3);
        pods.scrapeBoth(5);

        var traffic = pods.traffic(second(6));
        assertThat(traffic.slowBoundSeconds()).isEqualTo(0.25);
        assertThat(traffic.jit().slow()).isEqualTo(4);
        assertThat(traffic.aot().slow()).isEqualTo(3);
    }

    @Test
    void theSmallestBoundOfBothTracksIsTaken() {
        jit.bound("0.3").answer("200", 10, 0);
        aot.bound("0.5").answer("200", 10, 0);
        pods.scrapeBoth(-5);
        jit.answer("200", 10, 4);
        aot.answer("200", 10, 3);
        pods.scrapeBoth(5);

        // 10 is the only one at or above 0.25 that both have, and nothing is slower.
        assertThat(pods.traffic(second(6)).slowBoundSeconds()).isEqualTo(10);
        assertThat(pods.traffic(second(6)).aot()).isEqualTo(new Counts(10, 0, 0));
    }

    @Test
    void aTrackWithoutHistogramLeavesSlowUnresolved() {
        jit.answer("200", 10, 0);
        aot.bound("").answer("200", 10, 0);
        pods.scrapeBoth(-5);
        jit.answer("200", 10, 4);
        aot.answer("200", 10, 3);
        pods.scrapeBoth(5);

        assertThat(pods.traffic(second(6)).slowBoundSeconds()).isZero();
        assertThat(pods.traffic(second(6)).aot().requests()).isEqualTo(10);
    }

    @Test
    void anAotTrackWithOtherBoundsThatAppearsLaterChangesTheBound() {
        var reader = new TrafficReader();
        jit.bound("0.3").answer("200", 10, 0);
        jit.scrape(second(-5));
        jit.answer("200", 1, 1);
        jit.scrape(second(5));
        assertThat(known(reader.read(prometheus, pods.request(), second(6))).slowBoundSeconds())
                .isEqualTo(0.3);

        aot.bound("0.5").scrape(second(5));
        aot.answer("200", 1, 0);
        pods.scrapeBoth(10);
        var later = reader.read(prometheus, pods.request(), second(11));
        assertThat(known(later).slowBoundSeconds()).isEqualTo(10);
        assertThat(later).isEqualTo(new TrafficReader().read(prometheus, pods.request(), second(11)));
    }
}
