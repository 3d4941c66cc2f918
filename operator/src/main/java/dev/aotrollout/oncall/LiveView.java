package dev.aotrollout.oncall;

import dev.aotrollout.decision.Moments;
import dev.aotrollout.terminal.Screen;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Shows a board that changes: drawn over itself on a terminal, else a line for each change. */
final class LiveView {
    private static final String CLEAR_LINE = "\u001b[K";
    private static final String CLEAR_BELOW = "\u001b[J";

    private final PrintWriter out;
    private int drawn;
    private String last = "";

    LiveView(PrintWriter out) {
        this.out = out;
    }

    /** Line by line over what is there, so that nothing flickers; never more than the screen has. */
    void draw(List<String> board, Screen screen) {
        var most = Math.max(3, screen.rows() - 1);
        var text = new StringBuilder();
        if (drawn > 0) text.append("\u001b[%sA\r".formatted(drawn));
        var fits = board.size() <= most;
        for (var line : fits ? board : board.subList(0, most - 1))
            text.append(line).append(CLEAR_LINE).append('\n');
        if (!fits)
            text.append("(%s more lines; make the window higher)".formatted(board.size() - most + 1))
                    .append(CLEAR_LINE)
                    .append('\n');
        text.append(CLEAR_BELOW);
        drawn = Math.min(board.size(), most);
        out.print(text);
        out.flush();
    }

    /** Where phase, step, weight or reason differ from what was said last. */
    void append(Standing at, Instant now) {
        var key = "%s %s %s %s".formatted(at.phase(), at.step(), at.weight(), at.reason());
        if (Objects.equals(key, last)) return;
        last = key;
        out.println("%s  %s  step %s  weight %s  %s: %s"
                .formatted(Moments.text(now), at.phase(), at.step(), at.weight(), at.reason(), at.message()));
        out.flush();
    }
}
