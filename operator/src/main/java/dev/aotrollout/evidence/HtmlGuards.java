package dev.aotrollout.evidence;

import dev.aotrollout.judge.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What each guard said last, drawn and as a table. */
final class HtmlGuards {
    private HtmlGuards() {}

    static Html of(EvidenceDocument document) {
        if (document.guards().isEmpty()) return HtmlParts.none("What the guards said last was lost; see the remarks.");
        var columns = List.of("Guard", "Answer", "JIT#", "AOT#", "AOT : JIT#", "Limit#", "Why");
        var rows = byGravity(document.guards()).stream().map(HtmlGuards::row).toList();
        return Html.all(
                HtmlReport.pair(ChartRatios.of(document), ChartProof.of(document)),
                new HtmlTable("What each guard said last", columns, rows).drawn());
    }

    /** What failed first, then what is unknown. */
    static List<GuardAnswer> byGravity(List<GuardAnswer> guards) {
        var order = List.of(GuardAnswer.FAIL, GuardAnswer.UNKNOWN, GuardAnswer.PASS);
        return guards.stream()
                .sorted(Comparator.comparingInt(guard -> order.indexOf(guard.verdict())))
                .toList();
    }

    private static List<Html> row(GuardAnswer guard) {
        var unit = Objects.requireNonNullElse(guard.unit(), "");
        return List.of(
                Html.text(guard.guard()),
                answer(guard),
                Html.text(value(guard.jit(), unit)),
                Html.text(value(guard.aot(), unit)),
                ratioCell(guard.ratio()),
                Html.text(limit(guard)),
                Html.all(Html.text(guard.message()), details(guard)));
    }

    private static Html answer(GuardAnswer guard) {
        var badge = HtmlReport.badge(ReportStanding.of(guard.verdict()), guard.verdict());
        return guard.mode().equals(GuardAnswer.OBSERVE) ? Html.all(badge, Html.tag("small", " observed only")) : badge;
    }

    private static Html details(GuardAnswer guard) {
        var samples = guard.samples();
        var words = String.join("; ", guard.details());
        if (samples != null) words = "n\u00a0=\u00a0" + Text.count(samples) + (words.isEmpty() ? "" : "; " + words);
        return words.isEmpty() ? Html.NOTHING : Html.all(Html.text(" "), Html.tag("small", words));
    }

    private static String value(@Nullable Double value, String unit) {
        return value == null ? "–" : ReportWords.quantity(value, unit);
    }

    private static Html ratioCell(@Nullable Ratio ratio) {
        if (ratio == null || ratio.estimate() == null) return Html.text("–");
        return Html.all(
                Html.text(ReportWords.times(ratio.estimate())),
                Html.tag("br"),
                Html.tag("small", ReportWords.interval(ratio)));
    }

    /** {@code 0.94× (0.76× to 1.16×)}. */
    static String ratio(@Nullable Ratio ratio) {
        if (ratio == null || ratio.estimate() == null) return "–";
        return "%s (%s)".formatted(ReportWords.times(ratio.estimate()), ReportWords.interval(ratio));
    }

    static String limit(GuardAnswer guard) {
        var limit = guard.limit();
        if (limit == null) return "–";
        return guard.ratio() != null
                ? ReportWords.times(limit)
                : ReportWords.quantity(limit, Objects.requireNonNullElse(guard.unit(), ""));
    }
}
