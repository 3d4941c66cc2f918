package dev.aotrollout.examples.demo.load;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** For each weight that the route asked for: which share of the requests AOT really answered. */
public record ServedWeights(List<Span> spans) {
    /** The gateway learns of a new weight after it was written, so requests around a change belong to neither weight. */
    private static final Duration SETTLING = Duration.ofSeconds(1);
    /** The change itself is seen a little after it was written. */
    private static final Duration ANNOUNCING = Duration.ofMillis(250);

    /**
     * The requests between two changes of the weight.
     *
     * @param requests answered by one of the two tracks
     */
    public record Span(Instant from, int askedPercent, int requests, int aot) {
        /** Percent that AOT answered. */
        public double servedPercent() {
            return requests == 0 ? 0 : 100.0 * aot / requests;
        }

        /** Within which the true share lies, by the requests that were seen. */
        public ShareInterval interval() {
            return ShareInterval.of(aot, requests);
        }

        /** Whether the weight that was asked for can explain what was served. */
        public boolean matches() {
            return requests == 0 || interval().contains(askedPercent / 100.0);
        }
    }

    public ServedWeights {
        spans = List.copyOf(spans);
    }

    /** Compares; {@code weights} oldest first, the last one in force until {@code end}. */
    public static ServedWeights of(List<WeightAsked> weights, List<Sample> samples, Instant end) {
        var spans = new ArrayList<Span>();
        for (var i = 0; i < weights.size(); i++) {
            var weight = weights.get(i);
            var until = i + 1 < weights.size() ? weights.get(i + 1).at().minus(ANNOUNCING) : end;
            spans.add(span(weight, until, samples));
        }
        return new ServedWeights(spans);
    }

    /** Whether every weight was served as asked. */
    public boolean match() {
        return spans.stream().allMatch(Span::matches);
    }

    private static Span span(WeightAsked weight, Instant until, List<Sample> samples) {
        var from = weight.at().plus(SETTLING);
        var jit = 0;
        var aot = 0;
        for (var sample : samples) {
            // A request that was sent late met the weight of when it was sent.
            var sent = sample.scheduled().plus(sample.lag());
            if (!sent.isBefore(from) && sample.ended().isBefore(until)) {
                switch (sample.outcome().answeredBy()) {
                    case JIT -> jit++;
                    case AOT -> aot++;
                    case UNKNOWN -> {}
                }
            }
        }
        return new Span(weight.at(), weight.aotPercent(), jit + aot, aot);
    }
}
