package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import org.jspecify.annotations.Nullable;

/** What the AOT track is held to. */
public record GuardsSpec(
        @Default("{}") @JsonPropertyDescription("Failed requests against JIT")
        Errors errors,

        @Default("{}") @JsonPropertyDescription("Slow requests against JIT")
        Latency latency,

        @Default("{}") @JsonPropertyDescription("Memory per pod against JIT and against the limit")
        Memory memory,

        @Default("{}") @JsonPropertyDescription("Time to ready against JIT")
        Startup startup,

        @Default("{}") @JsonPropertyDescription("Containers that restart or are OOMKilled")
        Restarts restarts) {
    static final GuardsSpec DEFAULT =
            new GuardsSpec(Errors.DEFAULT, Latency.DEFAULT, Memory.DEFAULT, Startup.DEFAULT, Restarts.DEFAULT);

    /** Failed requests. */
    public record Errors(
            @Default("Enforce") ModeSpec mode,

            @Default("1.25") @Min(1) @JsonPropertyDescription("Largest tolerated ratio of the error ratios, AOT : JIT")
            Double maxRatio,

            @Default("100") @Min(1) @JsonPropertyDescription("AOT requests before a pass")
            Integer minRequests) {
        static final Errors DEFAULT = new Errors(ModeSpec.ENFORCE, 1.25, 100);

        /** Fills in the defaults. */
        public Errors {
            mode = mode == null ? ModeSpec.ENFORCE : mode;
            maxRatio = maxRatio == null ? 1.25 : maxRatio;
            minRequests = minRequests == null ? 100 : minRequests;
        }
    }

    /** Slow requests. */
    public record Latency(
            @Default("Enforce") ModeSpec mode,

            @Default("1.1") @Min(1) @JsonPropertyDescription("Largest tolerated ratio of the slow shares, AOT : JIT")
            Double maxSlowRatio,

            @Default("250")
            @Min(1)
            @JsonPropertyDescription(
                    "A request is slow above the smallest bound of its histogram that is at least this, in milliseconds")
            Integer thresholdMillis,

            @Default("100") @Min(1) @JsonPropertyDescription("AOT requests before a pass")
            Integer minRequests) {
        static final Latency DEFAULT = new Latency(ModeSpec.ENFORCE, 1.1, 250, 100);

        /** Fills in the defaults. */
        public Latency {
            mode = mode == null ? ModeSpec.ENFORCE : mode;
            maxSlowRatio = maxSlowRatio == null ? 1.1 : maxSlowRatio;
            thresholdMillis = thresholdMillis == null ? 250 : thresholdMillis;
            minRequests = minRequests == null ? 100 : minRequests;
        }
    }

    /** Memory per pod. */
    public record Memory(
            @Default("Enforce") ModeSpec mode,

            @Min(0)
            @Max(99)
            @JsonPropertyDescription(
                    "AOT must need at least this much less. Absent: 20 for native code, 0 for JdkAotCache and Other")
            @Nullable
            Double requiredGainPercent,

            @Default("5") @Min(0) @JsonPropertyDescription("AOT fails when it surely needs more than this much more")
            Double maxRegressionPercent,

            @Default("90") @Min(1) @Max(100) @JsonPropertyDescription("Of its limit that an AOT pod may reach")
            Double maxLimitPercent) {
        static final Memory DEFAULT = new Memory(ModeSpec.ENFORCE, null, 5.0, 90.0);

        /** Fills in the defaults. */
        public Memory {
            mode = mode == null ? ModeSpec.ENFORCE : mode;
            maxRegressionPercent = maxRegressionPercent == null ? 5.0 : maxRegressionPercent;
            maxLimitPercent = maxLimitPercent == null ? 90.0 : maxLimitPercent;
        }
    }

    /** Time from container start to ready. */
    public record Startup(
            @Default("Enforce") ModeSpec mode,

            @Min(0)
            @Max(99)
            @JsonPropertyDescription(
                    "AOT must start at least this much faster. Absent: 30 for native code, 0 for JdkAotCache and Other")
            @Nullable
            Double requiredGainPercent,

            @Default("20")
            @Min(0)
            @JsonPropertyDescription("AOT fails when it surely starts more than this much slower")
            Double maxRegressionPercent) {
        static final Startup DEFAULT = new Startup(ModeSpec.ENFORCE, null, 20.0);

        /** Fills in the defaults. */
        public Startup {
            mode = mode == null ? ModeSpec.ENFORCE : mode;
            maxRegressionPercent = maxRegressionPercent == null ? 20.0 : maxRegressionPercent;
        }
    }

    /** Containers that do not stay up. */
    public record Restarts(
            @Default("Enforce") ModeSpec mode,

            @Default("0") @Min(0) @JsonPropertyDescription("Over all AOT pods")
            Integer maxOomKills,

            @Default("0") @Min(0) @JsonPropertyDescription("Over all AOT pods")
            Integer maxRestarts) {
        static final Restarts DEFAULT = new Restarts(ModeSpec.ENFORCE, 0, 0);

        /** Fills in the defaults. */
        public Restarts {
            mode = mode == null ? ModeSpec.ENFORCE : mode;
            maxOomKills = maxOomKills == null ? 0 : maxOomKills;
            maxRestarts = maxRestarts == null ? 0 : maxRestarts;
        }
    }

    /** Fills in the defaults. */
    public GuardsSpec {
        errors = errors == null ? Errors.DEFAULT : errors;
        latency = latency == null ? Latency.DEFAULT : latency;
        memory = memory == null ? Memory.DEFAULT : memory;
        startup = startup == null ? Startup.DEFAULT : startup;
        restarts = restarts == null ? Restarts.DEFAULT : restarts;
    }
}
