package dev.aotrollout.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of texts as columns that line up; cells that look like numbers are set to the right. */
public final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    /** Adds a row. */
    public Table row(String... cells) {
        return row(List.of(cells));
    }

    /** Adds a row. */
    public Table row(List<String> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    /** One line a row, each after {@code indent}. */
    public List<String> lines(String indent) {
        var columns = rows.stream().mapToInt(List::size).max().orElse(0);
        var widths = IntStream.range(0, columns).map(this::width).toArray();
        return rows.stream()
                .map(row -> indent
                        + IntStream.range(0, row.size())
                                .mapToObj(column -> padded(row.get(column), widths[column]))
                                .collect(Collectors.joining("  "))
                                .stripTrailing())
                .toList();
    }

    private int width(int column) {
        return rows.stream()
                .filter(row -> column < row.size())
                .mapToInt(row -> Styles.width(row.get(column)))
                .max()
                .orElse(0);
    }

    private static String padded(String cell, int width) {
        var space = " ".repeat(width - Styles.width(cell));
        return cell.matches("[\\d,.]+( [%a-z/]{1,3})?") ? space + cell : cell + space;
    }
}
