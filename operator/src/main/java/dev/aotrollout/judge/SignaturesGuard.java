package dev.aotrollout.judge;

import java.util.List;

/**
 * Does the AOT track throw exceptions that tell of missing code or metadata, and that the JIT track never throws?
 *
 * @param types ends of the names of exceptions; given none, {@link #DEFAULT_TYPES}
 */
public record SignaturesGuard(Mode mode, List<String> types) implements Guard {
    /** Exceptions of trimmed or missing code: .NET Native AOT and GraalVM. */
    public static final List<String> DEFAULT_TYPES = List.of(
            "NotSupportedException",
            "PlatformNotSupportedException",
            "MissingMethodException",
            "MissingMetadataException",
            "TypeInitializationException",
            "CultureNotFoundException",
            "TypeLoadException",
            "MissingReflectionRegistrationError");

    public SignaturesGuard {
        types = types.isEmpty() ? DEFAULT_TYPES : List.copyOf(types);
    }

    @Override
    public Finding judge(Evidence evidence, Recall recall) {
        return new Finding(
                GuardName.SIGNATURES, mode, Verdict.UNKNOWN, Reason.NoData, "not measured yet", Figures.NONE);
    }
}
