package dev.aotrollout.examples.demo.report;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Shows a rollout while it runs: redrawn in place on a terminal, else a line every two seconds and at every change. */
public final class LiveTable {
    private static final Duration PLAIN_INTERVAL = Duration.ofSeconds(2);
    private static final int MOST_ROWS = 16;
    private static final String ESCAPE = "\u001b[";

    private final PrintStream out;
    private final Screen screen;
    private final List<TableRow> rows = new ArrayList<>();
    private int drawn;

    /** What it is shown on. */
    public record Screen(int columns, boolean redraws) {}

    /** Begins with a line that says which rollout follows. */
    public LiveTable(PrintStream out, Screen screen, String title) {
        this.out = out;
        this.screen = screen;
        out.println();
        out.println(title);
        out.println(TableRow.HEADINGS);
    }

    /** Shows how it stands. */
    public void show(TableRow row) {
        if (screen.redraws()) {
            redraw(row);
        } else {
            appendWhenDue(row);
        }
        out.flush();
    }

    private void redraw(TableRow row) {
        if (!rows.isEmpty() && row.continues(rows.getLast())) {
            rows.removeLast();
        }
        rows.add(row);
        if (drawn > 0) {
            out.print(ESCAPE + drawn + "A" + ESCAPE + "J");
        }
        rows.forEach(each -> out.println(each.render(screen.columns())));
        // The oldest rows stay on the screen as they are: what may scroll away cannot be reached by the cursor.
        if (rows.size() > MOST_ROWS) {
            rows.removeFirst();
        }
        drawn = rows.size();
    }

    private void appendWhenDue(TableRow row) {
        var due = rows.isEmpty()
                || !row.continues(rows.getLast())
                || row.since().minus(rows.getLast().since()).compareTo(PLAIN_INTERVAL) >= 0;
        if (due) {
            rows.clear();
            rows.add(row);
            out.println(row.render(screen.columns()));
        }
    }
}
