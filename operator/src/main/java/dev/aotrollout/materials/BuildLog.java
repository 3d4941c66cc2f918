package dev.aotrollout.materials;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The log of {@code dotnet publish}, or of a GraalVM build or run; a pipeline may have both in one file. */
final class BuildLog {
    /** {@code origin : [trim|AOT analysis] warning CODE: text [project]}, as MSBuild writes it, or {@code CODE Trim analysis: text}. */
    private static final Pattern CANONICAL = Pattern.compile(
            "^(?<origin>.+?)\\s*:\\s*(?:(?:trim|aot) analysis\\s+)?(?:warning|error)\\s+(?<code>IL\\d{4})\\s*"
                    + "(?:(?:trim|aot) analysis)?\\s*:\\s*(?<text>.*?)(?:\\s+\\[[^\\]]+\\])?$",
            Pattern.CASE_INSENSITIVE);
    /** {@code Lib.dll: [IL2104] text}. */
    private static final Pattern BRACKETED =
            Pattern.compile("^(?<origin>.+?)\\s*:\\s*\\[(?<code>IL\\d{4})\\]\\s*(?<text>.*)$");
    /** {@code Assembly 'Lib' produced AOT analysis warnings} without a code. */
    private static final Pattern BARE = Pattern.compile(
            "^Assembly '[^']+' produced (?<kind>trim|AOT analysis) warnings.*$", Pattern.CASE_INSENSITIVE);
    /** {@code 08:15:35.128   1:7>} and {@code 1>}: time and node of a detailed or parallel build. */
    private static final Pattern PREFIX =
            Pattern.compile("^\\s*(?:\\d{2}:\\d{2}:\\d{2}\\.\\d+\\s+)?(?:\\d+(?::\\d+)?>)?\\s*");

    private static final Pattern COLORS = Pattern.compile("\u001B\\[[0-9;]*[A-Za-z]");
    /** One of these is in every log of the tools, in any language. */
    private static final List<String> SIGNS = List.of(
            " -> ", "MSBuild", "Generating native code", "GraalVM Native Image", "MissingRegistrationReportingMode");

    private BuildLog() {}

    static BuildWarnings read(String text) throws Rejected {
        var lines = COLORS.matcher(text).replaceAll("").lines().toList();
        var tally = new WarningTally();
        for (var line : lines) dotnet(PREFIX.matcher(line).replaceFirst("").stripTrailing(), tally);
        var all = tally.warnings().merge(MissingRegistrations.read(lines));
        if (all.warnings().isEmpty() && SIGNS.stream().noneMatch(text::contains))
            throw new Rejected(
                    "neither the log of dotnet publish nor of native-image nor SARIF: no sign of any, and no warning");
        return all;
    }

    private static void dotnet(String line, WarningTally tally) {
        if (!line.contains("IL") && !line.contains("produced")) return;
        var canonical = CANONICAL.matcher(line);
        var bracketed = BRACKETED.matcher(line);
        var bare = BARE.matcher(line);
        if (canonical.matches())
            tally.add(
                    canonical.group("code").toUpperCase(Locale.ROOT),
                    canonical.group("origin"),
                    canonical.group("text"));
        else if (bracketed.matches())
            tally.add(bracketed.group("code"), bracketed.group("origin"), bracketed.group("text"));
        else if (bare.matches()) tally.add(bare.group("kind").equalsIgnoreCase("trim") ? "IL2104" : "IL3053", "", line);
    }
}
