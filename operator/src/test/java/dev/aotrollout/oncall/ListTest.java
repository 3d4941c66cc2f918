package dev.aotrollout.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.cli.Shell;
import dev.aotrollout.terminal.Screen;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListTest {
    private static final Instant NOW = Instant.parse("2026-11-03T12:00:00Z");

    private static final List<Standing> STANDINGS = List.of(
            Sim.standing("Promoted", "Promoted"),
            Sim.standing("Progressing", "SoakWaits"),
            Sim.standing("Pending", "MetricsPending"),
            Sim.standing("Paused", "PausedByUser"),
            Sim.standing("RolledBack", "ErrorsRegressed"),
            Sim.standing("RolledBack", "GoalIsJit"),
            Sim.standing("Held", "MetricsUnavailable"),
            Sim.standing("RollingBack", "ErrorsRegressed"));

    private static List<Listed> listed() {
        return IntStream.range(0, STANDINGS.size())
                .mapToObj(i -> Sim.edited(STANDINGS.get(i), rollout -> {
                    rollout.getMetadata().setName("service-" + i);
                    rollout.getMetadata().setNamespace(i % 2 == 0 ? "shop" : "payments");
                    rollout.getMetadata()
                            .setCreationTimestamp(
                                    NOW.minusSeconds(4000L * (i + 1) * (i + 1)).toString());
                }))
                .map(at -> Listed.of(Sim.tree(at)))
                .sorted(Listed.TROUBLE_FIRST)
                .toList();
    }

    @Test
    void whatNeedsAPersonComesFirst() {
        assertThat(listed())
                .extracting(Listed::phase)
                .containsExactly(
                        "RollingBack",
                        "Held",
                        "RolledBack",
                        "Paused",
                        "Progressing",
                        "Pending",
                        "RolledBack",
                        "Promoted");
    }

    @Test
    void looksLikeThis() {
        for (var columns : List.of(80, 120)) {
            var lines = ListTable.lines(listed(), true, false, Screen.plain(columns), NOW);
            assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(columns));
            var text = String.join("\n", lines) + "\n";
            assertThat(text).isEqualTo(Shell.golden("list-" + columns + ".txt", text));
        }
        assertThat(ListTable.lines(listed(), false, true, Screen.plain(80), NOW))
                .anySatisfy(line -> assertThat(line.length()).isGreaterThan(150));
    }
}
