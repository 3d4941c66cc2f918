package dev.aotrollout.terminal;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Spans of time as people write them, such as {@code 90s}, {@code 30m} or {@code 1h30m}; and ages as kubectl prints them. */
public final class Spans implements ITypeConverter<Duration> {
    private static final Pattern FORM =
            Pattern.compile("(?:(\\d{1,5})d)?(?:(\\d{1,5})h)?(?:(\\d{1,6})m)?(?:(\\d{1,8})s)?");

    @Override
    public Duration convert(String text) {
        var match = FORM.matcher(text);
        if (text.isEmpty() || !match.matches())
            throw new TypeConversionException(
                    "'%s' is not a span of time; write 90s, 30m, 1h30m or 2d".formatted(text));
        return Duration.ofDays(number(match.group(1)))
                .plusHours(number(match.group(2)))
                .plusMinutes(number(match.group(3)))
                .plusSeconds(number(match.group(4)));
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    /** One or two units: {@code 45s}, {@code 12m}, {@code 3h20m}, {@code 26h}, {@code 9d}. */
    public static String age(Instant from, Instant to) {
        var span = Duration.between(from, to);
        var seconds = Math.max(0, span.toSeconds());
        if (seconds < 120) return seconds + "s";
        if (seconds < 2 * 3600) return seconds / 60 + "m";
        if (seconds < 10 * 3600) return seconds / 3600 + "h" + rest(seconds % 3600 / 60, "m");
        if (seconds < 48 * 3600) return seconds / 3600 + "h";
        return seconds / 86_400 + "d";
    }

    private static String rest(long value, String unit) {
        return value == 0 ? "" : value + unit;
    }
}
