package dev.aotrollout.evidence;

import java.util.List;

/** What is missing, and the queries that everything was asked with. */
final class HtmlQuality {
    private HtmlQuality() {}

    static Html of(EvidenceDocument document) {
        var quality = document.quality();
        var standing = quality.complete() ? ReportStanding.GOOD : ReportStanding.BAD;
        var words = quality.complete() ? "complete" : "incomplete";
        var rows = quality.gaps().stream()
                .map(gap -> List.of(
                        Html.tag("code", gap.query()),
                        Html.text(gap.name().isEmpty() ? "–" : gap.name()),
                        Html.text("%s of %s".formatted(gap.missing(), gap.points()))))
                .toList();
        return Html.all(
                Html.tag(
                        "p",
                        HtmlReport.badge(standing, words),
                        Html.text(
                                quality.complete()
                                        ? " Every query was answered, and nothing that was recorded got lost."
                                        : " Some figures are missing:")),
                HtmlParts.list(quality.remarks()),
                HtmlParts.titled(
                        "Gaps", new HtmlTable("Gaps", List.of("Query", "Series", "Points missing#"), rows).drawn()));
    }

    static Html queries(Sources sources) {
        var items = sources.queries().stream().map(HtmlQuality::query).toList();
        return Html.all(
                Html.tag(
                        "p",
                        "Prometheus at %s, from %s to %s UTC, one point each %s s."
                                .formatted(
                                        sources.prometheus(),
                                        ReportWords.minute(sources.from()),
                                        ReportWords.minute(sources.to()),
                                        sources.stepSeconds())),
                HtmlParts.more(
                        ReportWords.counted(items.size(), "query").replace("querys", "queries"), Html.all(items)));
    }

    private static Html query(Sources.Query query) {
        var trouble = query.trouble();
        var answer = trouble == null
                ? "%s in the answer".formatted(query.answered() == 1 ? "1 series" : query.answered() + " series")
                : "no answer: " + trouble;
        return Html.tag(
                        "div",
                        Html.tag(
                                "p",
                                Html.tag("strong", query.id()),
                                Html.text(" %s, in %s, at %s UTC; %s"
                                        .formatted(
                                                query.shows(), query.unit(), ReportWords.minute(query.at()), answer))),
                        Html.tag("pre", Html.tag("code", query.promql())))
                .styled("query");
    }
}
