package dev.aotrollout.observe;

import static dev.aotrollout.observe.Requests.ANCHOR;
import static dev.aotrollout.observe.Requests.LONG_AGO;
import static dev.aotrollout.observe.TwoPods.known;
import static dev.aotrollout.observe.TwoPods.second;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.judge.Counts;
import dev.aotrollout.judge.PodTraffic;
import dev.aotrollout.judge.Traffic;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    private final TwoPods pods = new TwoPods();
    private final ScrapedPod jit = pods.jit();
    private final ScrapedPod aot = pods.aot();

    @Test
    void requestsOfAYoungPodAreNotTimedButTheirErrorsCount() {
        jit.answer("200", 10, 0);
        pods.scrapeBoth(-5);
        for (var s = 5; s <= 60; s += 5) {
            jit.answer("200", 10, 1);
            aot.answer("200", 4, 2);
            aot.answer("500", 1, 1);
            pods.scrapeBoth(s);
        }

        // Created at 0 with 30 s of warm-up: the scrapes at 35 to 60 are warm.
        var traffic = traffic(List.of(jit.observed(LONG_AGO)), List.of(aot.observed(ANCHOR)));
        assertThat(traffic.jit()).isEqualTo(new Counts(120, 0, 120, 12));
        assertThat(traffic.aot()).isEqualTo(new Counts(60, 12, 30, 18));
        assertThat(traffic.routes().getFirst().aot()).isEqualTo(traffic.aot());
    }

    @Test
    void aPodThatIsGoneWasAsOldAsItsFirstScrapeSays() {
        jit.answer("200", 10, 0);
        for (var s = -300; s <= -5; s += 5) jit.scrape(second(s));
        for (var s = 5; s <= 60; s += 5) {
            jit.scrape(second(s));
            aot.scrape(second(s));
            aot.answer("200", 4, 2);
        }

        var traffic = traffic(List.of(jit.observed(LONG_AGO)), List.of());
        // First scraped at 5, so warm after 35.
        assertThat(traffic.aot()).isEqualTo(new Counts(44, 0, 20, 10));
    }

    @Test
    void requestsByPodLieInMinutesSinceTheAnchor() {
        jit.answer("200", 10, 0);
        pods.scrapeBoth(-5);
        for (var s = 5; s <= 130; s += 5) {
            if (s <= 60) jit.answer("200", 2, 0);
            if (s > 120) aot.answer("500", 1, 0);
            pods.scrapeBoth(s);
        }

        var traffic = known(new TrafficReader().read(pods.prometheus(), pods.request(), second(131)));
        assertThat(traffic.jitPods())
                .containsExactly(
                        new PodTraffic(ScrapedPod.JIT_POD, List.of(new Counts(24, 0, 0), Counts.ZERO, Counts.ZERO)));
        assertThat(traffic.aotPods())
                .containsExactly(
                        new PodTraffic(ScrapedPod.AOT_POD, List.of(Counts.ZERO, Counts.ZERO, new Counts(2, 2, 0))));
    }

    private Traffic traffic(List<ObservedPod> jitPods, List<ObservedPod> aotPods) {
        var request = Requests.withWarmUp(Requests.since(ANCHOR, jitPods, aotPods), Duration.ofSeconds(30));
        return known(new TrafficReader().read(pods.prometheus(), request, second(61)));
    }
}
