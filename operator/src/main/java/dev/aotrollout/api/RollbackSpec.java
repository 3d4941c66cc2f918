package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;

/** How a rollback goes. */
public record RollbackSpec(
        @Default("30")
        @Min(0)
        @Max(3600)
        @JsonPropertyDescription("AOT pods stay so many seconds after no traffic is sent to them any more")
        Integer drainSeconds,

        @Default("false") @JsonPropertyDescription("Keep the AOT pods after a rollback, to look into them")
        Boolean keepAotPods) {
    static final RollbackSpec DEFAULT = new RollbackSpec(30, false);

    /** Fills in the defaults. */
    public RollbackSpec {
        drainSeconds = drainSeconds == null ? 30 : drainSeconds;
        keepAotPods = keepAotPods != null && keepAotPods;
    }
}
