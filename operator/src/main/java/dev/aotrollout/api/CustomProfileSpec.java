package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Metric names of the user's own. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomProfileSpec(
        @Required @Size(max = 256) @Pattern(METRIC) @JsonPropertyDescription("Counter of requests")
        String requests,

        @Size(max = 256)
        @Pattern(METRIC)
        @JsonPropertyDescription("Histogram of latency without _bucket; absent: latency is not judged")
        @Nullable
        String latency,

        @Default("Seconds") @JsonPropertyDescription("Unit of the histogram")
        Unit latencyUnit,

        @Required
        @Size(max = 128)
        @Pattern(LABEL)
        @JsonPropertyDescription("Label of requests that tells how they ended")
        String statusLabel,

        @Default("5..") @Size(max = 256) @JsonPropertyDescription("Regular expression of the values that mean failed")
        String failed,

        @Size(max = 128) @Pattern(LABEL) @JsonPropertyDescription("Label of the route") @Nullable
        String routeLabel,

        @Default("{}") @JsonPropertyDescription("Labels that all series must have")
        Map<String, String> selector,

        @JsonPropertyDescription("How series are told to be of a track; absent: by the label pod") @Nullable
        TrackLabel track,

        @Size(max = 256) @Pattern(METRIC) @JsonPropertyDescription("Counter of exceptions") @Nullable
        String exceptions,

        @Size(max = 128) @Pattern(LABEL) @JsonPropertyDescription("Label of the type of exception") @Nullable
        String exceptionLabel) {
    private static final String METRIC = "^[a-zA-Z_:][a-zA-Z0-9_:]*$";
    private static final String LABEL = "^[a-zA-Z_][a-zA-Z0-9_]*$";

    /** Units of time. */
    public enum Unit {
        @JsonProperty("Seconds")
        SECONDS,
        @JsonProperty("Milliseconds")
        MILLISECONDS
    }

    /** A label whose value names the backend. */
    public record TrackLabel(
            @Required @Size(max = 128) @Pattern(LABEL) @JsonPropertyDescription("Name of the label")
            String label,

            @Required
            @Size(max = 512)
            @JsonPropertyDescription(
                    "Regular expression of its value for JIT; {{namespace}}, {{deployment}} and {{service}} are filled in for the track")
            String jit,

            @Required @Size(max = 512) @JsonPropertyDescription("Likewise for AOT")
            String aot,

            @Default("false")
            @JsonPropertyDescription("Whether the label pod names the pod that answered, and not a gateway's")
            Boolean podAnswers) {
        /** Fills in the default. */
        public TrackLabel {
            podAnswers = podAnswers != null && podAnswers;
        }
    }

    /** Fills in the defaults. */
    public CustomProfileSpec {
        latencyUnit = latencyUnit == null ? Unit.SECONDS : latencyUnit;
        failed = failed == null ? "5.." : failed;
        selector = selector == null ? Map.of() : Map.copyOf(selector);
    }
}
