package dev.aotrollout.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownReportTest {
    @Test
    void aPromotedRun() {
        var text = MarkdownReport.of(ReportSamples.promoted(), ReportSamples.ORIGIN);
        assertThat(text).isEqualTo(ReportSamples.golden("report.md", text));
    }

    @Test
    void aRunThatWasRolledBack() {
        var text = MarkdownReport.of(ReportSamples.rolledBack(), ReportSamples.ORIGIN);
        assertThat(text).isEqualTo(ReportSamples.golden("report-rolled-back.md", text));
    }

    @Test
    void aTextCannotBecomeMarkup() {
        var text = MarkdownReport.of(
                ReportSamples.hostile("|`\n# <img src=x> [a](b) @\u202E"),
                new ReportOrigin("n`|\n", "sha256:0", false));
        assertThat(text).doesNotContain("<img", "\u202E", "[a](b)").contains("\\[a\\](b)");
        assertThat(text.lines().filter(line -> line.startsWith("|")))
                .allSatisfy(line -> assertThat(line.replace("\\|", "")
                                .chars()
                                .filter(c -> c == '|')
                                .count())
                        .isEqualTo(6));
        assertThat(text.lines().filter(line -> line.startsWith("#"))).hasSize(1);
    }
}
