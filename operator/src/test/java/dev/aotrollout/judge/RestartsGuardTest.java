package dev.aotrollout.judge;

import static dev.aotrollout.judge.GuardRow.row;
import static dev.aotrollout.judge.Seen.nothing;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RestartsGuardTest {
    private static final RestartsGuard GUARD = new RestartsGuard(Mode.ENFORCE, 0, 0);
    private static final RestartsGuard LENIENT = new RestartsGuard(Mode.ENFORCE, 0, 2);
    private static final PodFacts CALM = new PodFacts("aot-1", true, 0, 0, "");
    private static final PodFacts RESTARTED = new PodFacts("aot-2", true, 1, 0, "");
    private static final PodFacts OOM = new PodFacts("aot-3", false, 1, 1, "");
    private static final PodFacts LOOPING = new PodFacts("aot-4", false, 3, 0, "CrashLoopBackOff");

    @TestFactory
    Stream<DynamicTest> table() {
        return GuardRow.tests(
                row(
                        "passes where all pods stay up",
                        GUARD,
                        nothing().pod(CALM),
                        "PASS PodsHealthy",
                        "1 AOT pods, no restart"),
                row("cannot tell without pods", GUARD, nothing(), "UNKNOWN ThinEvidence", "no AOT pod yet"),
                row(
                        "fails after a restart",
                        GUARD,
                        nothing().pod(CALM).pod(RESTARTED),
                        "FAIL Restarted",
                        "limit 0",
                        "pod aot-2"),
                row(
                        "fails after an OOM kill, and names it rather than the restart",
                        GUARD,
                        nothing().pod(RESTARTED).pod(OOM),
                        "FAIL OomKilled",
                        "1 AOT containers were OOMKilled, limit 0",
                        "pod aot-3"),
                row(
                        "says whether JIT has the same trouble",
                        GUARD,
                        nothing().pod(OOM).jitPod(new PodFacts("jit-1", true, 2, 2, "")),
                        "FAIL OomKilled",
                        "JIT pods have 2"),
                row(
                        "says that JIT has none",
                        GUARD,
                        nothing().pod(OOM).jitPod(new PodFacts("jit-1", true, 0, 0, "")),
                        "FAIL OomKilled",
                        "JIT pods have none"),
                row(
                        "tolerates as many restarts as it is told",
                        LENIENT,
                        nothing().pod(RESTARTED).pod(CALM),
                        "PASS PodsHealthy"),
                row(
                        "fails for a crash loop, however many restarts it tolerates",
                        new RestartsGuard(Mode.ENFORCE, 0, 99),
                        nothing().pod(LOOPING),
                        "FAIL CrashLooping",
                        "pod aot-4 is in CrashLoopBackOff after 3 restarts"),
                row(
                        "sums up restarts of all pods",
                        LENIENT,
                        nothing().pod(RESTARTED).pod(RESTARTED).pod(RESTARTED),
                        "FAIL Restarted",
                        "3 times, limit 2"),
                row(
                        "answers while Prometheus is down",
                        GUARD,
                        nothing()
                                .trafficMissing()
                                .budgetMissing()
                                .memoryMissing()
                                .pod(OOM),
                        "FAIL OomKilled"));
    }

    @Test
    void observingNeverDemandsARollback() {
        var finding =
                new RestartsGuard(Mode.OBSERVE, 0, 0).judge(nothing().pod(OOM).evidence(), new Recall());
        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.demandsRollback()).isFalse();
    }
}
