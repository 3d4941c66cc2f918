package dev.aotrollout.oncall;

import dev.aotrollout.api.AotRolloutStatus;
import dev.aotrollout.api.AotRolloutStatus.Run;
import dev.aotrollout.api.AotRolloutStatus.Transition;
import dev.aotrollout.api.ObservedStatus;
import dev.aotrollout.decision.Moments;
import dev.aotrollout.judge.Text;
import dev.aotrollout.terminal.Paragraph;
import dev.aotrollout.terminal.Screen;
import dev.aotrollout.terminal.Spans;
import dev.aotrollout.terminal.Styles;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One rollout on one screen: first what is the matter and what to do, then what that rests on. */
final class Board {
    private static final String INDENT = "          ";
    private static final int LONGEST_BAR = 60;
    private static final int TRANSITIONS = 4;
    /** They say what the first lines or the guards say. */
    private static final Set<String> SAID_ELSEWHERE = Set.of(
            "Ready",
            "Progressing",
            "Paused",
            "RolledBack",
            "Promoted",
            "Reconciling",
            "Stalled",
            "WithinErrorBudget",
            "ErrorsHealthy",
            "LatencyHealthy",
            "MemoryHealthy",
            "MemoryStable",
            "StartupHealthy",
            "PodsHealthy",
            "MetricsComparable",
            "CpuHealthy",
            "SignaturesHealthy",
            "CustomHealthy");

    private final Standing at;
    private final Instant now;
    private final Screen screen;
    private final Glyphs glyphs;
    private final List<String> lines = new ArrayList<>();

    private Board(Standing at, Instant now, Screen screen) {
        this.at = at;
        this.now = now;
        this.screen = screen;
        this.glyphs = Glyphs.of(screen.unicode());
    }

    /** {@code program} as the user calls it; {@code history} is empty but for a watch. */
    static List<String> lines(
            Standing at, Images images, GuardHistory history, Screen screen, Instant now, String program) {
        var board = new Board(at, now, screen);
        board.headline(program);
        if (at.status().isEmpty()) return board.cut();
        board.weights();
        board.steps();
        board.waits();
        board.budget();
        board.add(TrackTable.lines(at, images, screen));
        board.add(GuardTable.lines(at, history, screen));
        board.conditions();
        board.transitions();
        board.evidence(program);
        return board.cut();
    }

    /** The same with a warning that it may be old. */
    static List<String> disconnected(List<String> board, Screen screen) {
        var warned = new ArrayList<String>();
        warned.add(screen.styled(
                "bold,fg(yellow)", "NOT CONNECTED to the cluster, trying again; this is what was known last"));
        warned.addAll(board);
        return warned;
    }

    private List<String> cut() {
        return lines.stream().map(line -> Styles.cut(line, screen.columns())).toList();
    }

    private void add(List<String> more) {
        if (more.isEmpty()) return;
        lines.add("");
        lines.addAll(more);
    }

    private void headline(String program) {
        var advice = Advice.of(at, program);
        var style = PhaseStyle.of(at.phase());
        Paragraph.lines(advice.sentence(at.label()), screen.columns(), "  ")
                .forEach(line -> lines.add(screen.styled(style, line)));
        if (!at.message().isEmpty()) lines.addAll(Paragraph.lines(at.message(), screen.columns(), "  "));
        at.status().ifPresent(status -> {
            lines.add("");
            lines.add(facts(status));
        });
    }

    private String facts(AotRolloutStatus status) {
        var run = at.run();
        var since = run.flatMap(one -> Standing.instant(one.startedAt()));
        var ended = run.flatMap(one -> Standing.instant(one.endedAt()));
        var text = new StringBuilder(at.phase());
        if (!at.reason().equals(at.phase()))
            text.append(" (").append(at.reason()).append(')');
        run.map(Run::revision).ifPresent(revision -> text.append("  revision ").append(revision));
        if (ended.isPresent()) text.append("  ended ").append(ago(ended.get()));
        else since.ifPresent(began -> text.append("  running ").append(Spans.age(began, now)));
        Standing.instant(status.recordedAt())
                .ifPresent(when -> text.append("  written ").append(ago(when)));
        if (!at.isUpToDate()) text.append("  (the spec was edited since)");
        return text.toString();
    }

    private void weights() {
        var asked = at.weight();
        var served = number(at.status().map(AotRolloutStatus::served).orElse("0"));
        var width = Math.clamp(screen.columns() - 26, 10, LONGEST_BAR);
        lines.add("");
        lines.add("Weight    asked  %6s  %s".formatted(asked + " %", glyphs.bar(asked, width)));
        lines.add("          served %6s  %s".formatted(Text.trimmed(served) + " %", glyphs.bar(served, width)));
    }

    private static double number(String text) {
        return text.matches("\\d+(\\.\\d+)?") ? Double.parseDouble(text) : 0;
    }

    private void steps() {
        var index = at.stepIndex();
        var over = at.isIn("Promoted");
        var text = new StringBuilder();
        for (var i = 0; i < at.spec().steps().size(); i++) {
            var step = at.spec().steps().get(i);
            var mark = i < index || over ? glyphs.done() : i == index ? glyphs.current() : glyphs.open();
            text.append(' ').append(mark).append(step.weight());
            if (step.approval() != null && i > index) text.append("(approval)");
        }
        labelled("Steps", text.toString());
    }

    /** Paragraph with a word before it. */
    private void labelled(String label, String text) {
        var broken = Paragraph.lines(text, screen.columns() - INDENT.length(), "");
        for (var i = 0; i < broken.size(); i++)
            lines.add((i == 0 ? label + " ".repeat(INDENT.length() - label.length()) : INDENT) + broken.get(i));
    }

    private void waits() {
        var waits = Outstanding.of(at, now);
        var parts = new ArrayList<String>();
        if (waits.soakSeconds() != null && waits.servedAt() != null) {
            var soaked = Duration.between(waits.servedAt(), now);
            var soak = Duration.ofSeconds(waits.soakSeconds());
            if (waits.soakEndsAt() == null) parts.add("soaked " + Moments.text(soak));
            else
                parts.add("soak %s of %s, until %s (%s)"
                        .formatted(
                                Moments.text(Duration.ofSeconds(Math.max(0, soaked.toSeconds()))),
                                Moments.text(soak),
                                clock(waits.soakEndsAt()),
                                Spans.age(now, waits.soakEndsAt())));
        }
        if (waits.deadlineAt() != null)
            parts.add(
                    waits.deadlineAt().isAfter(now)
                            ? "deadline %s (%s)"
                                    .formatted(clock(waits.deadlineAt()), Spans.age(now, waits.deadlineAt()))
                            : "deadline was " + clock(waits.deadlineAt()));
        var approval = waits.approval();
        if (approval != null) {
            var by = approval.approvedBy().isEmpty() ? "" : ", by " + String.join(", ", approval.approvedBy());
            parts.add("approvals for weight %s: %s of %s%s"
                    .formatted(approval.weight(), approval.approvedBy().size(), approval.required(), by));
        }
        if (waits.command() != null) parts.add(waits.command() + " is set, the operator has not acted on it yet");
        if (parts.isEmpty()) return;
        labelled("Waits", String.join("; ", parts));
    }

    private void budget() {
        var status = at.status();
        var left = status.map(AotRolloutStatus::observed)
                .map(ObservedStatus::budget)
                .map(ObservedStatus.BudgetStatus::remainingPercent);
        var spent = at.run().map(Run::spentPercent);
        if (left.isEmpty() && spent.isEmpty()) return;
        var allowed = at.spec().errorBudget().maxRolloutSpendPercent();
        labelled(
                "Budget",
                "%s; earlier steps spent %s of the %s allowed"
                        .formatted(
                                left.map(percent -> Text.percent(percent) + " left")
                                        .orElse("not known"),
                                Text.percent(spent.orElse(0.0)),
                                Text.percent(allowed)));
    }

    private void conditions() {
        var wrong = at.conditions().stream()
                .filter(condition -> !SAID_ELSEWHERE.contains(condition.getType()))
                .filter(condition -> condition.getStatus().equals("False"))
                .filter(condition -> !condition.getReason().equals("AsExpected"))
                .map(this::line)
                .toList();
        add(wrong);
    }

    private String line(Condition condition) {
        return "%s %s %s: %s"
                .formatted(
                        screen.styled("fg(red)", glyphs.bad()),
                        condition.getType(),
                        condition.getReason(),
                        condition.getMessage());
    }

    private void transitions() {
        List<Transition> all = at.status().map(AotRolloutStatus::transitions).orElse(List.of());
        add(all.stream()
                .limit(TRANSITIONS)
                .map(one -> "%s  %3s %%  %s: %s"
                        .formatted(clock(Instant.parse(one.at())), one.weight(), one.reason(), one.message()))
                .toList());
    }

    private void evidence(String program) {
        at.status()
                .map(AotRolloutStatus::evidence)
                .ifPresent(pack -> add(List.of("Evidence  %s (%s): %s report %s -n %s"
                        .formatted(pack.name(), pack.verdict(), program, at.name(), at.namespace()))));
    }

    private String ago(Instant when) {
        return Spans.age(when, now) + " ago";
    }

    /** Time of the day in UTC, with the day where it is another one. */
    private String clock(Instant when) {
        var text = Moments.text(when);
        return text.substring(0, 10).equals(Moments.text(now).substring(0, 10)) ? text.substring(11) : text;
    }
}
