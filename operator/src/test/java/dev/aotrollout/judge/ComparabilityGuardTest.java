package dev.aotrollout.judge;

import static dev.aotrollout.judge.GuardRow.row;
import static dev.aotrollout.judge.Seen.errors;
import static dev.aotrollout.judge.Seen.nothing;
import static dev.aotrollout.judge.Seen.slow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.judge.Coverage.Signal;
import dev.aotrollout.judge.Identity.Build;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ComparabilityGuardTest {
    private static final ComparabilityGuard GUARD = new ComparabilityGuard(Mode.ENFORCE, 20);
    private static final List<Double> BOUNDS = List.of(0.1, 0.25, 0.5);
    private static final Signal ON_BOTH = new Signal("http_requests", true, true);
    private static final Signal ON_JIT = new Signal("http_requests", true, false);
    private static final Signal ON_NEITHER = new Signal("exceptions", false, false);

    private static Seen covered(Signal... signals) {
        return nothing().requests(errors(0, 300), errors(0, 0)).coverage(List.of(signals), BOUNDS, BOUNDS);
    }

    @TestFactory
    Stream<DynamicTest> table() {
        return GuardRow.tests(
                row("passes where nothing speaks against it", GUARD, nothing(), "PASS TracksComparable"),
                row(
                        "says how many pods are proven",
                        GUARD,
                        nothing().identity(Build.JIT, Build.AOT),
                        "PASS TracksComparable",
                        "1 of 1 AOT pods are proven AOT"),
                row(
                        "what nothing proves is no obstacle",
                        GUARD,
                        nothing().identity(Build.UNPROVEN, Build.UNPROVEN),
                        "PASS TracksComparable"),
                row(
                        "cannot compare JIT with JIT",
                        GUARD,
                        nothing().identity(Build.JIT, Build.JIT),
                        "UNKNOWN WrongBuild",
                        "the AOT track runs the JIT image: pod aot-1",
                        "fix spec.aot.containers[].image"),
                row(
                        "cannot compare AOT with AOT",
                        GUARD,
                        nothing().identity(Build.AOT, Build.AOT),
                        "UNKNOWN WrongBuild",
                        "the JIT track runs the AOT image: pod jit-1"),
                row("passes with the same metrics on both", GUARD, covered(ON_BOTH), "PASS TracksComparable"),
                row(
                        "fails where AOT lost a metric",
                        GUARD,
                        covered(ON_JIT),
                        "FAIL InstrumentationTrimmed",
                        "JIT pods export http_requests, AOT pods do not after 5 min and about 100 requests"),
                row(
                        "waits for a metric in the first minutes",
                        GUARD,
                        covered(ON_JIT).step(2, 25, Duration.ofSeconds(110)),
                        "UNKNOWN InstrumentationTrimmed",
                        "decided after 2 min and 20 AOT requests"),
                row(
                        "waits for a metric before AOT has requests",
                        GUARD,
                        covered(ON_JIT).step(1, 0, Duration.ofMinutes(5)),
                        "UNKNOWN InstrumentationTrimmed"),
                row(
                        "waits for a metric where hardly a request is expected",
                        GUARD,
                        covered(ON_JIT).step(1, 1, Duration.ofMinutes(5)),
                        "UNKNOWN InstrumentationTrimmed"),
                row(
                        "cannot tell where nothing is exported at all",
                        GUARD,
                        covered(ON_NEITHER),
                        "UNKNOWN NoData",
                        "neither track exports exceptions",
                        "spec.metrics.profile"),
                row(
                        "a metric that neither track has is the business of its guard",
                        GUARD,
                        covered(ON_BOTH, ON_NEITHER),
                        "PASS TracksComparable"),
                row(
                        "cannot compare histograms with other bounds",
                        GUARD,
                        nothing().coverage(List.of(ON_BOTH), BOUNDS, List.of(0.1, 0.5)),
                        "UNKNOWN BucketsDiffer",
                        "JIT 0.1 0.25 0.5 s, AOT 0.1 0.5 s"),
                row(
                        "cannot compare under other settings",
                        GUARD,
                        nothing().differs("env DOTNET_gcServer", "1", "", true),
                        "UNKNOWN TracksDiffer",
                        "env DOTNET_gcServer is 1 on JIT and not set on AOT",
                        "set the same in spec.aot.containers[]"),
                row(
                        "a difference that decides nothing is only shown",
                        GUARD,
                        nothing().differs("limits.memory", "512Mi", "256Mi", false),
                        "PASS TracksComparable"));
    }

    @Test
    void whatDoesNotDecideIsInTheDetails() {
        var seen = covered(ON_BOTH, ON_NEITHER).differs("limits.memory", "512Mi", "256Mi", false);
        assertThat(GUARD.judge(seen.evidence(), new Recall()).details())
                .containsExactly("limits.memory is 512Mi on JIT and 256Mi on AOT", "neither track exports exceptions");
    }

    private static final List<Guard> GUARDS = List.of(
            new RestartsGuard(Mode.ENFORCE, 0, 0),
            new ErrorsGuard(Mode.ENFORCE, 1.25, 100),
            new LatencyGuard(Mode.ENFORCE, 1.1, 100),
            new MemoryGuard(Mode.ENFORCE, 20, 5, 90),
            new CpuGuard(Mode.ENFORCE, 10),
            GUARD);

    private static Finding of(GuardName name, Seen seen) {
        return Judge.judge(GUARDS, seen.evidence(), new Recall()).stream()
                .filter(finding -> finding.guard() == name)
                .findFirst()
                .orElseThrow();
    }

    private static Seen healthy() {
        return nothing()
                .requests(slow(200, 10_000), slow(20, 1_000))
                .aotMemory(61, 63, 60)
                .jitMemory(140, 151, 143);
    }

    @Test
    void incomparableTracksPassNoComparison() {
        var seen = healthy().differs("limits.cpu", "2", "1", true);
        assertThat(of(GuardName.MEMORY, seen).reason()).isEqualTo(Reason.TracksDiffer);
        assertThat(of(GuardName.MEMORY, seen).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(of(GuardName.LATENCY, seen).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(of(GuardName.LATENCY, seen).message())
                .contains("not comparable: limits.cpu is 2 on JIT and 1 on AOT")
                .contains("20 of 1,000 AOT requests");
        assertThat(of(GuardName.ERRORS, seen).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void usersWhoWaitAndFactsCountOnIncomparableTracksToo() {
        var seen = nothing()
                .requests(slow(200, 10_000), slow(80, 1_000))
                .aotPeak(117, 128)
                .pod(new PodFacts("aot-1", true, 1, 1, ""))
                .differs("limits.cpu", "2", "1", true);
        assertThat(of(GuardName.LATENCY, seen).reason()).isEqualTo(Reason.LatencyRegressed);
        assertThat(of(GuardName.MEMORY, seen).reason()).isEqualTo(Reason.NearMemoryLimit);
        assertThat(of(GuardName.RESTARTS, seen).reason()).isEqualTo(Reason.OomKilled);
    }

    @Test
    void aRegressionThatOnlyCostsMoneyIsNoneOnIncomparableTracks() {
        var seen = nothing().aotMemory(180, 183, 181).jitMemory(140, 143, 141).differs("limits.cpu", "2", "1", true);
        assertThat(of(GuardName.MEMORY, seen).reason()).isEqualTo(Reason.TracksDiffer);
    }

    private static Seen loaded(long perJitPod, long perAotPod) {
        var seen = nothing().requests(slow(perJitPod / 50, 2 * perJitPod), slow(perAotPod / 50, perAotPod * 2));
        for (var pod : List.of("a", "b")) {
            seen.jitTraffic("jit-" + pod, errors(0, perJitPod)).aotTraffic("aot-" + pod, errors(0, perAotPod));
        }
        return seen;
    }

    private static Seen costly(Seen seen) {
        return seen.cpu(List.of(2.0, 2.05, 1.95, 2.02, 1.98), List.of(3.0, 3.1, 2.9));
    }

    @Test
    void idleAotPodsAreNoReasonToRollBackForTheirProcessorTime() {
        assertThat(of(GuardName.CPU, costly(loaded(10_000, 9_000))).reason()).isEqualTo(Reason.CpuRegressed);
        var idle = of(GuardName.CPU, costly(loaded(10_000, 500)));
        assertThat(idle.reason()).isEqualTo(Reason.LoadDiffers);
        assertThat(idle.message()).contains("AOT pods answered 500 requests each, JIT pods 10,000 (-95 %)");
    }

    @Test
    void lessLoadedAotPodsPassWithARemark() {
        var seen = loaded(10_000, 500).aotMemory(61, 63, 60).jitMemory(140, 151, 143);
        assertThat(of(GuardName.MEMORY, seen).verdict()).isEqualTo(Verdict.PASS);
        assertThat(of(GuardName.MEMORY, seen).details())
                .contains("AOT pods answered 500 requests each, JIT pods 10,000 (-95 %)");
    }

    @Test
    void aotPodsThatCarryTheUsualLoadOfTheServiceAreHeldToIt() {
        var usual = loaded(5_000, 10_000).aotMemory(180, 183, 181).jitMemory(140, 143, 141);
        assertThat(of(GuardName.MEMORY, usual).reason()).isEqualTo(Reason.MemoryRegressed);
    }

    @Test
    void aRegressionOfOverloadedPodsMayComeFromTheLoad() {
        var seen = nothing()
                .requests(slow(200, 10_000), slow(800, 10_000))
                .jitTraffic("jit-a", errors(0, 2_500))
                .jitTraffic("jit-b", errors(0, 2_500))
                .jitTraffic("jit-c", errors(0, 2_500))
                .jitTraffic("jit-d", errors(0, 2_500))
                .aotTraffic("aot-a", errors(0, 10_000));
        var latency = of(GuardName.LATENCY, seen);
        assertThat(latency.reason()).isEqualTo(Reason.LoadDiffers);
        assertThat(latency.message()).contains("give AOT more replicas");
    }

    @Test
    void observedComparabilityChangesNothing() {
        var guards = List.<Guard>of(new MemoryGuard(Mode.ENFORCE, 20, 5, 90), new ComparabilityGuard(Mode.OBSERVE, 20));
        var seen = healthy().differs("limits.cpu", "2", "1", true);
        assertThat(Judge.judge(guards, seen.evidence(), new Recall()).getFirst().verdict())
                .isEqualTo(Verdict.PASS);
    }
}
