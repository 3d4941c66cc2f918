package dev.aotrollout.judge;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Does the AOT track throw exceptions that tell of missing code or metadata, and that the JIT track never throws? A rule on facts:
 * a single one counts. Without requests on JIT (weight 100) nothing tells which ones are AOT's own.
 *
 * @param types ends of the simple names of exceptions; given none, {@link #DEFAULT_TYPES}
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
            "TimeZoneNotFoundException",
            "TypeLoadException",
            "MissingReflectionRegistrationError");

    public SignaturesGuard {
        types = types.isEmpty() ? DEFAULT_TYPES : List.copyOf(types);
    }

    @Override
    public Finding judge(Evidence evidence, Recall recall) {
        return switch (evidence.metrics().exceptions()) {
            case Reading.Missing<Exceptions>(var why, var _) ->
                finding(Verdict.UNKNOWN, Reason.NoData, why, Figures.NONE);
            case Reading.Known<Exceptions>(var exceptions, var _) ->
                evidence.step().leavesJitNothing()
                        ? finding(
                                Verdict.PASS,
                                Reason.SignaturesHealthy,
                                "JIT answers no requests at this weight, so no exception is AOT's alone",
                                Figures.NONE)
                        : compare(exceptions);
        };
    }

    private Finding compare(Exceptions exceptions) {
        if (exceptions.all().isEmpty()) return none(0);
        var own = exceptions.all().stream()
                .filter(thrown -> thrown.aot() > 0 && thrown.jit() == 0 && isWatched(thrown.type()))
                .toList();
        var watched = exceptions.all().stream()
                .filter(thrown -> isWatched(thrown.type()))
                .mapToLong(Exceptions.Thrown::aot)
                .sum();
        if (own.isEmpty()) return none(watched);
        var count = own.stream().mapToLong(Exceptions.Thrown::aot).sum();
        return finding(
                Verdict.FAIL,
                Reason.AotOnlyException,
                own.stream()
                                .map(thrown -> thrown.type() + " (" + Text.count(thrown.aot()) + ")")
                                .collect(Collectors.joining(", ", "AOT threw ", ""))
                        + ", JIT none; code or metadata is missing in the AOT build",
                new Figures.Measured("count", count, 0, watched));
    }

    private Finding none(long watched) {
        return new Finding(
                GuardName.SIGNATURES,
                mode,
                Verdict.PASS,
                Reason.SignaturesHealthy,
                () -> new Finding.Words(
                        Text.count(watched) + " watched exceptions on AOT, none of a type that JIT does not throw",
                        new Figures.Measured("count", 0, 0, watched)));
    }

    private boolean isWatched(String type) {
        var separator = Math.max(type.lastIndexOf('.'), Math.max(type.lastIndexOf('$'), type.lastIndexOf('+')));
        var simple = type.substring(separator + 1);
        return types.stream().anyMatch(simple::endsWith);
    }

    private Finding finding(Verdict verdict, Reason reason, String message, Figures figures) {
        return new Finding(GuardName.SIGNATURES, mode, verdict, reason, message, figures);
    }
}
