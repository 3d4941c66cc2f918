package dev.aotrollout.oncall;

import dev.aotrollout.api.AotRolloutStatus;
import dev.aotrollout.api.AotRolloutStatus.FindingStatus;
import dev.aotrollout.judge.Text;
import dev.aotrollout.terminal.Screen;
import dev.aotrollout.terminal.Table;
import java.util.ArrayList;
import java.util.List;

/** What each guard says: its number against the limit, the course of that number while it is watched, and why it did not pass. */
final class GuardTable {
    private static final int ROOMY = 110;
    private static final int SPARK = 12;
    private static final int LONG_SPARK = 24;

    private final GuardHistory history;
    private final Screen screen;
    private final Glyphs glyphs;

    private GuardTable(GuardHistory history, Screen screen) {
        this.history = history;
        this.screen = screen;
        this.glyphs = Glyphs.of(screen.unicode());
    }

    static List<String> lines(Standing at, GuardHistory history, Screen screen) {
        List<FindingStatus> findings = at.status().map(AotRolloutStatus::findings).orElse(List.of());
        return findings.isEmpty() ? List.of() : new GuardTable(history, screen).lines(findings);
    }

    private List<String> lines(List<FindingStatus> findings) {
        var table = new Table();
        var spark = screen.columns() >= ROOMY ? LONG_SPARK : SPARK;
        var watched = findings.stream().anyMatch(finding -> history.of(finding, spark).size() > 1);
        var heads = new ArrayList<>(List.of("Guard", "verdict", "AOT : JIT", "limit", "samples"));
        if (watched) heads.add("course");
        table.row(heads);
        for (var finding : findings) {
            var cells = new ArrayList<>(List.of(
                    finding.guard(),
                    verdict(finding),
                    Figure.value(finding),
                    Figure.limit(finding),
                    finding.samples() == null ? "" : Text.count(finding.samples())));
            if (watched) cells.add(glyphs.spark(history.of(finding, spark)));
            table.row(cells);
        }
        var rows = table.lines("");
        var lines = new ArrayList<>(List.of(rows.getFirst()));
        for (var i = 0; i < findings.size(); i++) {
            lines.add(rows.get(i + 1));
            if (!findings.get(i).verdict().equals("Pass")) lines.add("  " + findings.get(i).message());
        }
        return lines;
    }

    private String verdict(FindingStatus finding) {
        var observed = finding.mode().equals("Observe") ? " (observed)" : "";
        return switch (finding.verdict()) {
            case "Pass" -> screen.styled("fg(green)", glyphs.good() + " pass") + observed;
            case "Fail" -> screen.styled("bold,fg(red)", glyphs.bad() + " FAIL") + observed;
            default -> screen.styled("fg(yellow)", glyphs.open() + " unknown") + observed;
        };
    }
}
