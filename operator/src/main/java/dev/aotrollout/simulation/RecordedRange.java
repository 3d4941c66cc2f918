package dev.aotrollout.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.aotrollout.simulation.Recording.Measured;
import dev.aotrollout.simulation.Recording.Row;
import dev.aotrollout.simulation.Recording.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads a recording from answers of Prometheus' {@code query_range}. */
final class RecordedRange {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> KNOWN = List.of("requests", "errors", "slow", "memory_bytes", "cpu_seconds");

    private final String trackLabel;
    /** By what is measured and track, such as {@code errors/aot}, then by second. */
    private final Map<String, Map<Long, Double>> series = new TreeMap<>();

    RecordedRange(String trackLabel) {
        this.trackLabel = trackLabel;
    }

    List<Row> rows(String json) {
        var answers = parsed(json);
        if (!answers.isObject() || !answers.has("requests"))
            throw new Unreadable("no \"requests\"; write {\"requests\": <answer of query_range>, ...}, known are "
                    + String.join(", ", KNOWN));
        for (var answer : answers.properties()) read(answer.getKey(), answer.getValue());
        var seconds = new ArrayList<>(of("requests", "jit").keySet());
        if (seconds.size() < 2)
            throw new Unreadable(
                    "requests: fewer than two samples of a series whose label \"%s\" is \"jit\"".formatted(trackLabel));
        if (!series.containsKey("requests/aot"))
            throw new Unreadable("requests: no series whose label \"%s\" is \"aot\"".formatted(trackLabel));
        return rows(seconds);
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            var line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new Unreadable("line %s: no JSON: %s".formatted(line, e.getOriginalMessage()));
        }
    }

    private void read(String name, JsonNode answer) {
        if (!KNOWN.contains(name))
            throw new Unreadable("unknown \"%s\"; known are %s".formatted(name, String.join(", ", KNOWN)));
        var data = answer.has("data") ? answer.get("data") : answer;
        if (!data.path("result").isArray()
                || !"matrix".equals(data.path("resultType").asText("matrix")))
            throw new Unreadable(
                    "%s: no data.result of type matrix; was it the answer of query_range?".formatted(name));
        for (var one : data.get("result")) {
            var track = one.path("metric").path(trackLabel).asText();
            if (!track.equals("jit") && !track.equals("aot"))
                throw new Unreadable("%s: a series whose label \"%s\" is \"%s\", not \"jit\" or \"aot\""
                        .formatted(name, trackLabel, track));
            for (var sample : one.path("values")) add(name, track, sample);
        }
    }

    private void add(String name, String track, JsonNode sample) {
        var text = sample.path(1).asText();
        try {
            var value = Double.parseDouble(text);
            if (Double.isNaN(value)) return; // 0/0: nothing was there
            if (value < 0 || Double.isInfinite(value)) throw new NumberFormatException(text);
            of(name, track).merge(Math.round(sample.path(0).asDouble()), value, Double::sum);
        } catch (NumberFormatException _) {
            throw new Unreadable("%s of %s at %s is \"%s\", it must be a number of at least 0"
                    .formatted(name, track, sample.path(0).asText(), text));
        }
    }

    private Map<Long, Double> of(String name, String track) {
        return series.computeIfAbsent(name + "/" + track, _ -> new TreeMap<>());
    }

    /** The first sample stands for the time before it, as long as between the first two. */
    private List<Row> rows(List<Long> seconds) {
        var before = 2 * seconds.getFirst() - seconds.get(1);
        var start = before;
        var rows = new ArrayList<Row>(seconds.size());
        for (var second : seconds) {
            rows.add(new Row(
                    second - start,
                    measured("jit", second, second - before),
                    measured("aot", second, second - before)));
            before = second;
        }
        return rows;
    }

    private Measured measured(String track, long second, long length) {
        var requests = Math.max(0, value("requests", track, second)) * length;
        return new Measured(
                requests,
                count("errors", track, second, requests),
                count("slow", track, second, requests),
                value("memory_bytes", track, second),
                value("cpu_seconds", track, second) * length);
    }

    /** Two rates are never of quite the same requests. */
    private double count(String name, String track, long second, double requests) {
        var rate = value(name, track, second);
        var of = value("requests", track, second);
        return rate < 0 || of <= 0 ? Measured.ABSENT : requests * Math.min(1, rate / of);
    }

    private double value(String name, String track, long second) {
        return of(name, track).getOrDefault(second, Measured.ABSENT);
    }
}
