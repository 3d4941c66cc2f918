package dev.aotrollout.governance;

/** What the owners of a service answer to the three questions of its economics. */
public record EconomicsClaims(Claim coldStart, Claim memoryPressure, Claim deployCycle) {
    /** Everything is left to the measurement. */
    public static final EconomicsClaims MEASURED = new EconomicsClaims(Claim.MEASURED, Claim.MEASURED, Claim.MEASURED);

    /** One answer. */
    public enum Claim {
        YES,
        NO,
        MEASURED
    }
}
