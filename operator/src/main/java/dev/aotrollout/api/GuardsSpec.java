package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import java.util.List;
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
        Restarts restarts,

        @Default("{}") @JsonPropertyDescription("Memory that grows until the limit")
        Leak leak,

        @Default("{}") @JsonPropertyDescription("Processor time per request against JIT")
        Cpu cpu,

        @Default("{}") @JsonPropertyDescription("Types of exceptions that only the AOT track throws")
        Signatures signatures,

        @Default("{}") @JsonPropertyDescription("Whether the tracks can be compared at all")
        Comparability comparability,

        @Default("[]") @Size(max = 16) @JsonPropertyDescription("Queries of your own")
        List<CustomGuardSpec> custom) {
    static final GuardsSpec DEFAULT = new GuardsSpec(
            Errors.DEFAULT,
            Latency.DEFAULT,
            Memory.DEFAULT,
            Startup.DEFAULT,
            Restarts.DEFAULT,
            Leak.DEFAULT,
            Cpu.DEFAULT,
            Signatures.DEFAULT,
            Comparability.DEFAULT,
            List.of());

    /** Failed requests. */
    public record Errors(
            @Default("Enforce")
            @JsonPropertyDescription(
                    "Enforce: a failure rolls back, no data holds; EnforceWhenKnown: no data does not hold; Observe: only shown")
            ModeSpec mode,

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
            @Default("Enforce")
            @JsonPropertyDescription(
                    "Enforce: a failure rolls back, no data holds; EnforceWhenKnown: no data does not hold; Observe: only shown")
            ModeSpec mode,

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
            @Default("Enforce")
            @JsonPropertyDescription(
                    "Enforce: a failure rolls back, no data holds; EnforceWhenKnown: no data does not hold; Observe: only shown")
            ModeSpec mode,

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
            @Default("Enforce")
            @JsonPropertyDescription(
                    "Enforce: a failure rolls back, no data holds; EnforceWhenKnown: no data does not hold; Observe: only shown")
            ModeSpec mode,

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
            @Default("Enforce")
            @JsonPropertyDescription(
                    "Enforce: a failure rolls back, no data holds; EnforceWhenKnown: no data does not hold; Observe: only shown")
            ModeSpec mode,

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

    /** Memory that grows. */
    public record Leak(
            @Default("EnforceWhenKnown")
            @JsonPropertyDescription("Needs an hour of minutes, which short steps do not have")
            ModeSpec mode,

            @Default("24")
            @Min(1)
            @Max(8760)
            @JsonPropertyDescription("AOT fails when it surely grows and reaches its limit within so many hours")
            Integer horizonHours) {
        static final Leak DEFAULT = new Leak(ModeSpec.ENFORCE_WHEN_KNOWN, 24);

        /** Fills in the defaults. */
        public Leak {
            mode = mode == null ? ModeSpec.ENFORCE_WHEN_KNOWN : mode;
            horizonHours = horizonHours == null ? 24 : horizonHours;
        }
    }

    /** Processor time per request. */
    public record Cpu(
            @Default("EnforceWhenKnown")
            @JsonPropertyDescription("Idle pods at small weights tell nothing, and some servers have no cAdvisor")
            ModeSpec mode,

            @Default("10") @Min(0) @JsonPropertyDescription("AOT fails when it surely needs more than this much more")
            Double maxRegressionPercent) {
        static final Cpu DEFAULT = new Cpu(ModeSpec.ENFORCE_WHEN_KNOWN, 10.0);

        /** Fills in the defaults. */
        public Cpu {
            mode = mode == null ? ModeSpec.ENFORCE_WHEN_KNOWN : mode;
            maxRegressionPercent = maxRegressionPercent == null ? 10.0 : maxRegressionPercent;
        }
    }

    /** Exceptions of AOT alone. */
    public record Signatures(
            @Default("EnforceWhenKnown") @JsonPropertyDescription("Many services export no counter of exceptions")
            ModeSpec mode,

            @Default("[]")
            @Size(max = 64)
            @JsonPropertyDescription(
                    "Types that must not appear on AOT while JIT has none, by the end of their name. Empty: those that missing code and metadata raise")
            List<@Size(max = 256) String> types) {
        static final Signatures DEFAULT = new Signatures(ModeSpec.ENFORCE_WHEN_KNOWN, List.of());

        /** Fills in the defaults. */
        public Signatures {
            mode = mode == null ? ModeSpec.ENFORCE_WHEN_KNOWN : mode;
            types = types == null ? List.of() : List.copyOf(types);
        }
    }

    /** Preconditions of a fair comparison. */
    public record Comparability(
            @Default("Enforce")
            @JsonPropertyDescription(
                    "Enforce: a failure rolls back, no data holds; EnforceWhenKnown: no data does not hold; Observe: only shown")
            ModeSpec mode,

            @Default("20")
            @Min(0)
            @JsonPropertyDescription("Largest difference of requests per pod at which tracks count as equally loaded")
            Double maxLoadDifferencePercent) {
        static final Comparability DEFAULT = new Comparability(ModeSpec.ENFORCE, 20.0);

        /** Fills in the defaults. */
        public Comparability {
            mode = mode == null ? ModeSpec.ENFORCE : mode;
            maxLoadDifferencePercent = maxLoadDifferencePercent == null ? 20.0 : maxLoadDifferencePercent;
        }
    }

    /** Fills in the defaults. */
    public GuardsSpec {
        errors = errors == null ? Errors.DEFAULT : errors;
        latency = latency == null ? Latency.DEFAULT : latency;
        memory = memory == null ? Memory.DEFAULT : memory;
        startup = startup == null ? Startup.DEFAULT : startup;
        restarts = restarts == null ? Restarts.DEFAULT : restarts;
        leak = leak == null ? Leak.DEFAULT : leak;
        cpu = cpu == null ? Cpu.DEFAULT : cpu;
        signatures = signatures == null ? Signatures.DEFAULT : signatures;
        comparability = comparability == null ? Comparability.DEFAULT : comparability;
        custom = custom == null ? List.of() : List.copyOf(custom);
    }
}
