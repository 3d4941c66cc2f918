package dev.aotrollout.benchmark;

import java.util.Locale;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/** How many of how many, with its 95 % Wilson interval. */
record Proportion(int count, int of) {
    private static final double ALPHA = 0.05;

    double share() {
        return of == 0 ? 0 : (double) count / of;
    }

    double low() {
        return of == 0 ? 0 : Math.max(0, interval().getLowerBound());
    }

    double high() {
        return of == 0 ? 1 : Math.min(1, interval().getUpperBound());
    }

    private org.apache.commons.statistics.interval.Interval interval() {
        return BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(of, count, ALPHA);
    }

    /** {@code 12 % [9.1, 15.6]}. */
    String text() {
        return "%s %% [%s, %s]".formatted(percent(share()), percent(low()), percent(high()));
    }

    private static String percent(double share) {
        var percent = 100 * share;
        var decimals = percent > 0 && percent < 1 ? 2 : percent < 10 || percent > 99 && percent < 100 ? 1 : 0;
        var text = String.format(Locale.ROOT, "%." + decimals + "f", percent);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }
}
