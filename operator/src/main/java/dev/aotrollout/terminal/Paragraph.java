package dev.aotrollout.terminal;

import java.util.ArrayList;
import java.util.List;

/** Text that is broken between words. */
public final class Paragraph {
    private Paragraph() {}

    /** Lines of at most {@code columns}; those after the first begin with {@code indent}. */
    public static List<String> lines(String text, int columns, String indent) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.strip().split("\\s+", -1)) {
            if (line.length() > indent.length() && Styles.width(line.toString()) + 1 + Styles.width(word) > columns) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
            }
            if (!line.toString().isBlank()) line.append(' ');
            line.append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
