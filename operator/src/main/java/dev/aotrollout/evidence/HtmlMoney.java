package dev.aotrollout.evidence;

import dev.aotrollout.judge.Text;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What both tracks take of the cluster, and what that costs. */
final class HtmlMoney {
    private HtmlMoney() {}

    static Html of(EvidenceDocument document) {
        var economics = document.economics();
        if (economics == null) return HtmlParts.none("The rollout names no prices, so no money was computed.");
        var currency = Objects.requireNonNullElse(economics.currency(), "");
        var rows = List.of(
                row(economics, "Pods", density -> Text.count(density.replicas())),
                row(economics, "Memory request of a pod", density -> orNone(density.memoryBytes(), ReportWords::bytes)),
                row(economics, "CPU request of a pod", density -> orNone(density.cpuCores(), HtmlMoney::cores)),
                row(economics, "Pods on a node", density -> orNone(density.podsPerNode(), Object::toString)),
                row(economics, "Nodes", density -> orNone(density.nodes(), Object::toString)),
                row(
                        economics,
                        "Cost a month",
                        density -> orNone(density.monthlyCost(), cost -> ReportWords.money(cost, currency))));
        return Html.all(
                HtmlReport.pair(
                        ChartMoney.of(economics),
                        Html.tag(
                                        "div",
                                        new HtmlTable("Density", List.of("Carrying all traffic", "JIT#", "AOT#"), rows)
                                                .drawn())
                                .styled("side")),
                HtmlParts.titled("Assumptions", HtmlParts.list(economics.assumptions())));
    }

    private static List<Html> row(Economics economics, String name, Function<Economics.Density, String> of) {
        return List.of(Html.text(name), Html.text(of.apply(economics.jit())), Html.text(of.apply(economics.aot())));
    }

    private static <T> String orNone(@Nullable T value, Function<T, String> words) {
        return value == null ? "–" : words.apply(value);
    }

    private static String cores(double cores) {
        return Text.trimmed(cores * 1000) + "m";
    }
}
