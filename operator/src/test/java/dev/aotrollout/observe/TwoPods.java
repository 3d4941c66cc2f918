package dev.aotrollout.observe;

import static dev.aotrollout.observe.Requests.ANCHOR;
import static dev.aotrollout.observe.Requests.LONG_AGO;

import dev.aotrollout.judge.Reading;
import dev.aotrollout.judge.Traffic;
import java.time.Instant;
import java.util.List;

/** One pod of each track that one Prometheus scrapes; seconds count from the anchor. */
final class TwoPods {
    private final RecordedPrometheus prometheus = new RecordedPrometheus();
    private final ScrapedPod jit = new ScrapedPod(prometheus, ScrapedPod.JIT_POD);
    private final ScrapedPod aot = new ScrapedPod(prometheus, ScrapedPod.AOT_POD);

    RecordedPrometheus prometheus() {
        return prometheus;
    }

    ScrapedPod jit() {
        return jit;
    }

    ScrapedPod aot() {
        return aot;
    }

    static Instant second(long offset) {
        return ANCHOR.plusSeconds(offset);
    }

    void scrapeBoth(long offset) {
        jit.scrape(second(offset));
        aot.scrape(second(offset));
    }

    MetricsRequest request() {
        return Requests.since(ANCHOR, List.of(jit.observed(LONG_AGO)), List.of(aot.observed(LONG_AGO)));
    }

    Traffic traffic(Instant now) {
        return known(new TrafficReader().read(prometheus, request(), now));
    }

    Traffic traffic(Instant now, Instant aotCreated) {
        var request = Requests.since(ANCHOR, List.of(jit.observed(LONG_AGO)), List.of(aot.observed(aotCreated)));
        return known(new TrafficReader().read(prometheus, request, now));
    }

    static Traffic known(Reading<Traffic> reading) {
        return switch (reading) {
            case Reading.Known<Traffic>(var traffic, var _) -> traffic;
            case Reading.Missing<Traffic>(var why, var _) -> throw new AssertionError(why);
        };
    }
}
