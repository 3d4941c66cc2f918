package dev.aotrollout.judge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * May the tracks be compared at all: do they run the builds they are named after, export the same metrics, and run under the same
 * settings? {@link Judge} asks this before all other guards.
 *
 * @param maxLoadDifferencePercent by which the requests per pod of the tracks may differ before {@link Comparison} minds it
 */
public record ComparabilityGuard(Mode mode, double maxLoadDifferencePercent) implements Guard {
    /** A signal that a new pod has not exported yet is no trimmed instrumentation. */
    private static final Duration GRACE = Duration.ofMinutes(2);
    /** Some metrics appear with the first request. */
    private static final double ENOUGH_REQUESTS = 20;

    @Override
    public Finding judge(Evidence evidence, Recall recall) {
        return wrongBuild(evidence)
                .or(() -> trimmed(evidence))
                .or(() -> blind(evidence))
                .or(() -> buckets(evidence))
                .or(() -> settings(evidence))
                .orElseGet(() -> new Finding(
                        GuardName.COMPARABILITY,
                        mode,
                        Verdict.PASS,
                        Reason.TracksComparable,
                        () -> new Finding.Words(identified(evidence), Figures.NONE, remarks(evidence))));
    }

    private Optional<Finding> wrongBuild(Evidence evidence) {
        if (!(evidence.metrics().identity() instanceof Reading.Known<Identity>(var identity, var _)))
            return Optional.empty();
        var aot = Identity.firstOf(identity.aot(), Identity.Build.JIT)
                .map(pod -> unknown(
                        Reason.WrongBuild,
                        "the AOT track runs the JIT image: pod " + pod.pod() + " is proven JIT by " + pod.proof()
                                + "; fix spec.aot.containers[].image"));
        if (aot.isPresent()) return aot;
        return Identity.firstOf(identity.jit(), Identity.Build.AOT)
                .map(pod -> unknown(
                        Reason.WrongBuild,
                        "the JIT track runs the AOT image: pod " + pod.pod() + " is proven AOT by " + pod.proof()
                                + "; fix the image of the workload that spec.workloadRef names"));
    }

    private Optional<Finding> trimmed(Evidence evidence) {
        var onJitOnly = signals(evidence, signal -> signal.jit() && !signal.aot());
        if (onJitOnly.isEmpty()) return Optional.empty();
        var numbers = "JIT pods export " + onJitOnly + ", AOT pods do not";
        var expected = expectedAotRequests(evidence);
        var decided = evidence.step().weight() > 0
                && evidence.step().age().compareTo(GRACE) > 0
                && expected >= ENOUGH_REQUESTS;
        return Optional.of(
                decided
                        ? new Finding(
                                GuardName.COMPARABILITY,
                                mode,
                                Verdict.FAIL,
                                Reason.InstrumentationTrimmed,
                                numbers + " after "
                                        + Text.span(evidence.step().age().toSeconds()) + " and about "
                                        + Text.count(Math.round(expected))
                                        + " requests; keep the metrics when trimming (MetricsSupport, EventSourceSupport,"
                                        + " reflection metadata of the exporter)",
                                Figures.NONE)
                        : unknown(
                                Reason.InstrumentationTrimmed,
                                numbers + " yet; decided after " + Text.span(GRACE.toSeconds()) + " and "
                                        + Text.trimmed(ENOUGH_REQUESTS) + " AOT requests"));
    }

    /** What the traffic of JIT says of that of AOT, as AOT itself may count nothing. */
    private static double expectedAotRequests(Evidence evidence) {
        if (!(evidence.traffic() instanceof Reading.Known<Traffic>(var traffic, var _))) return 0;
        var weight = evidence.step().weight();
        var implied =
                evidence.step().leavesJitNothing() ? 0 : (double) traffic.jit().requests() * weight / (100 - weight);
        return Math.max(implied, traffic.aot().requests());
    }

    private Optional<Finding> blind(Evidence evidence) {
        if (!(evidence.metrics().coverage() instanceof Reading.Known<Coverage>(var coverage, var _)))
            return Optional.empty();
        var nothing = !coverage.signals().isEmpty()
                && coverage.signals().stream().noneMatch(signal -> signal.jit() || signal.aot());
        return nothing
                ? Optional.of(unknown(
                        Reason.NoData,
                        "neither track exports "
                                + signals(evidence, _ -> true)
                                + "; are the pods scraped, and is spec.metrics.profile that of the service?"))
                : Optional.empty();
    }

    private Optional<Finding> buckets(Evidence evidence) {
        if (!(evidence.metrics().coverage() instanceof Reading.Known<Coverage>(var coverage, var _)))
            return Optional.empty();
        var jit = coverage.jitBounds();
        var aot = coverage.aotBounds();
        if (jit.isEmpty() || aot.isEmpty() || jit.equals(aot)) return Optional.empty();
        return Optional.of(unknown(
                Reason.BucketsDiffer,
                "latency histograms have other bounds: JIT " + bounds(jit) + ", AOT " + bounds(aot)
                        + "; configure the same buckets in both builds"));
    }

    private static String bounds(List<Double> bounds) {
        return bounds.stream().map(Text::trimmed).collect(Collectors.joining(" ", "", " s"));
    }

    private Optional<Finding> settings(Evidence evidence) {
        if (evidence.pods().parity().differences().isEmpty()) return Optional.empty();
        var decisive = evidence.pods().parity().differences().stream()
                .filter(Parity.Difference::decisive)
                .map(ComparabilityGuard::text)
                .collect(Collectors.joining("; "));
        return decisive.isEmpty()
                ? Optional.empty()
                : Optional.of(unknown(
                        Reason.TracksDiffer, decisive + "; set the same in spec.aot.containers[] and in the workload"));
    }

    private static String text(Parity.Difference difference) {
        return difference.setting() + " is " + shown(difference.jit()) + " on JIT and " + shown(difference.aot())
                + " on AOT";
    }

    private static String shown(String value) {
        return value.isEmpty() ? "not set" : value;
    }

    private String identified(Evidence evidence) {
        if (!(evidence.metrics().identity() instanceof Reading.Known<Identity>(var identity, var _)))
            return "nothing speaks against a comparison of the tracks";
        if (identity.aot().isEmpty()) return "no AOT pod yet, and nothing speaks against a comparison of the tracks";
        var proven = identity.aot().stream()
                .filter(pod -> pod.build() == Identity.Build.AOT)
                .count();
        return Text.count(proven) + " of " + Text.count(identity.aot().size())
                + " AOT pods are proven AOT, and nothing speaks against a comparison of the tracks";
    }

    private List<String> remarks(Evidence evidence) {
        var remarks = new ArrayList<String>();
        evidence.pods().parity().differences().forEach(difference -> remarks.add(text(difference)));
        var onNeither = signals(evidence, signal -> !signal.jit() && !signal.aot());
        if (!onNeither.isEmpty()) remarks.add("neither track exports " + onNeither);
        var load = Load.of(evidence);
        if (load.differs(maxLoadDifferencePercent)) remarks.add(load.text());
        return remarks;
    }

    private static String signals(Evidence evidence, Predicate<Coverage.Signal> which) {
        if (!(evidence.metrics().coverage() instanceof Reading.Known<Coverage>(var coverage, var _))) return "";
        if (coverage.signals().stream().noneMatch(which)) return "";
        return coverage.signals().stream()
                .filter(which)
                .map(Coverage.Signal::metric)
                .collect(Collectors.joining(", "));
    }

    private Finding unknown(Reason reason, String message) {
        return new Finding(GuardName.COMPARABILITY, mode, Verdict.UNKNOWN, reason, message, Figures.NONE);
    }
}
