package dev.aotrollout.terminal;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** What somebody may have meant. */
public final class Spelling {
    private static final int LISTED = 12;

    private Spelling() {}

    /** {@code did you mean maxRatio?}, or what can be written instead. */
    public static String hint(String written, Collection<String> known) {
        var nearest = known.stream().min(Comparator.comparingInt(name -> distance(written, name)));
        if (nearest.isPresent() && distance(written, nearest.get()) <= Math.max(2, written.length() / 3))
            return "did you mean " + nearest.get() + "?";
        var some = String.join(", ", known.stream().limit(LISTED).toList());
        return "known: " + some + (known.size() > LISTED ? ", ..." : "");
    }

    /** Levenshtein's distance without regard to case. */
    public static int distance(String one, String other) {
        var a = one.toLowerCase(Locale.ROOT);
        var b = other.toLowerCase(Locale.ROOT);
        var row = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) row[j] = j;
        for (var i = 1; i <= a.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var above = row[j];
                var change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(above, row[j - 1]) + 1, diagonal + change);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
