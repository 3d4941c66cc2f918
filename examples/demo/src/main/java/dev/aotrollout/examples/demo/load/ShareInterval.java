package dev.aotrollout.examples.demo.load;

/** The 99.9 % Wilson interval of a share: each request goes to a track by chance, so a share is never met exactly. */
public record ShareInterval(double low, double high) {
    /** Two-sided 99.9 % of the normal distribution. */
    private static final double Z = 3.2905267314919255;
    /** Of the arithmetic: 0 of n must contain 0. */
    private static final double ROUNDING = 1e-9;

    static ShareInterval of(int hits, int trials) {
        if (trials == 0) {
            return new ShareInterval(0, 1);
        }
        var share = (double) hits / trials;
        var weight = Z * Z / trials;
        var centre = (share + weight / 2) / (1 + weight);
        var margin = Math.sqrt(share * (1 - share) * weight + weight * weight / 4) / (1 + weight);
        return new ShareInterval(Math.max(0, centre - margin), Math.min(1, centre + margin));
    }

    /** Whether {@code share}, 0 to 1, lies within. */
    public boolean contains(double share) {
        return low - ROUNDING <= share && share <= high + ROUNDING;
    }
}
