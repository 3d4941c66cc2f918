package dev.aotrollout.observe;

import static dev.aotrollout.observe.Requests.ANCHOR;
import static dev.aotrollout.observe.Requests.LONG_AGO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.judge.Reading;
import dev.aotrollout.judge.Traffic;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrafficCheckTest {
    private final RecordedPrometheus prometheus = new RecordedPrometheus();
    private final ScrapedPod jit = new ScrapedPod(prometheus, ScrapedPod.JIT_POD);
    private final ScrapedPod aot = new ScrapedPod(prometheus, ScrapedPod.AOT_POD);

    @Test
    void noSeriesAtAllIsMissingAndSaysWhatToCheck() {
        assertThat(why(60))
                .isEqualTo(
                        "no http_server_request_duration_seconds_count series for namespace shop, pods of checkout and"
                                + " checkout-aot: check metrics.profile and that Prometheus scrapes the pods");
    }

    @Test
    void anAotTrackThatNobodyAskedHasNoTraffic() {
        jit.answer("200", 5, 0);
        jit.scrape(second(50));
        jit.scrape(second(55));
        aot.scrape(second(55));

        assertThat(read(60)).isInstanceOf(Reading.Known.class);
    }

    @Test
    void anAotTrackThatIsNoLongerScrapedIsMissingThoughJitIsFresh() {
        jit.answer("200", 5, 0);
        aot.answer("200", 5, 0);
        for (var s = -5; s <= 60; s += 5) {
            jit.scrape(second(s));
            if (s <= 20) aot.scrape(second(s));
        }

        assertThat(read(40)).isInstanceOf(Reading.Known.class);
        assertThat(why(62))
                .isEqualTo(
                        "the newest sample of the AOT pods is 42 s old, limit 20 s: check that Prometheus scrapes them");
    }

    @Test
    void rareScrapesAreNotStale() {
        jit.answer("200", 5, 0);
        for (var s = -60; s <= 60; s += 60) jit.scrape(second(s));

        assertThat(read(60 + 185)).isInstanceOf(Reading.Known.class);
        assertThat(why(60 + 186)).startsWith("the newest sample of the JIT pods is 186 s old, limit 185 s");
    }

    @Test
    void samplesOfPodsThatAreGoneAreNotCurrent() {
        jit.answer("200", 5, 0);
        for (var s = -5; s <= 20; s += 5) jit.scrape(second(s));

        var reading = new TrafficReader().read(prometheus, Requests.since(ANCHOR, List.of(), List.of()), second(60));
        assertThat(((Reading.Missing<Traffic>) reading).why())
                .startsWith("the newest sample of the JIT and AOT pods is 40 s old");
    }

    @Test
    void newPodsWithoutARequestYetDoNotMakeTheTrackStale() {
        jit.answer("200", 5, 0);
        aot.answer("200", 5, 0);
        for (var s = -5; s <= 60; s += 5) {
            jit.scrape(second(s));
            if (s <= 20) aot.scrape(second(s));
        }
        var fresh = new ScrapedPod(prometheus, "checkout-aot-6c5d9f8b7-bbbbb");
        fresh.scrape(second(60));

        var request = Requests.since(ANCHOR, List.of(jit.observed(LONG_AGO)), List.of(fresh.observed(second(30))));
        assertThat(new TrafficReader().read(prometheus, request, second(62)))
                .isEqualTo(new Reading.Known<>(
                        ((Reading.Known<Traffic>) new TrafficReader().read(prometheus, request, second(62))).value(),
                        second(60)));
    }

    @Test
    void namesThatKubernetesCutCannotBeToldApart() {
        var longName = "x".repeat(58);
        var pod = new ScrapedPod(prometheus, longName + "bcdfg");
        pod.answer("200", 1, 0);
        pod.scrape(second(1));
        var tracks = new Tracks(
                "shop",
                "app",
                new TrackPods(longName, longName, List.of()),
                new TrackPods(longName + "-aot", longName + "-aot", List.of()));
        var request = Requests.of(tracks, ANCHOR);

        assertThat(((Reading.Missing<Traffic>) new TrafficReader().read(prometheus, request, second(2))).why())
                .contains("can be of either track");
    }

    private static Instant second(long offset) {
        return ANCHOR.plusSeconds(offset);
    }

    private Reading<Traffic> read(long at) {
        var request = Requests.since(ANCHOR, List.of(jit.observed(LONG_AGO)), List.of(aot.observed(LONG_AGO)));
        return new TrafficReader().read(prometheus, request, second(at));
    }

    private String why(long at) {
        return ((Reading.Missing<Traffic>) read(at)).why();
    }
}
