package dev.aotrollout.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** Processor seconds that one request takes, over the whole run. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Cpu(
        @Nullable Double jitSecondsPerRequest, @Nullable Double aotSecondsPerRequest) {}
