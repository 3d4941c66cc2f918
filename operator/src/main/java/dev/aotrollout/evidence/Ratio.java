package dev.aotrollout.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** AOT : JIT, dimensionless; an end of the interval that is infinite is absent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Ratio(
        @Nullable Double estimate,
        @Nullable Double low,
        @Nullable Double high) {}
