package dev.aotrollout.examples.demo.report;

import dev.aotrollout.examples.demo.load.Sample;
import dev.aotrollout.examples.demo.load.Track;
import dev.aotrollout.examples.demo.load.WeightAsked;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** How long it took from the first sign of a regression until the route asked for weight 0. */
public record Reaction(Sign sign, Duration toWeightZero) {
    /** No regression, or no way back. */
    static final Reaction NONE = new Reaction(Sign.NONE, Duration.ZERO);

    /** What a client could have noticed first. */
    public enum Sign {
        FAILING_RESPONSE("first failing response"),
        AOT_ANSWER("first answer by AOT"),
        NONE("");

        private final String words;

        Sign(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }

    /** What failed before AOT answered anything is no matter of AOT. */
    static Reaction of(List<Sample> samples, List<WeightAsked> weights) {
        var aot = first(samples, sample -> sample.outcome().answeredBy() == Track.AOT);
        var failing = aot.flatMap(begun -> first(
                samples, sample -> sample.outcome().failed() && !sample.ended().isBefore(begun)));
        return failing.flatMap(from -> since(from, Sign.FAILING_RESPONSE, weights))
                .or(() -> aot.flatMap(from -> since(from, Sign.AOT_ANSWER, weights)))
                .orElse(NONE);
    }

    private static Optional<Instant> first(List<Sample> samples, Predicate<Sample> wanted) {
        return samples.stream().filter(wanted).map(Sample::ended).min(Comparator.naturalOrder());
    }

    private static Optional<Reaction> since(Instant from, Sign sign, List<WeightAsked> weights) {
        return weights.stream()
                .filter(weight -> weight.aotPercent() == 0 && weight.at().isAfter(from))
                .findFirst()
                .map(zero -> new Reaction(sign, Duration.between(from, zero.at())));
    }
}
