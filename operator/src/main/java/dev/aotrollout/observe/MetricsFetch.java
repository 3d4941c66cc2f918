package dev.aotrollout.observe;

import dev.aotrollout.judge.Budget;
import dev.aotrollout.judge.Coverage;
import dev.aotrollout.judge.Cpu;
import dev.aotrollout.judge.CustomValue;
import dev.aotrollout.judge.Exceptions;
import dev.aotrollout.judge.Identity;
import dev.aotrollout.judge.Latencies;
import dev.aotrollout.judge.Memory;
import dev.aotrollout.judge.Metrics;
import dev.aotrollout.judge.PodMemory;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.judge.Traffic;
import dev.aotrollout.observe.QueryResult.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All queries of one look at one rollout, traffic first: it is what a regression shows in. The others have their turn less often, and
 * leave it to a later look where this one has taken long. Used by one thread at a time.
 */
final class MetricsFetch {
    /** A pod near its limit shall be seen before it is killed. */
    private static final Duration EAGERLY = Duration.ofSeconds(5);

    private static final Duration OFTEN = Duration.ofSeconds(15);
    private static final Duration SOMETIMES = Duration.ofSeconds(30);
    private static final Duration RARELY = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final InstantSource time;
    private final TrafficReader traffic = new TrafficReader();
    private final BudgetReader budget;
    private final Paced<Memory> memory;
    private final Paced<Exceptions> exceptions;
    private final Paced<Cpu> cpu;
    private final Paced<Latencies> latencies;
    private final Paced<Map<String, List<PodMemory.Point>>> minutes;
    private final Paced<Identity> identity;
    private final Paced<Coverage> coverage;
    private final Paced<Duration> baseline;
    private final Map<CustomQuery, Paced<CustomValue>> custom = new HashMap<>();
    private Reading<Traffic> latestTraffic = new Reading.Missing<>("not read yet", true);

    MetricsFetch(InstantSource time) {
        this.time = time;
        budget = new BudgetReader(time);
        memory = new Paced<>(time, EAGERLY, MemoryReader::read);
        exceptions = new Paced<>(time, OFTEN, new ExceptionsReader()::read);
        cpu = new Paced<>(
                time, SOMETIMES, (source, request, now) -> CpuReader.read(source, request, latestTraffic, now));
        latencies = new Paced<>(time, SOMETIMES, new LatenciesReader()::read);
        minutes = new Paced<>(time, RARELY, MinutesReader::read);
        identity = new Paced<>(time, RARELY, IdentityReader::read);
        coverage = new Paced<>(time, OFTEN, CoverageReader::read);
        baseline = new Paced<>(time, RARELY, BaselineReader::read);
    }

    Outcome fetch(MetricSource source, MetricsRequest request, Instant now) {
        var trouble = request.profile().trouble();
        if (trouble.isPresent()) return new Outcome(MetricsSnapshot.missing(trouble.get(), now), "");
        var watched = new Watched(source);
        latestTraffic = traffic.read(watched, request, now);
        if (!watched.down.isEmpty()) return Outcome.down(watched.down, now);
        var giveUp = time.instant().plus(PATIENCE);
        custom.keySet().retainAll(request.custom());
        for (var query : request.custom())
            custom.computeIfAbsent(query, _ -> new Paced<>(time, SOMETIMES, new CustomReader(query)::read));
        for (var signal : List.of(memory, exceptions)) signal.refresh(source, request, now, giveUp);
        var left = budget.read(source, request, now, giveUp);
        for (var signal : custom.values()) signal.refresh(source, request, now, giveUp);
        for (var signal : List.of(cpu, coverage, identity, baseline, minutes, latencies))
            signal.refresh(source, request, now, giveUp);
        return new Outcome(new MetricsSnapshot(metrics(left), baseline.latest(), now), "");
    }

    private Metrics metrics(Reading<Budget> left) {
        return new Metrics(
                latestTraffic,
                latencies.latest(),
                left,
                MinutesReader.join(memory.latest(), minutes.latest()),
                cpu.latest(),
                exceptions.latest(),
                identity.latest(),
                coverage.latest(),
                custom.entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> entry.getKey().name(),
                                entry -> entry.getValue().latest(),
                                (one, _) -> one)));
    }

    /**
     * What came of it.
     *
     * @param down why the server did not answer at all; empty when it did
     */
    record Outcome(MetricsSnapshot snapshot, String down) {
        static Outcome down(String why, Instant now) {
            return new Outcome(MetricsSnapshot.missing(why, now), why);
        }
    }

    /** Notes that the server does not answer, which is not the same as refusing one query. */
    private static final class Watched implements MetricSource {
        private final MetricSource source;
        private String down = "";

        Watched(MetricSource source) {
            this.source = source;
        }

        @Override
        public QueryResult query(String promql, Instant at) {
            var result = source.query(promql, at);
            if (result instanceof Unavailable(var why, var answered) && !answered) down = why;
            return result;
        }
    }
}
