package dev.aotrollout.evidence;

import dev.aotrollout.judge.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document in short, for a pull request or a chat. */
public final class MarkdownReport {
    private static final int MOST_OFFENDERS = 10;

    private MarkdownReport() {}

    /** The text. */
    public static String of(EvidenceDocument document, ReportOrigin origin) {
        var blocks = new ArrayList<String>();
        blocks.add("## " + text(ReportWords.verdict(document)));
        var conclusion = document.conclusion();
        var standing = ReportStanding.of(conclusion.verdict());
        blocks.add("**%s %s**: %s".formatted(standing.sign(), text(conclusion.verdict()), text(conclusion.message())));
        blocks.add(list(conclusion.remarks()));
        blocks.add(figures(document));
        blocks.add(guards(document.guards()));
        blocks.add(checks(document.candidate()));
        blocks.add(origin(document, origin));
        return String.join(
                        "\n\n",
                        blocks.stream().filter(block -> !block.isEmpty()).toList()) + "\n";
    }

    private static String figures(EvidenceDocument document) {
        var rows = ReportFigure.of(document).stream()
                .map(figure -> row(
                        figure.title(),
                        "**" + text(figure.value()) + "**",
                        figure.range(),
                        figure.standing().sign() + " " + figure.meaning(),
                        figure.basis()))
                .toList();
        return "| | AOT against JIT | interval or limit | beyond chance? | from |\n|---|---|---|---|---|\n"
                + String.join("\n", rows);
    }

    private static String guards(List<GuardAnswer> guards) {
        if (guards.isEmpty()) return "What the guards said last was lost.";
        var rows =
                HtmlGuards.byGravity(guards).stream().map(MarkdownReport::guard).toList();
        return "| guard | answer | AOT : JIT | limit | why |\n|---|---|---|---|---|\n" + String.join("\n", rows);
    }

    private static String guard(GuardAnswer guard) {
        var observed = guard.mode().equals(GuardAnswer.OBSERVE) ? " (observed only)" : "";
        return row(
                guard.guard(),
                ReportStanding.of(guard.verdict()).sign() + " " + guard.verdict() + observed,
                HtmlGuards.ratio(guard.ratio()),
                HtmlGuards.limit(guard),
                guard.message());
    }

    private static String checks(@Nullable Candidate candidate) {
        if (candidate == null) return "";
        var answers = candidate.checks().stream()
                .map(check -> ReportStanding.of(check.verdict()).sign() + " " + text(check.name()))
                .toList();
        var lines = new ArrayList<String>();
        lines.add("Checks: " + String.join(", ", answers));
        var libraries = candidate.libraries();
        if (libraries != null && !libraries.offenders().isEmpty())
            lines.add("Libraries with remarks:\n\n" + list(libraries.offenders()));
        if (!candidate.exceptions().isEmpty()) lines.add("Exceptions used:\n\n" + list(candidate.exceptions()));
        return String.join("\n\n", lines);
    }

    private static String list(List<String> items) {
        var shown = items.stream()
                .limit(MOST_OFFENDERS)
                .map(item -> "- " + text(item))
                .toList();
        var more = items.size() - shown.size();
        return String.join("\n", shown) + (more > 0 ? "\n- and " + Text.count(more) + " more" : "");
    }

    private static String origin(EvidenceDocument document, ReportOrigin origin) {
        var previous = document.previous();
        return "Evidence `%s` `%s`, %s; %s"
                .formatted(
                        code(origin.name()),
                        code(origin.digest()),
                        origin.signed() ? "signed" : "not signed",
                        previous == null
                                ? "the first of its service."
                                : "the run before: `%s`.".formatted(code(previous.name())));
    }

    private static String row(String first, String... rest) {
        var cells = new ArrayList<String>();
        cells.add(text(first));
        for (var cell : rest) cells.add(cell.startsWith("**") ? cell : text(cell));
        return "| " + String.join(" | ", cells) + " |";
    }

    /** One line on which nothing is markup. */
    private static String text(String words) {
        var text = new StringBuilder(words.length() + 16);
        words.replaceAll("\\s+", " ").codePoints().forEach(c -> {
            if (c < 0x80 && "\\`*_[]|~#".indexOf(c) >= 0) text.append('\\');
            text.appendCodePoint(c);
        });
        return Html.escaped(text.toString().replace("<", "‹").replace(">", "›"))
                .replace("&quot;", "\"")
                .replace("&#39;", "'");
    }

    /** A name or a digest; other characters are none of theirs. */
    private static String code(String words) {
        return words.replaceAll("[^A-Za-z0-9:./_-]", "_");
    }
}
