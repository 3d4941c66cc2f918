package dev.aotrollout.simulation;

import dev.aotrollout.judge.GuardName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text that has to fit into an image. */
final class Words {
    private static final int HOUR = 3600;

    private Words() {}

    /** In lines of at most {@code width} characters, the rest cut off. */
    static List<String> wrapped(String text, int width, int most) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split(" ", -1)) {
            if (line.length() > 0 && line.length() + word.length() >= width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        if (lines.size() <= most) return lines;
        var kept = new ArrayList<>(lines.subList(0, most));
        kept.set(most - 1, kept.getLast() + " ...");
        return kept;
    }

    /** Hours and minutes, or minutes and seconds. */
    static String time(long second) {
        if (second < HOUR && second % 60 == 0) return second / 60 + " min";
        return second < HOUR
                ? String.format(Locale.ROOT, "%d:%02d min", second / 60, second % 60)
                : String.format(Locale.ROOT, "%d:%02d h", second / HOUR, second / 60 % 60);
    }

    /** Short enough for the margin. */
    static String guard(GuardName guard) {
        return guard == GuardName.COMPARABILITY ? "compare" : guard.label();
    }
}
