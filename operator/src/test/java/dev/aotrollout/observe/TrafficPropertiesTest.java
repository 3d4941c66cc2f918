package dev.aotrollout.observe;

import static dev.aotrollout.observe.Requests.ANCHOR;
import static dev.aotrollout.observe.Requests.LONG_AGO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.judge.Counts;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.judge.Traffic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random services whose pods come, go and restart: what is counted is what they answered, however it was polled. */
class TrafficPropertiesTest {
    private static final String SAFE = "bcdfghjklmnpqrstvwxz2456789";

    /** Fixed ones, and a fresh one that the name of the test shows. */
    static LongStream seeds() {
        return LongStream.concat(LongStream.rangeClosed(1, 25), LongStream.of(System.nanoTime()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void countsExactlyWhatWasAnsweredHoweverItIsPolled(long seed) {
        var world = new World(new Random(seed));
        var polled = new TrafficReader();
        Reading<Traffic> last = new Reading.Missing<>("never polled");
        for (var second = 1; second <= world.length; second++) {
            world.tick(second);
            if (world.random.nextInt(20) == 0 || second == world.length)
                last = polled.read(world.prometheus, world.request(), ANCHOR.plusSeconds(second));
        }

        var now = ANCHOR.plusSeconds(world.length);
        assertThat(last)
                .as("read once, seed %d", seed)
                .isEqualTo(new TrafficReader().read(world.prometheus, world.request(), now));
        var traffic = ((Reading.Known<Traffic>) last).value();
        assertThat(traffic.jit()).as("JIT, seed %d", seed).isEqualTo(world.truth(false));
        assertThat(traffic.aot()).as("AOT, seed %d", seed).isEqualTo(world.truth(true));
    }

    private static final class World {
        private final Random random;
        private final RecordedPrometheus prometheus = new RecordedPrometheus();
        private final List<SimulatedPod> pods = new ArrayList<>();
        private final List<SimulatedPod> gone = new ArrayList<>();
        private final int spacing;
        private final int length;

        World(Random random) {
            this.random = random;
            this.spacing = List.of(2, 5, 15).get(random.nextInt(3));
            this.length = 100 + random.nextInt(500);
            for (var i = 0; i < 3; i++) {
                pods.add(new SimulatedPod(this, false, LONG_AGO));
                pods.add(new SimulatedPod(this, true, LONG_AGO));
            }
            for (var second = -40; second <= 0; second++) pods.forEach(second(second));
        }

        void tick(int second) {
            pods.forEach(second(second));
            var chance = random.nextInt(60);
            if (chance == 0 && pods.size() < 12)
                pods.add(new SimulatedPod(this, random.nextBoolean(), ANCHOR.plusSeconds(second)));
            if (chance == 1) pods.get(random.nextInt(pods.size())).restart(second);
            var leaving = pods.get(random.nextInt(pods.size()));
            if (chance == 2
                    && leaving.wasScrapedEmpty
                    && pods.stream().filter(p -> p.aot == leaving.aot).count() > 1) {
                pods.remove(leaving);
                gone.add(leaving);
            }
        }

        private Consumer<SimulatedPod> second(int second) {
            return pod -> pod.tick(second);
        }

        MetricsRequest request() {
            return Requests.since(ANCHOR, observed(false), observed(true));
        }

        private List<ObservedPod> observed(boolean aot) {
            return pods.stream()
                    .filter(pod -> pod.aot == aot)
                    .map(pod -> pod.scraped.observed(pod.created))
                    .toList();
        }

        Counts truth(boolean aot) {
            var all = new ArrayList<>(pods);
            all.addAll(gone);
            return all.stream()
                    .filter(pod -> pod.aot == aot)
                    .map(pod -> pod.counted)
                    .reduce(Counts.ZERO, Counts::plus);
        }

        String name(boolean aot) {
            var name = new StringBuilder(aot ? "checkout-aot-6c5d9f8b7-" : "checkout-7d9f8c6b5-");
            for (var i = 0; i < 5; i++) name.append(SAFE.charAt(random.nextInt(SAFE.length())));
            return name.toString();
        }
    }

    /** Counts what its scrapes can have seen: what it answered between two scrapes, if it did not restart in between. */
    private static final class SimulatedPod {
        private final World world;
        private final boolean aot;
        private final Instant created;
        private final int offset;
        private final ScrapedPod scraped;
        private final Map<String, long[]> sinceScrape = new HashMap<>();
        private Counts counted = Counts.ZERO;
        private boolean wasScrapedEmpty;
        private boolean busy;
        private boolean answered;
        private boolean answeredSinceStart;
        private int silentUntil = Integer.MIN_VALUE;

        SimulatedPod(World world, boolean aot, Instant created) {
            this.world = world;
            this.aot = aot;
            this.created = created;
            this.offset = world.random.nextInt(world.spacing);
            this.scraped = new ScrapedPod(world.prometheus, world.name(aot));
            this.busy = !created.equals(LONG_AGO) && world.random.nextBoolean();
        }

        void tick(int second) {
            if (busy && second > silentUntil) answer();
            if (Math.floorMod(second, world.spacing) == offset) scrape(second);
        }

        private void answer() {
            for (var status : List.of("200", "200", "404", "500"))
                if (world.random.nextInt(status.equals("200") ? 2 : 40) == 0) {
                    var requests = 60 + world.random.nextInt(40);
                    var slow = world.random.nextInt(10);
                    scraped.answer(status, requests, slow);
                    answered |= status.equals("200");
                    var seen = sinceScrape.computeIfAbsent(status, _ -> new long[2]);
                    seen[0] += requests;
                    seen[1] += slow;
                }
        }

        private void scrape(int second) {
            scraped.scrape(ANCHOR.plusSeconds(second));
            if (second > 0)
                sinceScrape.forEach((status, seen) ->
                        counted = counted.plus(new Counts(seen[0], status.equals("500") ? seen[0] : 0, seen[1])));
            sinceScrape.clear();
            if (!busy) wasScrapedEmpty = true;
            busy = true;
            answeredSinceStart = answered;
        }

        /** What was not scraped is lost; the new process is scraped once before it answers, so that no restart is hidden. */
        void restart(int second) {
            if (!answeredSinceStart) return;
            answered = false;
            answeredSinceStart = false;
            scraped.restart();
            sinceScrape.clear();
            silentUntil = second + world.spacing;
            scraped.answer("200", 1, 0);
            sinceScrape.put("200", new long[] {1, 0});
        }
    }
}
