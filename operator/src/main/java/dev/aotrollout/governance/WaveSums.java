package dev.aotrollout.governance;

import dev.aotrollout.governance.WaveGains.Median;
import dev.aotrollout.governance.WaveGains.Saving;
import dev.aotrollout.judge.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Gains over the portfolio: the median says what a service may expect, the sum what all of them save. */
final class WaveSums {
    private WaveSums() {}

    static WaveGains of(List<WaveMember> members) {
        var packs = members.stream()
                .filter(WaveMember::isDone)
                .flatMap(member -> member.evidence().stream())
                .toList();
        var saved = new TreeMap<String, Double>();
        for (var pack : packs)
            pack.monthlySaving().forEach((currency, amount) -> saved.merge(currency, amount, Double::sum));
        return new WaveGains(
                packs.size(),
                median(packs, WaveFigure.MEMORY_GAIN),
                median(packs, WaveFigure.STARTUP_GAIN),
                saved.entrySet().stream()
                        .map(entry -> new Saving(entry.getKey(), entry.getValue()))
                        .toList());
    }

    /** The mean of the two in the middle where their number is even. */
    private static Median median(List<WavePack> packs, WaveFigure figure) {
        var values = packs.stream()
                .filter(pack -> pack.figures().containsKey(figure))
                .map(pack -> pack.figures().getOrDefault(figure, 0.0))
                .sorted()
                .toList();
        if (values.isEmpty()) return Median.NONE;
        var n = values.size();
        return new Median((values.get((n - 1) / 2) + values.get(n / 2)) / 2, n);
    }

    /** {@code memory -54 % (n=3), startup -81 % (n=3), saves 120 EUR a month}; empty where there is none. */
    static String text(WaveGains gains) {
        var parts = new ArrayList<String>();
        if (gains.memory().n() > 0) parts.add("memory " + change(gains.memory()));
        if (gains.startup().n() > 0) parts.add("startup " + change(gains.startup()));
        for (var saving : gains.monthlySaving())
            parts.add("saves %s %s a month".formatted(Text.trimmed(saving.amount()), saving.currency()));
        return String.join(", ", parts);
    }

    /** A gain is less memory or time. */
    private static String change(Median gain) {
        var rounded = Math.round(gain.percent());
        var sign = rounded > 0 ? "-" : rounded < 0 ? "+" : "";
        return "%s%s %% (n=%s)".formatted(sign, Math.abs(rounded), gain.n());
    }
}
