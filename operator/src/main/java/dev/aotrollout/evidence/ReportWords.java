package dev.aotrollout.evidence;

import dev.aotrollout.judge.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** Figures of a document as people read them, the same in every locale and time zone. */
final class ReportWords {
    private static final DateTimeFormatter MOMENT = formatter("d MMM uuuu 'at' HH:mm");
    private static final DateTimeFormatter MINUTE = formatter("d MMM HH:mm");
    private static final DateTimeFormatter SECOND = formatter("HH:mm:ss");
    private static final double MEBI = 1024.0 * 1024;
    private static final double GIBI = 1024 * MEBI;

    private ReportWords() {}

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }

    /** {@code checkout went from JIT to AOT: promoted on 3 Nov 2026 at 17:00 UTC, after 9 h}. */
    static String verdict(EvidenceDocument document) {
        return way(document) + ": " + ending(document);
    }

    /** {@code checkout went from JIT to AOT}. */
    static String way(EvidenceDocument document) {
        return document.subject().rollout()
                + (isPromoted(document) ? " went from JIT to AOT" : " went back from AOT to JIT");
    }

    /** {@code promoted on 3 Nov 2026 at 17:00 UTC, after 9 h}. */
    static String ending(EvidenceDocument document) {
        var conclusion = document.conclusion();
        return "%s on %s UTC, after %s"
                .formatted(
                        isPromoted(document) ? "promoted" : "rolled back at weight " + conclusion.weight(),
                        moment(conclusion.endedAt()),
                        between(conclusion.startedAt(), conclusion.endedAt()));
    }

    static boolean isPromoted(EvidenceDocument document) {
        return document.conclusion().outcome().equals(Conclusion.PROMOTED);
    }

    static String moment(String time) {
        return MOMENT.format(Instant.parse(time));
    }

    static String minute(String time) {
        return MINUTE.format(Instant.parse(time));
    }

    static String second(String time) {
        return SECOND.format(Instant.parse(time));
    }

    /** {@code 40 s}, {@code 31 min}, {@code 6 h 31 min}, {@code 2 d 3 h}. */
    static String between(String from, String to) {
        var span = Duration.between(Instant.parse(from), Instant.parse(to));
        if (span.toMinutes() < 90) return Text.span(span.toSeconds());
        return span.toHours() < 48
                ? joined(span.toHours(), "h", span.toMinutesPart(), "min")
                : joined(span.toDays(), "d", span.toHoursPart(), "h");
    }

    private static String joined(long large, String unit, long small, String smallUnit) {
        return large + " " + unit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }

    /** MiB, or GiB where that reads better. */
    static String bytes(double bytes) {
        return bytes < 10 * GIBI ? Text.mebibytes(bytes) : Text.trimmed(bytes / GIBI) + " GiB";
    }

    /** Milliseconds below half a second. */
    static String seconds(double seconds) {
        return seconds > 0 && seconds < 0.5 ? Text.trimmed(seconds * 1000) + " ms" : Text.seconds(seconds);
    }

    /** {@code −54 %}. */
    static String signedPercent(double percent) {
        var text = Text.trimmed(Math.abs(percent)) + " %";
        return text.equals("0 %") ? text : (percent < 0 ? "−" : "+") + text;
    }

    /** {@code 0.94×}. */
    static String times(double ratio) {
        return Text.trimmed(ratio < 0.1 ? ratio : Math.round(ratio * 100) / 100.0) + "×";
    }

    /** {@code 0.76× to 1.16×}. */
    static String interval(Ratio ratio) {
        return interval(ratio, ReportWords::times);
    }

    /** {@code −56 % to −52 %}. */
    static String changeInterval(Ratio ratio) {
        return interval(ratio, value -> signedPercent((value - 1) * 100));
    }

    private static String interval(Ratio ratio, DoubleFunction<String> words) {
        var low = ratio.low();
        var high = ratio.high();
        if (low == null) return high == null ? "open at both ends" : words.apply(high) + " or less";
        return high == null ? words.apply(low) + " or more" : words.apply(low) + " to " + words.apply(high);
    }

    /** A number with its unit, as guards name units. */
    static String quantity(double value, String unit) {
        return switch (unit) {
            case "bytes" -> bytes(value);
            case "seconds" -> seconds(value);
            case "ratio" -> Text.percentOf(value);
            case "percent" -> Text.percent(value);
            default -> Text.trimmed(value);
        };
    }

    /** {@code 1,312 EUR}; a currency is three letters, anything else is not shown. */
    static String money(double amount, String currency) {
        var unit = currency.matches("[A-Z]{3}") ? " " + currency : "";
        if (Math.abs(amount) < 0.005) return "0" + unit;
        var size = Math.abs(amount) >= 100
                ? Text.count(Math.round(Math.abs(amount)))
                : String.format(Locale.ROOT, "%.2f", Math.abs(amount));
        return (amount < 0 ? "−" : "") + size + unit;
    }

    /** {@code 1 pod}, {@code 20 pods}. */
    static String counted(long count, String noun) {
        return Text.count(count) + " " + noun + (count == 1 ? "" : "s");
    }
}
