package dev.aotrollout.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The five checks, the libraries, and the exceptions that were used. */
final class HtmlCandidate {
    private HtmlCandidate() {}

    static Html of(EvidenceDocument document) {
        var candidate = document.candidate();
        if (candidate == null) return HtmlParts.none("No checks were recorded.");
        var libraries = candidate.libraries();
        return Html.all(
                Html.tag(
                        "p",
                        HtmlReport.badge(ReportStanding.of(candidate.verdict()), candidate.verdict()),
                        Html.text(" " + score(candidate))),
                checks(candidate.checks()),
                HtmlParts.more("The facts that the checks rest on", criteria(candidate.checks())),
                libraries == null ? HtmlParts.none("No bill of materials was judged.") : libraries(libraries),
                HtmlParts.titled("Exceptions used", HtmlParts.list(candidate.exceptions())));
    }

    private static String score(Candidate candidate) {
        var words = new StringBuilder();
        if (candidate.score() != null) words.append("Score ").append(candidate.score());
        if (candidate.minimumScore() != null)
            words.append(", ").append(candidate.minimumScore()).append(" needed");
        if (candidate.rubric() != null) words.append(", rubric ").append(candidate.rubric());
        if (!words.isEmpty()) words.append(". ");
        return words.append(
                        candidate.blocking()
                                ? "The rollout could not begin without them."
                                : "They inform; no rubric makes them block.")
                .toString();
    }

    private static Html checks(List<Candidate.Check> checks) {
        var rows = checks.stream()
                .map(check -> List.of(
                        Html.text(check.name()),
                        HtmlReport.badge(ReportStanding.of(check.verdict()), check.verdict()),
                        Html.text(check.message())))
                .toList();
        return new HtmlTable("The checks", List.of("Check", "Answer", "Why"), rows).drawn();
    }

    private static Html criteria(List<Candidate.Check> checks) {
        var rows = new ArrayList<List<Html>>();
        for (var check : checks)
            for (var fact : check.criteria())
                rows.add(List.of(
                        Html.text(fact.name()),
                        Html.text(check.name()),
                        HtmlReport.badge(ReportStanding.of(fact.verdict()), fact.verdict()),
                        Html.text(fact.weight() == null ? "–" : fact.weight().toString()),
                        Html.text(fact.evidence())));
        return new HtmlTable("Facts", List.of("Fact", "Check", "Answer", "Weight#", "Shown by"), rows).drawn();
    }

    private static Html libraries(Candidate.Libraries libraries) {
        var rows = new TreeMap<>(libraries.counts())
                .entrySet().stream()
                        .map(entry -> List.of(
                                HtmlReport.badge(ChartLibraries.standing(entry.getKey()), entry.getKey()),
                                Html.text(entry.getValue().toString())))
                        .toList();
        var digest = libraries.billDigest();
        return Html.all(
                HtmlReport.pair(
                        ChartLibraries.of(libraries),
                        Html.tag("div", new HtmlTable("Libraries", List.of("Verdict", "Libraries#"), rows).drawn())),
                HtmlParts.titled("Libraries with remarks", HtmlParts.list(libraries.offenders())),
                digest == null
                        ? HtmlParts.none("The bill of materials has no digest.")
                        : Html.tag("p", Html.text("Bill of materials "), Html.tag("code", digest))
                                .styled("note"));
    }
}
