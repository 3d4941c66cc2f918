package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import org.jspecify.annotations.Nullable;

/** People whose approval a step needs before it begins. */
public record ApprovalSpec(
        @Default("1") @Min(1) @Max(10) @JsonPropertyDescription("Different people who must approve")
        Integer required,

        @Default("false")
        @JsonPropertyDescription(
                "The author of the change, named in the annotation aotrollout.dev/author, does not count as an approver")
        Boolean fourEyes,

        @Default("604800")
        @Min(60)
        @Max(31536000)
        @JsonPropertyDescription("How long an approval counts after it was created")
        Integer validSeconds,

        @Min(1)
        @Max(31536000)
        @JsonPropertyDescription("How long to wait for the approvals; absent: for ever")
        @Nullable
        Integer timeoutSeconds,

        @Default("Pause")
        @JsonPropertyDescription(
                "After the timeout: Pause keeps the weight and waits on, RollBack brings all traffic to JIT")
        OnTimeout onTimeout) {

    /** What becomes of a step whose approvals do not come in time. */
    public enum OnTimeout {
        @JsonProperty("Pause")
        PAUSE,
        @JsonProperty("RollBack")
        ROLL_BACK
    }

    /** Fills in the defaults. */
    public ApprovalSpec {
        required = required == null ? 1 : required;
        fourEyes = fourEyes != null && fourEyes;
        validSeconds = validSeconds == null ? 604800 : validSeconds;
        onTimeout = onTimeout == null ? OnTimeout.PAUSE : onTimeout;
    }
}
