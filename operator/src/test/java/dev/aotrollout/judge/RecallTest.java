package dev.aotrollout.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What a judge remembers is only speed: random streams, looked at at random moments, with and without memory. */
class RecallTest {
    private static final List<Guard> GUARDS = List.of(
            new ErrorsGuard(Mode.ENFORCE, 1.25, 50),
            new LatencyGuard(Mode.ENFORCE, 1.1, 50),
            new MemoryGuard(Mode.ENFORCE, 0, 5, 90),
            new CpuGuard(Mode.ENFORCE, 10));
    private static final int BUCKETS = 40;

    private final long seed = Long.getLong("seed", new SplittableRandom().nextLong());
    private final RandomGenerator random = new SplittableRandom(seed);

    @Test
    void anEmptyMemoryHasTheSameFindings() {
        for (var run = 0; run < 60; run++) {
            var recall = new Recall();
            var stream = new Stream(random);
            for (var look = 0; look < 25; look++) {
                var evidence = stream.next();
                assertThat(Judge.judge(GUARDS, evidence, recall))
                        .as("seed %s, run %s, look %s", seed, run, look)
                        .isEqualTo(Judge.judge(GUARDS, evidence, new Recall()));
            }
        }
    }

    /** Requests of two routes and three pods that grow, and now and then begin anew or are told differently. */
    private static final class Stream {
        private final RandomGenerator random;
        private Instant anchor = Seen.NOW.minusSeconds(3_000);
        private List<Bucket> one = new ArrayList<>();
        private List<Bucket> other = new ArrayList<>();

        Stream(RandomGenerator random) {
            this.random = random;
        }

        Evidence next() {
            switch (random.nextInt(12)) {
                case 0 -> restart();
                case 1 -> tellDifferently();
                default -> grow();
            }
            var seen = Seen.nothing();
            for (var i = 0; i < one.size(); i++) {
                var ago = (int) (Seen.NOW.getEpochSecond() - one.get(i).start().getEpochSecond());
                seen.requests(
                        ago,
                        one.get(i).jit().plus(other.get(i).jit()),
                        one.get(i).aot().plus(other.get(i).aot()));
            }
            var evidence = seen.cpu(List.of(2.0, 2.1), List.of(2.0, 1.0 + random.nextInt(3)))
                    .jitMemory(100, 110)
                    .aotMemory(90, 80 + random.nextInt(3))
                    .evidence();
            var total = ((Reading.Known<Traffic>) evidence.traffic()).value();
            return new Evidence(
                    evidence.now(),
                    evidence.step(),
                    evidence.metrics().withTraffic(new Reading.Known<>(routed(total), Seen.NOW)),
                    evidence.pods());
        }

        private Traffic routed(Traffic total) {
            return new Traffic(
                    total.buckets(),
                    0.25,
                    List.of(route("/a", one), route("/b", other)),
                    List.of(pod("jit-1", total, 3), pod("jit-2", total, 1)),
                    List.of(pod("aot-1", total, 1)));
        }

        private static RouteTraffic route(String name, List<Bucket> buckets) {
            var whole = new Traffic(buckets, 0);
            return new RouteTraffic(
                    name,
                    whole.jit(),
                    whole.aot(),
                    buckets.stream()
                            .filter(b -> b.jit().errors() + b.aot().errors() > 0)
                            .toList());
        }

        private static PodTraffic pod(String name, Traffic total, int share) {
            return new PodTraffic(
                    name,
                    total.buckets().stream()
                            .map(b -> new Counts(b.jit().requests() / 4, b.jit().errors() * share / 4, 0))
                            .toList());
        }

        private void restart() {
            anchor = anchor.plusSeconds(7);
            one = new ArrayList<>();
            other = new ArrayList<>();
        }

        private void tellDifferently() {
            if (one.isEmpty()) return;
            var at = random.nextInt(one.size());
            one.set(at, bucket(at));
        }

        /** The last bucket may have grown too. */
        private void grow() {
            var more = random.nextInt(3);
            if (!one.isEmpty()) {
                var last = one.removeLast();
                one.add(new Bucket(last.start(), last.jit().plus(counts(50, 0.02)), last.aot()));
            }
            for (var i = 0; i < more && one.size() < BUCKETS; i++) {
                one.add(bucket(one.size()));
                other.add(bucket(other.size()));
            }
        }

        private Bucket bucket(int at) {
            return new Bucket(anchor.plusSeconds(30L * at), counts(300, 0.01), counts(60, 0.02));
        }

        private Counts counts(int most, double ratio) {
            var requests = random.nextInt(most);
            var errors = 0;
            for (var i = 0; i < requests; i++) if (random.nextDouble() < ratio) errors++;
            return new Counts(requests, errors, requests, Math.min(requests, 2 * errors));
        }
    }
}
