package dev.aotrollout.examples.demo.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.examples.demo.cluster.RolloutSnapshot;
import dev.aotrollout.examples.demo.cluster.StageView;
import dev.aotrollout.examples.demo.cluster.StageView.PodCounts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LiveTableTest {
    private static final String ESCAPE = "\u001b";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    private LiveTable table(boolean redraws) {
        return new LiveTable(out, new LiveTable.Screen(90, redraws), "Healthy AOT build, AOTRollout demo/checkout");
    }

    private static TableRow row(int second, String step, int weight, String reason) {
        var rollout = new RolloutSnapshot(
                "Progressing", step, weight, reason, "soaks at weight " + weight + " until noon", List.of(), Set.of());
        var view = new StageView(rollout, weight, new PodCounts(3, 3), new PodCounts(2, 2));
        return new TableRow(Duration.ofSeconds(second), view, new TableRow.Traffic(200, weight - 0.2, 0));
    }

    private List<String> lines() {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void saysWhichRolloutAndWhatTheColumnsAre() {
        table(false);
        assertThat(lines())
                .containsExactly(
                        "",
                        "Healthy AOT build, AOTRollout demo/checkout",
                        "  TIME  PHASE        STEP  ASKED    SEEN  REQ/S  FAILED  AOT  JIT  REASON");
    }

    @Test
    void printsALineEveryTwoSecondsAndAtEveryChange() {
        var table = table(false);
        // When
        table.show(row(10, "1/4", 10, "SoakWaits 1s/12s"));
        table.show(row(11, "1/4", 10, "SoakWaits 2s/12s"));
        table.show(row(12, "1/4", 10, "SoakWaits 3s/12s"));
        table.show(row(13, "2/4", 25, "StepEntered"));
        // Then
        assertThat(lines().subList(3, lines().size()))
                .containsExactly(
                        "  0:10  Progressing   1/4     10     9.8    200       0    2    3  SoakWaits 1s/12s: so...",
                        "  0:12  Progressing   1/4     10     9.8    200       0    2    3  SoakWaits 3s/12s: so...",
                        "  0:13  Progressing   2/4     25    24.8    200       0    2    3  StepEntered: soaks a...");
    }

    @Test
    void redrawsTheLastLineInPlaceAndKeepsEarlierOnes() {
        var table = table(true);
        // When
        table.show(row(10, "1/4", 10, "SoakWaits 1s/12s"));
        table.show(row(11, "1/4", 10, "SoakWaits 2s/12s"));
        table.show(row(13, "2/4", 25, "StepEntered"));
        // Then
        var text = bytes.toString(StandardCharsets.UTF_8);
        assertThat(text.split(ESCAPE + "\\[1A" + ESCAPE + "\\[J", -1)).hasSize(3);
        assertThat(text.substring(text.lastIndexOf(ESCAPE)))
                .contains("0:11", "0:13")
                .doesNotContain("0:10");
    }

    @Test
    void neverMovesTheCursorAboveTheFold() {
        var table = table(true);
        // When
        for (var second = 0; second < 100; second++) {
            table.show(row(second, second + "/100", 1, "StepEntered"));
        }
        // Then
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains(ESCAPE + "[16A")
                .doesNotContain(ESCAPE + "[17A");
    }

    @Test
    void printsNoEscapeCodesInPlainMode() {
        var table = table(false);
        table.show(row(10, "1/4", 10, "SoakWaits"));
        assertThat(bytes.toString(StandardCharsets.UTF_8)).doesNotContain(ESCAPE);
    }

    @Test
    void showsDashesBeforeThereIsAStatus() {
        var table = table(false);
        var view = new StageView(RolloutSnapshot.NONE, 0, new PodCounts(3, 3), new PodCounts(0, 0));
        table.show(new TableRow(Duration.ofSeconds(1), view, new TableRow.Traffic(0, 0, 0)));
        assertThat(lines().getLast()).isEqualTo("  0:01  -               -      0     0.0      0       0    0    3");
    }
}
