package dev.aotrollout.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Memory and startup: both charts, and each pod in a table. */
final class HtmlMemory {
    private HtmlMemory() {}

    static Html of(EvidenceDocument document) {
        var columns = List.of("Pod", "Track", "Mean#", "Peak#", "Resident#", "Limit#");
        var rows = document.memory().pods().stream()
                .map(pod -> List.of(
                        Html.text(pod.pod()),
                        Html.text(pod.track().equals(EvidenceDocument.AOT) ? "AOT" : "JIT"),
                        Html.text(ReportWords.bytes(pod.meanBytes())),
                        Html.text(ReportWords.bytes(pod.peakBytes())),
                        Html.text(bytes(pod.residentBytes())),
                        Html.text(bytes(pod.limitBytes()))))
                .toList();
        return Html.all(
                HtmlReport.pair(ChartMemory.of(document), ChartStartup.of(document.startup())),
                HtmlParts.more(
                        "Memory of " + ReportWords.counted(rows.size(), "pod"),
                        new HtmlTable("Memory of each pod over the whole run", columns, rows).drawn()));
    }

    private static String bytes(@Nullable Double bytes) {
        return bytes == null ? "–" : ReportWords.bytes(bytes);
    }
}
