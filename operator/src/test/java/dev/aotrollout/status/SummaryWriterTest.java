package dev.aotrollout.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.judge.Figures;
import dev.aotrollout.judge.Finding;
import dev.aotrollout.judge.GuardName;
import dev.aotrollout.judge.Mode;
import dev.aotrollout.judge.Reason;
import dev.aotrollout.judge.Verdict;
import dev.aotrollout.statistics.Interval;
import org.junit.jupiter.api.Test;

/** The columns of kubectl get. */
class SummaryWriterTest {

    @Test
    void aLiveStepShowsItsFigures() {
        var summary = new Looks().first().summary();
        assertThat(summary.budget()).isEqualTo("97.1%");
        assertThat(summary.errors()).isEqualTo("x11 [4.5,20.9]");
        assertThat(summary.memory()).isEqualTo("-54% [-57,-51]");
        assertThat(summary.startup()).isEqualTo("-81% [-88,-70]");
        assertThat(summary.reason()).isEqualTo("SoakWaits 12m/30m");
    }

    @Test
    void anyOtherReasonStandsForItself() {
        assertThat(new Looks()
                        .decision(Looks.held(Reason.PausedByUser))
                        .first()
                        .summary()
                        .reason())
                .isEqualTo("PausedByUser");
    }

    @Test
    void noFiguresAreNoText() {
        var summary = new Looks().findings().first().summary();
        assertThat(summary.memory()).isNull();
        assertThat(summary.startup()).isNull();
    }

    @Test
    void findingsHoldNoInfinityForJsonHasNone() {
        var figures = new Figures.Compared(
                "ratio",
                0,
                0.01,
                new Interval(Double.POSITIVE_INFINITY, Double.NaN, Double.POSITIVE_INFINITY),
                1.25,
                9);
        var finding =
                new Finding(GuardName.ERRORS, Mode.ENFORCE, Verdict.FAIL, Reason.ErrorsRegressed, "numbers", figures);
        var written = FindingWriter.write(finding);
        assertThat(written.ratioLow()).isNull();
        assertThat(written.ratioHigh()).isNull();
        assertThat(written.aot()).isEqualTo(0.01);
        assertThat(written.verdict()).isEqualTo("Fail");
        assertThat(written.guard()).isEqualTo("errors");
        assertThat(written.samples()).isEqualTo(9);
    }

    @Test
    void findingsRoundToWhatAnybodyReads() {
        var memory = new Looks().first().findings().get(1);
        assertThat(memory.jit()).isEqualTo(151_100_000.0);
        assertThat(memory.aot()).isEqualTo(69_500_000.0);
    }

    @Test
    void aMeasuredNumberStandsBesideItsLimit() {
        var finding = new Finding(
                GuardName.RESTARTS,
                Mode.OBSERVE,
                Verdict.UNKNOWN,
                Reason.ThinEvidence,
                "no pod",
                new Figures.Measured("count", 1, 2, 3));
        var written = FindingWriter.write(finding);
        assertThat(written.unit()).isEqualTo("count");
        assertThat(written.jit()).isNull();
        assertThat(written.aot()).isEqualTo(1);
        assertThat(written.limit()).isEqualTo(2);
    }
}
