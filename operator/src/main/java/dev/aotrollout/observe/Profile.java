package dev.aotrollout.observe;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * Which metric names carry requests and latency, and how a series is told to be of a track; times are converted to seconds.
 *
 * @param requests counter of requests
 * @param latency histogram of latency, without {@code _bucket}; empty when there is none
 * @param statusLabel of {@code requests}, that tells how they ended
 * @param failed regular expression of the values of {@code statusLabel} that mean failed on the server's side
 * @param routeLabel empty when there is none
 * @param selector labels that all series of requests and latency have; in values, {@code {{namespace}}} and {@code {{service}}} (of JIT)
 *     are filled in
 * @param exceptions counters of exceptions by type; pods export them, whoever counts the requests
 */
public record Profile(
        String requests,
        String latency,
        Unit latencyUnit,
        String statusLabel,
        String failed,
        String routeLabel,
        Map<String, String> selector,
        TrackLabel track,
        List<ExceptionCounter> exceptions) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(namespace|deployment|service|pods)}}");

    /** Units of time of a histogram. */
    public enum Unit {
        @JsonProperty("Seconds")
        SECONDS(1),
        @JsonProperty("Milliseconds")
        MILLISECONDS(1_000);

        private final double perSecond;

        Unit(double perSecond) {
            this.perSecond = perSecond;
        }

        double seconds(double value) {
            return value / perSecond;
        }
    }

    /**
     * A label whose value tells the track.
     *
     * @param jit regular expression of its values on JIT; {@code {{namespace}}}, {@code {{deployment}}}, {@code {{service}}} and
     *     {@code {{pods}}} are filled in for the track
     * @param aot likewise on AOT
     * @param podAnswers whether the label {@code pod} names the pod that answered, and not a gateway's
     */
    public record TrackLabel(String label, String jit, String aot, boolean podAnswers) {
        /** Processes count their own requests, and Prometheus adds the label {@code pod}. */
        public static final TrackLabel BY_POD = new TrackLabel("pod", "{{pods}}", "{{pods}}", true);
    }

    /** A counter of exceptions with the label that names their type. */
    public record ExceptionCounter(String metric, String label) {}

    public Profile {
        selector = Map.copyOf(selector);
        exceptions = List.copyOf(exceptions);
    }

    /** Why nothing can be measured with it; empty when something can. */
    public Optional<String> trouble() {
        return PromQl.wrongLabel(selector.keySet())
                .map(why -> "metrics.customProfile.selector: " + why)
                .or(() -> Stream.of(failed, track.jit(), track.aot())
                        .flatMap(regex -> trouble(regex).stream())
                        .findFirst());
    }

    private static Optional<String> trouble(String regex) {
        var filledIn = PLACEHOLDER.matcher(regex).replaceAll("x");
        if (filledIn.contains("{{"))
            return Optional.of(
                    "metrics.customProfile: in %s only {{namespace}}, {{deployment}}, {{service}} and {{pods}} are filled in"
                            .formatted(regex));
        try {
            Pattern.compile(filledIn);
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of(
                    "metrics.customProfile: %s is no regular expression: %s".formatted(regex, e.getDescription()));
        }
    }

    /** The histogram's counter of all requests; empty without a histogram. */
    String latencyCount() {
        return latency.isEmpty() ? "" : latency + "_count";
    }

    /** The histogram's counters by bound; empty without a histogram. */
    String latencyBucket() {
        return latency.isEmpty() ? "" : latency + "_bucket";
    }
}
