package dev.aotrollout.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of docs/metrics.md, which is the one list of our metrics. */
final class MetricTable {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** One row. */
    record Metric(String name, String type, Set<String> labels, String unit) {
        /** As series are named. */
        Stream<String> series() {
            return switch (type) {
                case "histogram" -> Stream.of(name + "_bucket", name + "_sum", name + "_count");
                case "summary" -> Stream.of(name, name + "_sum", name + "_count");
                default -> Stream.of(name);
            };
        }
    }

    private MetricTable() {}

    static Stream<Metric> read() {
        var file = Path.of(System.getProperty("aotrollout.root"), "docs/metrics.md");
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.matches("\\| `[a-z_]+` \\|.*"))
                    .map(line -> line.split(" \\| ?|^\\| "))
                    .map(cells -> new Metric(
                            codes(cells[1]).iterator().next(), cells[2].strip(), codes(cells[3]), cells[4].strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> codes(String cell) {
        return CODE.matcher(cell).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
