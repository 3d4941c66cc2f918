package dev.aotrollout.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.cli.Shell;
import dev.aotrollout.terminal.Screen;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoardTest {
    private static final Images IMAGES =
            new Images("registry.example/checkout:1.4.2", "registry.example/checkout:1.4.2-aot");

    private static List<String> board(Standing at, GuardHistory history, Screen screen) {
        return Board.lines(at, IMAGES, history, screen, Sim.after(at), "kubectl aotrollout");
    }

    @ParameterizedTest
    @CsvSource({
        "Pending, MetricsPending",
        "Progressing, SoakWaits",
        "Progressing, ThinEvidence",
        "Progressing, TracksUnready",
        "Held, MetricsUnavailable",
        "Held, BudgetTooLow",
        "Paused, PausedByUser",
        "Paused, Inconclusive",
        "RollingBack, ErrorsRegressed",
        "RolledBack, ErrorsRegressed",
        "RolledBack, Aborted",
        "Promoted, Promoted"
    })
    void looksLikeThis(String phase, String reason) {
        var at = Sim.standing(phase, reason);
        for (var columns : List.of(80, 120)) {
            var lines = board(at, new GuardHistory(), Screen.plain(columns));
            var text = String.join("\n", lines) + "\n";
            assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(columns));
            assertThat(text).isEqualTo(Shell.golden("status-%s-%s-%s.txt".formatted(phase, reason, columns), text));
        }
    }

    @Test
    void everyStatusFitsAnyScreen() {
        for (var columns : List.of(40, 80, 200))
            for (var at : Sim.course("aot_answers_errors_at_step_2"))
                assertThat(board(at, new GuardHistory(), Screen.plain(columns)))
                        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(columns));
    }

    @Test
    void watchedNumbersHaveACourse() {
        var history = new GuardHistory();
        var course = Sim.course("aot_answers_errors_at_step_2");
        course.forEach(at -> history.note(at.status().orElseThrow()));
        var text = String.join("\n", board(course.getLast(), history, Screen.plain(120)));
        assertThat(text).contains("course").containsPattern("latency .*[▁▂▃▄▅▆▇█]{3,}");
    }

    @Test
    void aPlainTerminalGetsNothingButAscii() {
        var at = Sim.standing("Progressing", "SoakWaits");
        var lines = board(at, new GuardHistory(), new Screen(80, 24, false, false, false));
        assertThat(lines).allSatisfy(line -> assertThat(line).matches("\\p{ASCII}*"));
    }

    @Test
    void withoutAnOperatorItAsksForOne() {
        var at = Sim.edited(Sim.standing("Progressing", "SoakWaits"), rollout -> rollout.setStatus(null));
        assertThat(Board.lines(
                        at,
                        IMAGES,
                        new GuardHistory(),
                        Screen.plain(200),
                        Sim.after(Sim.standing("Progressing", "SoakWaits")),
                        "aotrollout"))
                .singleElement()
                .asString()
                .contains("was not looked at by any operator yet. Next: does one run? kubectl get pods");
    }
}
