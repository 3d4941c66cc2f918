package dev.aotrollout.evidence;

import java.util.List;
import java.util.stream.Stream;

/** A document as one page that needs no network and no script; the same bytes for the same document. */
public final class HtmlReport {
    private HtmlReport() {}

    /** The page. */
    public static String of(EvidenceDocument document, ReportOrigin origin) {
        var title = ReportWords.verdict(document);
        var head = Html.tag(
                "head",
                Html.tag("meta").with("charset", "utf-8"),
                Html.tag("meta").with("name", "viewport").with("content", "width=device-width,initial-scale=1"),
                Html.tag("meta").with("name", "color-scheme").with("content", "light dark"),
                Html.tag("title", title),
                new Html("style", "", "\n" + HtmlStyle.packed()));
        var body = Html.tag(
                "body",
                Html.tag(
                        "main",
                        top(document),
                        Html.all(sections(document).toList()),
                        HtmlOrigin.footer(document, origin)));
        return "<!DOCTYPE html>\n" + Html.tag("html", head, body).with("lang", "en") + "\n";
    }

    private static Stream<Html> sections(EvidenceDocument document) {
        return Stream.of(
                section("What happened", HtmlCourse.of(document)),
                section("What the guards say", HtmlGuards.of(document)),
                section("Memory and startup", HtmlMemory.of(document)),
                section("Error budget", pair(ChartBudget.spent(document), ChartBudget.burn(document))),
                section("Latency and processor time", HtmlLatency.of(document)),
                section("What failed", HtmlFailures.of(document.failures())),
                section("Checks before the start", HtmlCandidate.of(document)),
                section("Money", HtmlMoney.of(document)),
                section("How far to trust the figures", HtmlQuality.of(document)),
                section("What ran", HtmlOrigin.builds(document.subject())),
                section("Where each number is from", HtmlQuality.queries(document.sources())));
    }

    static Html section(String title, Html content) {
        return Html.tag("section", Html.tag("h2", title), content);
    }

    static Html pair(Html one, Html other) {
        return Html.tag("div", one, other).styled("pair");
    }

    private static Html top(EvidenceDocument document) {
        var conclusion = document.conclusion();
        var subject = document.subject();
        return Html.tag(
                "header",
                Html.tag(
                                "p",
                                badge(ReportStanding.of(conclusion.verdict()), conclusion.verdict()),
                                Html.text("Release evidence of %s/%s, revision %s"
                                        .formatted(subject.namespace(), subject.rollout(), subject.revision())))
                        .styled("over"),
                Html.tag(
                        "h1",
                        Html.text(ReportWords.way(document) + ": "),
                        Html.tag("span", ReportWords.ending(document))),
                Html.tag("p", "Why: " + conclusion.message()).styled("why"),
                Html.tag(
                                "div",
                                ReportFigure.of(document).stream()
                                        .map(HtmlReport::card)
                                        .toList())
                        .styled("cards"),
                remarks(conclusion.remarks()));
    }

    static Html badge(ReportStanding standing, String words) {
        return Html.tag("span", Html.tag("span", standing.sign()).with("aria-hidden", "true"), Html.text(" " + words))
                .styled("badge " + standing.style());
    }

    private static Html card(ReportFigure figure) {
        return Html.tag(
                        "div",
                        Html.tag("p", figure.title()).styled("name"),
                        Html.tag("p", figure.value()).styled("value"),
                        Html.tag("p", figure.range()).styled("range"),
                        Html.tag("p", badge(figure.standing(), figure.meaning())),
                        Html.tag("p", figure.basis()).styled("basis"))
                .styled("card");
    }

    private static Html remarks(List<String> remarks) {
        if (remarks.isEmpty()) return Html.NOTHING;
        return Html.tag(
                        "div",
                        Html.tag("p", "Remarks").styled("name"),
                        Html.tag(
                                "ul",
                                remarks.stream()
                                        .map(remark -> Html.tag("li", remark))
                                        .toList()))
                .styled("remarks");
    }
}
