package dev.aotrollout.oncall;

import dev.aotrollout.terminal.Screen;
import dev.aotrollout.terminal.Spans;
import dev.aotrollout.terminal.Styles;
import dev.aotrollout.terminal.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The table of rollouts: as many columns as fit, what needs a person first. */
final class ListTable {
    private static final int ROOMY = 120;

    private final List<Column> columns;

    private record Column(String head, Function<Listed, String> cell) {}

    private ListTable(List<Column> columns) {
        this.columns = columns;
    }

    /** {@code wide}: every column, cut nowhere. */
    static List<String> lines(List<Listed> rollouts, boolean namespaces, boolean wide, Screen screen, Instant now) {
        var roomy = wide || screen.columns() >= ROOMY;
        var columns = new ArrayList<Column>();
        if (namespaces) columns.add(new Column("NAMESPACE", Listed::namespace));
        columns.add(new Column("NAME", Listed::name));
        columns.add(new Column("PHASE", one -> coloured(one, screen)));
        columns.add(new Column("STEP", one -> text(one.step())));
        columns.add(new Column("WEIGHT", ListTable::weights));
        columns.add(new Column("BUDGET", one -> text(one.budget())));
        if (roomy) {
            columns.add(new Column("ERRORS", one -> figure(one.errors(), wide)));
            columns.add(new Column("MEMORY", one -> figure(one.memory(), wide)));
            columns.add(new Column("STARTUP", one -> figure(one.startup(), wide)));
        }
        if (wide) columns.add(new Column("REVISION", one -> text(one.revision())));
        columns.add(new Column("AGE", one -> age(one, now)));
        columns.add(new Column("WAITS FOR", one -> text(one.waitsFor())));
        if (roomy) columns.add(new Column("MESSAGE", one -> text(one.message())));
        var lines = new ListTable(columns).lines(rollouts);
        return wide
                ? lines
                : lines.stream().map(line -> Styles.cut(line, screen.columns())).toList();
    }

    private List<String> lines(List<Listed> rollouts) {
        var table = new Table();
        table.row(columns.stream().map(Column::head).toList());
        for (var rollout : rollouts)
            table.row(
                    columns.stream().map(column -> column.cell().apply(rollout)).toList());
        return table.lines("");
    }

    private static String weights(Listed one) {
        if (one.weight() == null) return "-";
        var asked = one.weight().toString();
        return one.served() == null || one.served().equals(asked) ? asked : asked + " (" + one.served() + ")";
    }

    private static String coloured(Listed one, Screen screen) {
        return screen.styled(PhaseStyle.of(one.phase()), one.phase());
    }

    private static String age(Listed one, Instant now) {
        return one.createdAt() == null ? "-" : Spans.age(Instant.parse(one.createdAt()), now);
    }

    /** The interval only where there is room for it. */
    private static String figure(@Nullable String text, boolean wide) {
        var interval = text == null ? -1 : text.indexOf(' ');
        return wide || text == null || interval < 0 ? text(text) : text.substring(0, interval);
    }

    private static String text(@Nullable String text) {
        return text == null ? "-" : text;
    }
}
