package dev.aotrollout.simulation;

import dev.aotrollout.simulation.Recording.Measured;
import dev.aotrollout.simulation.Recording.Row;
import dev.aotrollout.simulation.Recording.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads a recording from CSV; every complaint names its line. */
final class RecordedCsv {
    private static final List<String> NEEDED = List.of("seconds", "jit_requests", "aot_requests");
    private static final List<String> OPTIONAL = List.of(
            "jit_errors",
            "jit_slow",
            "jit_memory_mib",
            "jit_cpu_seconds",
            "aot_errors",
            "aot_slow",
            "aot_memory_mib",
            "aot_cpu_seconds");
    private static final double MEBI = 1024.0 * 1024;

    private final List<String> columns;
    private final int number;
    private final Map<String, Double> cells = new TreeMap<>();

    private RecordedCsv(List<String> columns, int number) {
        this.columns = columns;
        this.number = number;
    }

    static List<Row> rows(String text) {
        var lines = text.lines().toList();
        if (lines.isEmpty() || lines.getFirst().isBlank())
            throw new Unreadable(
                    "line 1: no header; write " + String.join(",", NEEDED) + " and what else was measured");
        var columns = header(lines.getFirst());
        var rows = new ArrayList<Row>();
        var before = 0L;
        for (var i = 1; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) continue;
            var row = new RecordedCsv(columns, i + 1).row(lines.get(i), before);
            before = row.second();
            rows.add(row);
        }
        if (rows.isEmpty()) throw new Unreadable("line 2: no measurement after the header");
        return rows;
    }

    private static List<String> header(String line) {
        var columns = split(line);
        for (var name : columns) {
            if (!NEEDED.contains(name) && !OPTIONAL.contains(name))
                throw new Unreadable("line 1: unknown column \"%s\"; known are %s, %s"
                        .formatted(name, String.join(", ", NEEDED), String.join(", ", OPTIONAL)));
            if (columns.indexOf(name) != columns.lastIndexOf(name))
                throw new Unreadable("line 1: column \"%s\" is there twice".formatted(name));
        }
        for (var name : NEEDED)
            if (!columns.contains(name)) throw new Unreadable("line 1: column \"%s\" is missing".formatted(name));
        return columns;
    }

    private static List<String> split(String line) {
        var cells = new ArrayList<String>();
        for (var cell : line.split(",", -1)) cells.add(cell.strip());
        return cells;
    }

    private Row row(String line, long before) {
        var texts = split(line);
        if (texts.size() != columns.size())
            throw unreadable("%s cells, the header has %s".formatted(texts.size(), columns.size()));
        for (var i = 0; i < texts.size(); i++) read(columns.get(i), texts.get(i));
        var second = Math.round(cell("seconds"));
        if (second <= before)
            throw unreadable("seconds is %s, it must be above %s of the row before".formatted(second, before));
        return new Row(second, measured("jit"), measured("aot"));
    }

    private void read(String column, String text) {
        if (text.isEmpty() && OPTIONAL.contains(column)) return;
        try {
            var value = Double.parseDouble(text);
            if (!Double.isFinite(value) || value < 0)
                throw unreadable("%s is %s, it must be a number of at least 0".formatted(column, text));
            cells.put(column, value);
        } catch (NumberFormatException _) {
            throw unreadable("%s is \"%s\", it must be a number".formatted(column, text));
        }
    }

    private Measured measured(String track) {
        var requests = cell(track + "_requests");
        for (var of : List.of("_errors", "_slow"))
            if (cell(track + of) > requests)
                throw unreadable(
                        "%s is %s, more than the %s requests".formatted(track + of, cell(track + of), requests));
        var memory = cell(track + "_memory_mib");
        return new Measured(
                requests,
                cell(track + "_errors"),
                cell(track + "_slow"),
                memory < 0 ? Measured.ABSENT : memory * MEBI,
                cell(track + "_cpu_seconds"));
    }

    private double cell(String column) {
        return cells.getOrDefault(column, Measured.ABSENT);
    }

    private Unreadable unreadable(String what) {
        return new Unreadable("line %s: %s".formatted(number, what));
    }
}
