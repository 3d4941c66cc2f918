package dev.aotrollout.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final List<Guard> ALL = List.of(
            new RestartsGuard(Mode.ENFORCE, 0, 0),
            new ErrorsGuard(Mode.ENFORCE, 1.25, 100),
            new BudgetGuard(99.9, 1, 5, List.of(new FastBurn(Duration.ofSeconds(300), Duration.ofSeconds(60), 14.4))),
            new LatencyGuard(Mode.ENFORCE, 1.1, 100),
            new MemoryGuard(Mode.ENFORCE, 20, 5, 90),
            new StartupGuard(Mode.ENFORCE, 30, 20),
            new LeakGuard(Mode.ENFORCE, Duration.ofHours(24)),
            new CpuGuard(Mode.ENFORCE, 10),
            new SignaturesGuard(Mode.ENFORCE, List.of()),
            new CustomGuard(Mode.ENFORCE, "queue", OptionalDouble.of(1), OptionalDouble.empty()));

    @Test
    void asksEveryGuardInItsOrder() {
        assertThat(Judge.judge(ALL, Seen.nothing().evidence(), new Recall()))
                .extracting(Finding::guard)
                .containsExactly(
                        GuardName.RESTARTS,
                        GuardName.ERRORS,
                        GuardName.BUDGET,
                        GuardName.LATENCY,
                        GuardName.MEMORY,
                        GuardName.STARTUP,
                        GuardName.LEAK,
                        GuardName.CPU,
                        GuardName.SIGNATURES,
                        GuardName.CUSTOM);
    }

    @Test
    void noDataIsNeverAPass() {
        var blind = Seen.nothing().trafficMissing().budgetMissing().memoryMissing();
        assertThat(Judge.judge(ALL, blind.evidence(), new Recall())).allSatisfy(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
            assertThat(finding.permitsAdvance()).isFalse();
            assertThat(finding.message()).isNotBlank();
        });
    }

    @Test
    void theSameEvidenceHasTheSameFindings() {
        var seen = Seen.nothing().requests(Seen.errors(57, 57_000), Seen.errors(30, 3_000));
        assertThat(Judge.judge(ALL, seen.evidence(), new Recall()))
                .isEqualTo(Judge.judge(ALL, seen.evidence(), new Recall()));
    }
}
