package dev.aotrollout.benchmark;

/** A stationary AR(1) process of mean 0. */
final class Drift {
    private final double phi;
    private final double innovation;
    private double value;

    Drift(double deviation, double phi, Chance chance) {
        this.phi = phi;
        innovation = deviation * Math.sqrt(1 - phi * phi);
        value = deviation == 0 ? 0 : deviation * chance.normal();
    }

    double next(Chance chance) {
        if (innovation > 0) value = phi * value + innovation * chance.normal();
        return value;
    }
}
