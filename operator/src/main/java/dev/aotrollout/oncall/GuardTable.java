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
        List<FindingStatus> findings =
                at.status().map(AotRolloutStatus::findings).orElse(List.of());
        return findings.isEmpty() ? List.of() : new GuardTable(history, screen).lines(findings);
    }

    private List<String> lines(List<FindingStatus> findings) {
        var measured = findings.stream().filter(GuardTable::hasNumber).toList();
        var spark = screen.columns() >= ROOMY ? LONG_SPARK : SPARK;
        var watched =
                measured.stream().anyMatch(finding -> history.of(finding, spark).size() > 1);
        var numbers = new Table();
        numbers.row(watched ? List.of("number", "limit", "samples", "course") : List.of("number", "limit", "samples"));
        for (var finding : measured) numbers.row(numbers(finding, watched ? history.of(finding, spark) : List.of()));
        var cells = numbers.lines("").iterator();
        var table = new Table().row("Guard", "verdict", cells.next());
        for (var finding : findings)
            table.row(finding.guard(), verdict(finding), hasNumber(finding) ? cells.next() : finding.message());
        return withReasons(table.lines(""), findings);
    }

    /** A failure says why below its number; what could not be told says so in the place of one. */
    private static List<String> withReasons(List<String> rows, List<FindingStatus> findings) {
        var lines = new ArrayList<>(List.of(rows.getFirst()));
        for (var i = 0; i < findings.size(); i++) {
            lines.add(rows.get(i + 1));
            if (findings.get(i).verdict().equals("Fail"))
                lines.add("  " + findings.get(i).message());
        }
        return lines;
    }

    private static boolean hasNumber(FindingStatus finding) {
        return finding.verdict().equals("Unknown") ? finding.ratio() != null : finding.aot() != null;
    }

    private List<String> numbers(FindingStatus finding, List<Double> course) {
        var samples = finding.samples();
        return List.of(
                Figure.value(finding),
                Figure.limit(finding),
                samples == null ? "" : Text.count(samples),
                glyphs.spark(course));
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
