package dev.aotrollout.governance;

import java.util.List;

/**
 * What the portfolio gained, from the newest evidence of each service that is done.
 *
 * @param services that are done
 * @param monthlySaving summed, one entry a currency, in the order of their codes
 */
public record WaveGains(int services, Median memory, Median startup, List<Saving> monthlySaving) {
    /** Nothing yet. */
    public static final WaveGains NONE = new WaveGains(0, Median.NONE, Median.NONE, List.of());

    /** Percent, over {@code n} services; 0 where n is 0. */
    public record Median(double percent, int n) {
        /** Of nothing. */
        public static final Median NONE = new Median(0, 0);
    }

    /** Money a month; the currency is an ISO 4217 code. */
    public record Saving(String currency, double amount) {}

    public WaveGains {
        monthlySaving = List.copyOf(monthlySaving);
    }

    /** {@code memory -54 % (n=3), startup -81 % (n=3), saves 120 EUR a month}; empty where there is none. */
    public String text() {
        return WaveSums.text(this);
    }
}
