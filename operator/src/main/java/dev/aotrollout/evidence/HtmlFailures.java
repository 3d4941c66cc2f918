package dev.aotrollout.evidence;

import dev.aotrollout.judge.Text;
import java.util.List;

/** Exceptions, routes and pods in trouble. */
final class HtmlFailures {
    private HtmlFailures() {}

    static Html of(Failures failures) {
        var ended = "%s of AOT killed for memory, %s for other causes."
                .formatted(
                        ReportWords.counted(failures.oomKills(), "container"),
                        ReportWords.counted(failures.restarts(), "restart"));
        return Html.all(
                Html.tag("p", ended),
                HtmlReport.pair(
                        Html.tag("div", HtmlParts.titled("Exceptions", exceptions(failures.exceptions()))),
                        Html.tag("div", HtmlParts.titled("Failed requests by route", routes(failures.routes())))),
                HtmlParts.titled("Pods in trouble at the end", pods(failures.pods())));
    }

    private static Html exceptions(List<Failures.ExceptionCount> exceptions) {
        var rows = exceptions.stream()
                .map(one -> List.of(
                        Html.text(one.type()), Html.text(Text.count(one.jit())), Html.text(Text.count(one.aot()))))
                .toList();
        return rows.isEmpty()
                ? HtmlParts.none("None was counted.")
                : new HtmlTable("Exceptions by type", List.of("Type", "JIT#", "AOT#"), rows).drawn();
    }

    private static Html routes(List<Failures.Route> routes) {
        var rows = routes.stream()
                .map(one -> List.of(
                        Html.text(one.route()),
                        Html.text(Text.count(one.jitErrors())),
                        Html.text(Text.count(one.aotErrors()))))
                .toList();
        return rows.isEmpty()
                ? HtmlParts.none("None was counted.")
                : new HtmlTable("Failed requests by route", List.of("Route", "JIT#", "AOT#"), rows).drawn();
    }

    private static Html pods(List<Failures.PodTrouble> pods) {
        var rows = pods.stream()
                .map(pod -> List.of(
                        Html.text(pod.pod()),
                        Html.text(pod.trouble().isEmpty() ? "restarted" : pod.trouble()),
                        Html.text(Integer.toString(pod.restarts())),
                        Html.text(Integer.toString(pod.oomKills()))))
                .toList();
        return new HtmlTable("Pods in trouble", List.of("Pod", "Trouble", "Restarts#", "Killed for memory#"), rows)
                .drawn();
    }
}
