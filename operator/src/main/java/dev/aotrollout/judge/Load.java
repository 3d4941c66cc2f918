package dev.aotrollout.judge;

import java.util.List;

/**
 * How many requests each pod of the tracks answered in the window.
 *
 * @param jit requests per JIT pod
 * @param aot requests per AOT pod
 * @param alone requests that each JIT pod would have answered without the AOT track: what a pod of this service is there for
 */
record Load(double jit, double aot, double alone) {
    /** Nothing is known of it. */
    static final Load UNKNOWN = new Load(0, 0, 0);

    static Load of(Evidence evidence) {
        if (!(evidence.traffic() instanceof Reading.Known<Traffic>(var traffic, var _))) return UNKNOWN;
        var jitPods = pods(traffic.jitPods(), evidence.pods().jit());
        var aotPods = pods(traffic.aotPods(), evidence.pods().aot());
        if (jitPods == 0 || aotPods == 0) return UNKNOWN;
        var jit = traffic.jit().requests();
        var aot = traffic.aot().requests();
        return new Load((double) jit / jitPods, (double) aot / aotPods, (double) (jit + aot) / jitPods);
    }

    /** Pods that the metrics name, or else those that Kubernetes calls ready. */
    private static long pods(List<PodTraffic> named, List<PodFacts> facts) {
        return named.isEmpty() ? facts.stream().filter(PodFacts::ready).count() : named.size();
    }

    private boolean isKnown() {
        return jit > 0 && aot > 0;
    }

    /**
     * Whether AOT pods carry more than JIT pods do, and more than JIT pods do without the rollout: a regression may come from the
     * load alone.
     */
    boolean isTooHighOnAot(double maxDifferencePercent) {
        return isKnown() && aot > (1 + maxDifferencePercent / 100) * alone;
    }

    /** Whether AOT pods are so much idler that what a pod costs without any request weighs more on each of theirs. */
    boolean isTooLowOnAot(double maxDifferencePercent) {
        return isKnown() && aot < (1 - maxDifferencePercent / 100) * jit;
    }

    boolean differs(double maxDifferencePercent) {
        return isKnown() && Math.abs(aot / jit - 1) > maxDifferencePercent / 100;
    }

    /** {@code AOT pods answered 120 requests each, JIT pods 300 (-60 %)}. */
    String text() {
        return "AOT pods answered " + Text.count(Math.round(aot)) + " requests each, JIT pods "
                + Text.count(Math.round(jit)) + " (" + Text.signed(aot / jit) + " %)";
    }
}
