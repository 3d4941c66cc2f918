package dev.aotrollout.terminal;

import java.util.regex.Pattern;
import picocli.CommandLine.Help.Ansi.Style;

/** Texts with colours in them: escape codes take no room on a screen. */
public final class Styles {
    private static final String ESCAPE = "\u001b[";
    private static final String RESET = ESCAPE + "0m";
    private static final Pattern CODES = Pattern.compile("\u001b\\[[\\d;]*m");

    private Styles() {}

    /** {@code text} in a style of picocli. */
    static String on(String style, String text) {
        return Style.on(Style.parse(style))
                + text
                + RESET; // what picocli ends bold with underlines twice on many terminals
    }

    /** How many columns {@code text} takes. */
    static int width(String text) {
        return text.indexOf(ESCAPE) < 0
                ? text.length()
                : CODES.matcher(text).replaceAll("").length();
    }

    /** The first {@code columns} of {@code text}; with an ellipsis where something is missing. */
    public static String cut(String text, int columns) {
        if (width(text) <= columns) return text;
        var cut = new StringBuilder();
        var room = columns - 3;
        for (var i = 0; i < text.length(); ) {
            if (text.startsWith(ESCAPE, i)) {
                var end = text.indexOf('m', i) + 1;
                cut.append(text, i, end);
                i = end;
            } else {
                if (room-- > 0) cut.append(text.charAt(i));
                if (room == 0) cut.append("...");
                i++;
            }
        }
        return cut.toString();
    }
}
