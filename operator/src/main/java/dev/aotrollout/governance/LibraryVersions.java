package dev.aotrollout.governance;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Versions that a rule speaks of: intervals such as {@code [1.0,2.0)}, {@code (,1.5]}, {@code [1.2]}, one of which must hold,
 * or bounds such as {@code >=1.2 <2}, all of which must.
 *
 * @param text as written; empty for all versions
 * @param intervals any of these; none where the text cannot be read
 */
public record LibraryVersions(String text, List<Interval> intervals) {
    public static final LibraryVersions ALL = new LibraryVersions("", List.of());

    private static final Pattern INTERVAL = Pattern.compile("([\\[(])([^,\\[\\]()]*)(?:(,)([^,\\[\\]()]*))?([])])");
    private static final Pattern INTERVALS = Pattern.compile("(?:%s,?)+".formatted(INTERVAL.pattern()));
    private static final Pattern BOUND = Pattern.compile("(>=|<=|>|<|=)([^<>=\\s]+)");
    private static final Pattern BOUNDS = Pattern.compile("(?:%s\\s*)+".formatted(BOUND.pattern()));
    private static final Pattern SPACE_AFTER_SIGN = Pattern.compile("(?<=[<>=])\\s+");

    /** One bound. */
    record Bound(String sign, String version) {
        boolean holds(String ecosystem, String value) {
            var order = LibraryVersion.compare(ecosystem, value, version);
            return switch (sign) {
                case ">=" -> order >= 0;
                case ">" -> order > 0;
                case "<=" -> order <= 0;
                case "<" -> order < 0;
                default -> order == 0;
            };
        }
    }

    /** Bounds that must all hold. */
    record Interval(List<Bound> bounds) {
        Interval {
            bounds = List.copyOf(bounds);
        }

        boolean contains(String ecosystem, String version) {
            return bounds.stream().allMatch(bound -> bound.holds(ecosystem, version));
        }
    }

    public LibraryVersions {
        intervals = List.copyOf(intervals);
    }

    /** What cannot be read is not thrown but found: see {@link #isReadable}. */
    public static LibraryVersions of(String text) {
        var trimmed = text.strip();
        if (trimmed.isEmpty()) return ALL;
        var compact = trimmed.replaceAll("\\s", "");
        if (INTERVALS.matcher(compact).matches()) return new LibraryVersions(trimmed, intervals(compact));
        var bounds = SPACE_AFTER_SIGN.matcher(trimmed.replace(',', ' ')).replaceAll("");
        return new LibraryVersions(trimmed, BOUNDS.matcher(bounds).matches() ? List.of(bounds(bounds)) : List.of());
    }

    private static List<Interval> intervals(String text) {
        var intervals = new ArrayList<Interval>();
        var matcher = INTERVAL.matcher(text);
        while (matcher.find()) {
            var bounds = new ArrayList<Bound>();
            var low = matcher.group(2);
            var high = matcher.group(4) == null ? "" : matcher.group(4);
            var isExact = matcher.group(1).equals("[") && matcher.group(5).equals("]");
            if (matcher.group(3) == null) bounds.add(new Bound("=", isExact ? low : ""));
            if (matcher.group(3) != null && !low.isEmpty())
                bounds.add(new Bound(matcher.group(1).equals("[") ? ">=" : ">", low));
            if (!high.isEmpty()) bounds.add(new Bound(matcher.group(5).equals("]") ? "<=" : "<", high));
            intervals.add(new Interval(bounds));
        }
        return intervals.stream().anyMatch(LibraryVersions::isSenseless) ? List.of() : intervals;
    }

    /** {@code []} and {@code (1.0)} name no version. */
    private static boolean isSenseless(Interval interval) {
        return interval.bounds().stream().anyMatch(bound -> bound.version().isEmpty());
    }

    private static Interval bounds(String text) {
        var bounds = new ArrayList<Bound>();
        var matcher = BOUND.matcher(text);
        while (matcher.find()) bounds.add(new Bound(matcher.group(1), matcher.group(2)));
        return new Interval(bounds);
    }

    boolean isReadable() {
        return text.isEmpty() || !intervals.isEmpty();
    }

    boolean isAll() {
        return text.isEmpty();
    }

    boolean contains(String ecosystem, String version) {
        return isAll() || intervals.stream().anyMatch(interval -> interval.contains(ecosystem, version));
    }
}
