package dev.aotrollout.governance;

/**
 * From where on a measurement is a yes.
 *
 * @param coldStartSeconds a JIT pod that takes longer until it is ready starts slowly
 * @param imageBytes a JIT image from this size on slows deployments down
 */
public record EconomicsThresholds(double coldStartSeconds, double imageBytes) {
    /** 5 s and 200 MiB. */
    public static final EconomicsThresholds DEFAULT = new EconomicsThresholds(5, 200.0 * 1024 * 1024);
}
