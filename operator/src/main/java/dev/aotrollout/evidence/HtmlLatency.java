package dev.aotrollout.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long requests take, and how much processor time. */
final class HtmlLatency {
    private HtmlLatency() {}

    static Html of(EvidenceDocument document) {
        var jit = document.latency().jit();
        var aot = document.latency().aot();
        var rows = List.of(
                row("half of the requests within", jit.p50(), aot.p50()),
                row("95 % within", jit.p95(), aot.p95()),
                row("99 % within", jit.p99(), aot.p99()),
                row(
                        "processor time a request",
                        document.cpu().jitSecondsPerRequest(),
                        document.cpu().aotSecondsPerRequest()));
        var table =
                new HtmlTable("Over the whole run", List.of("Over the whole run", "JIT#", "AOT#", "AOT : JIT#"), rows);
        return HtmlReport.pair(
                ChartLatency.of(document), Html.tag("div", table.drawn()).styled("side"));
    }

    private static List<Html> row(String name, @Nullable Double jit, @Nullable Double aot) {
        var ratio = jit == null || aot == null || jit == 0 ? "–" : ReportWords.times(aot / jit);
        return List.of(Html.text(name), Html.text(seconds(jit)), Html.text(seconds(aot)), Html.text(ratio));
    }

    private static String seconds(@Nullable Double seconds) {
        return seconds == null ? "–" : ReportWords.seconds(seconds);
    }
}
