package dev.aotrollout.judge;

import java.util.ArrayList;
import java.util.function.Supplier;

/**
 * What the comparability of the tracks means for the other findings. Counts of errors need no comparability, and facts (an OOM
 * kill, a pod near its limit, a spent budget) none either. What compares pods or latencies does: as long as the tracks are not
 * comparable its pass is unknown, and so is a regression that only costs money. A latency regression stays one, because users wait
 * whatever the cause.
 *
 * <p>Load is minded only in the direction that could make up a regression: where AOT pods carry more than JIT pods would without
 * the rollout, and, for processor time per request, where they are so idle that the cost of an idle pod weighs on each request. A
 * less loaded AOT pod that needs less memory is remarked, and later steps tell; otherwise no rollout with two pods at weight 1
 * would ever advance.
 */
record Comparison(ComparabilityGuard guard, Finding finding, Load load) {

    static Comparison of(ComparabilityGuard guard, Evidence evidence, Recall recall) {
        return new Comparison(guard, guard.judge(evidence, recall), Load.of(evidence));
    }

    /** What is left of {@code other} when this is taken into account. */
    Finding applyTo(Finding other) {
        if (guard.mode() == Mode.OBSERVE || !compares(other.guard())) return other;
        if (finding.verdict() != Verdict.PASS) return incomparable(other);
        return unequallyLoaded(other);
    }

    private static boolean compares(GuardName name) {
        return switch (name) {
            case LATENCY, MEMORY, CPU, STARTUP -> true;
            case ERRORS, BUDGET, RESTARTS, COMPARABILITY, LEAK, SIGNATURES, CUSTOM -> false;
        };
    }

    private Finding incomparable(Finding other) {
        return switch (other.verdict()) {
            case UNKNOWN -> other;
            case PASS -> unknown(other, finding.reason(), () -> "not comparable: " + finding.message());
            case FAIL ->
                isOfPodsOnly(other.reason())
                        ? unknown(other, finding.reason(), () -> "not comparable: " + finding.message())
                        : other;
        };
    }

    /** Regressions that cost money, not users. */
    private static boolean isOfPodsOnly(Reason reason) {
        return reason == Reason.MemoryRegressed || reason == Reason.CpuRegressed || reason == Reason.StartupRegressed;
    }

    private Finding unequallyLoaded(Finding other) {
        if (other.guard() == GuardName.STARTUP || !load.differs(guard.maxLoadDifferencePercent())) return other;
        var tooHigh = load.isTooHighOnAot(guard.maxLoadDifferencePercent());
        var tooLow = load.isTooLowOnAot(guard.maxLoadDifferencePercent());
        return switch (other.reason()) {
            case LatencyRegressed, MemoryRegressed ->
                tooHigh ? unknown(other, Reason.LoadDiffers, this::tooMuchLoad) : remarked(other);
            case CpuRegressed, CpuSuspected ->
                tooHigh || tooLow
                        ? unknown(other, Reason.LoadDiffers, tooHigh ? this::tooMuchLoad : this::tooLittle)
                        : other;
            default -> remarked(other);
        };
    }

    private String tooMuchLoad() {
        return load.text() + ", more than a JIT pod carries without the rollout; give AOT more replicas";
    }

    private String tooLittle() {
        return load.text() + ", so that an idle pod's own cost weighs on each request; tell at a higher weight";
    }

    private static Finding unknown(Finding other, Reason reason, Supplier<String> why) {
        return other.with(
                Verdict.UNKNOWN,
                reason,
                words -> new Finding.Words(why.get() + " (" + words.message() + ")", words.figures(), words.details()));
    }

    private Finding remarked(Finding other) {
        return other.with(other.verdict(), other.reason(), words -> {
            var details = new ArrayList<>(words.details());
            details.add(load.text());
            return new Finding.Words(words.message(), words.figures(), details);
        });
    }
}
