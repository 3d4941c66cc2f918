package dev.aotrollout.terminal;

import java.io.Console;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Help.Ansi;

/**
 * What a command prints on.
 *
 * @param columns that fit
 * @param rows that fit; only meaningful where it is live
 * @param live whether what was printed can be printed over
 * @param colours whether colours are wanted
 * @param unicode whether it shows more than ASCII
 */
public record Screen(int columns, int rows, boolean live, boolean colours, boolean unicode) {
    private static final int COLUMNS = 80;
    private static final int ROWS = 24;

    /** Not a terminal. */
    public static Screen plain(int columns) {
        return new Screen(columns, ROWS, false, false, true);
    }

    /** The one of this process. */
    public static Screen current() {
        var live = Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .isPresent()
                && !"dumb".equals(System.getenv("TERM"));
        var size = live ? size() : new int[] {ROWS, COLUMNS};
        return new Screen(size[1], size[0], live, Ansi.AUTO.enabled(), isUnicode());
    }

    private static boolean isUnicode() {
        return System.getProperty("stdout.encoding", "").equalsIgnoreCase("UTF-8");
    }

    /** Rows and columns; Java cannot tell. */
    private static int[] size() {
        try {
            var stty = new ProcessBuilder("stty", "size")
                    .redirectInput(Redirect.INHERIT)
                    .redirectError(Redirect.DISCARD)
                    .start();
            var text = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            if (stty.waitFor(1, TimeUnit.SECONDS) && text.matches("[1-9]\\d* [1-9]\\d*")) {
                var space = text.indexOf(' ');
                return new int[] {
                    Integer.parseInt(text.substring(0, space)), Integer.parseInt(text.substring(space + 1))
                };
            }
        } catch (IOException e) {
            return new int[] {ROWS, COLUMNS}; // no stty here
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new int[] {ROWS, COLUMNS};
    }

    /** {@code text} in a style of picocli where colours are wanted. */
    public String styled(String style, String text) {
        return colours ? Styles.on(style, text) : text;
    }
}
