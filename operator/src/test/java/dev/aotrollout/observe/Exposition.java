package dev.aotrollout.observe;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Text that a process exposes to Prometheus, from {@code src/test/resources/observe/profiles}. */
record Exposition(String file) {
    private static final Pattern LINE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? (\\S+)(?: -?\\d+)?");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** The text is scraped at {@code at}; labels of the text win over those of the target, as with honorLabels. */
    void scrape(RecordedPrometheus prometheus, Map<String, String> target, Instant at) {
        var up = new HashMap<>(target);
        up.put("__name__", "up");
        prometheus.scrape(up, at, 1);
        new String(Recorded.answer("profiles/" + file))
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .forEach(line -> scrape(prometheus, target, at, line));
    }

    private static void scrape(RecordedPrometheus prometheus, Map<String, String> target, Instant at, String line) {
        var sample = LINE.matcher(line);
        if (!sample.matches()) throw new IllegalArgumentException(line);
        var labels = new HashMap<>(target);
        labels.put("__name__", sample.group(1));
        if (sample.group(2) != null)
            LABEL.matcher(sample.group(2)).results().forEach(label -> put(labels, label.group(1), label.group(2)));
        prometheus.scrape(labels, at, number(sample.group(3)));
    }

    /** An empty label is none. */
    private static void put(Map<String, String> labels, String name, String value) {
        if (value.isEmpty()) labels.remove(name);
        else labels.put(name, value.replaceAll("\\\\(.)", "$1"));
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
