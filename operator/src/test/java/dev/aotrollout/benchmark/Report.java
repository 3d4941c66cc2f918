package dev.aotrollout.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sections with their results, as people and as programs read them. */
final class Report {
    private final List<Map<String, Object>> json = new ArrayList<>();
    private final StringBuilder markdown = new StringBuilder();

    void begin(Section section) {
        markdown.append("\n### ").append(section.title()).append("\n\n");
        markdown.append(
                section.healthy()
                        ? "| world | rollouts | AOTRollout | fixed threshold | Kayenta |\n|---|---|---|---|---|\n"
                        : "| world | rollouts | AOTRollout: rolled back | rolled back or held at the end | domain (one test) | fixed threshold | Kayenta |\n|---|---|---|---|---|---|---|\n");
    }

    void add(Section section, Result result) {
        var row = result.row();
        var cells = new ArrayList<String>();
        cells.add(row.world());
        cells.add(Integer.toString(result.passes().of()));
        cells.add(row.passOf().isPresent() ? result.passes().text() : caught(result.ours()));
        if (!section.healthy()) {
            cells.add(row.passOf().isPresent() ? "-" : result.stopped().text());
            cells.add(row.domain());
        }
        cells.add(row.passOf().isPresent() ? "-" : caught(result.threshold()));
        cells.add(row.passOf().isPresent() ? "-" : caught(result.kayenta()));
        markdown.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
        if (section.healthy()) markdown.append(reasons(result));
        json.add(values(section, result));
    }

    /** Share with interval, and the median time of all where more than half were caught. */
    private static String caught(Tally tally) {
        var time = tally.median() < 0 ? "" : ", " + tally.median() + " s";
        var mistaken = tally.mistaken().count() == 0
                ? ""
                : "; mistaken " + tally.mistaken().text();
        return tally.caught().text() + time + mistaken;
    }

    private static String reasons(Result result) {
        return "| - by reason, of %s | | %s | %s | %s |\n"
                .formatted(
                        result.passes().of(),
                        text(result.ours().reasons()),
                        text(result.threshold().reasons()),
                        text(result.kayenta().reasons()));
    }

    private static String text(Map<String, Integer> reasons) {
        return reasons.entrySet().stream()
                .map(reason -> reason.getKey() + " " + reason.getValue())
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Object> values(Section section, Result result) {
        var values = new LinkedHashMap<String, Object>();
        values.put("section", section.title());
        values.put("world", result.row().world());
        values.put("domain", result.row().domain());
        values.put("lookSeconds", result.row().everySeconds());
        values.put("ours", values(result.ours()));
        values.put("stopped", values(result.stopped()));
        values.put("threshold", values(result.threshold()));
        values.put("kayenta", values(result.kayenta()));
        result.row().passOf().ifPresent(guard -> {
            values.put("passOf", guard.name());
            values.put("passes", values(result.passes()));
        });
        return values;
    }

    private static Map<String, Object> values(Tally tally) {
        var values = values(tally.caught());
        values.put("medianSeconds", tally.median() < 0 ? null : tally.median());
        values.put("mistaken", values(tally.mistaken()));
        values.put("reasons", tally.reasons());
        return values;
    }

    private static Map<String, Object> values(Proportion proportion) {
        var values = new LinkedHashMap<String, Object>();
        values.put("count", proportion.count());
        values.put("of", proportion.of());
        values.put("share", proportion.share());
        values.put("low", proportion.low());
        values.put("high", proportion.high());
        return values;
    }

    String markdown() {
        return markdown.toString();
    }

    String json() {
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report of maps, strings and numbers", e);
        }
    }
}
