package dev.aotrollout.oncall;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What bars and marks are drawn with.
 *
 * @param levels of a sparkline, the lowest first
 */
record Glyphs(
        String full,
        String empty,
        String done,
        String current,
        String good,
        String bad,
        String open,
        List<String> levels) {
    private static final Glyphs UNICODE =
            new Glyphs("█", "░", "✓", "▶", "✓", "✗", "·", List.of("▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"));
    private static final Glyphs ASCII = new Glyphs("#", ".", "+", ">", "+", "X", "-", List.of("_", ".", "-", "=", "^"));

    static Glyphs of(boolean unicode) {
        return unicode ? UNICODE : ASCII;
    }

    /** {@code percent} of a bar. */
    String bar(double percent, int width) {
        var filled = (int) Math.round(Math.clamp(percent, 0, 100) / 100 * width);
        if (percent > 0 && filled == 0) filled = 1;
        return full.repeat(filled) + empty.repeat(width - filled);
    }

    /** One level for each value, from the least to the largest of them. */
    String spark(List<Double> values) {
        var low = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        var high = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return values.stream().map(value -> level(value, low, high)).collect(Collectors.joining());
    }

    private String level(double value, double low, double high) {
        if (high - low < 1e-9) return levels.getFirst();
        return levels.get((int) Math.min(levels.size() - 1, (value - low) / (high - low) * levels.size()));
    }
}
