package dev.aotrollout.examples.demo.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aotrollout.examples.demo.load.LoadReport;
import dev.aotrollout.examples.demo.load.ServedWeights;
import dev.aotrollout.examples.demo.load.Track;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/** The results as JSON, with units in the names. */
public final class JsonReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonReport() {}

    /** Writes all results. */
    public static String write(List<RunResult> results) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        results.forEach(result -> write(result, all.addObject()));
        return all.toPrettyString() + "\n";
    }

    private static void write(RunResult result, ObjectNode json) {
        var last = result.verdict().last();
        json.put("title", result.title());
        json.put("expected", result.verdict().expected().words());
        json.put("reached", result.verdict().reached());
        json.put("phase", last.phase());
        json.put("reason", last.reason());
        json.put("message", last.message());
        json.put("begun", result.begun().toString());
        json.put("tookSeconds", seconds(result.took()));
        load(result.load(), json.putObject("load"));
        var reaction = json.putObject("reaction");
        reaction.put("from", result.reaction().sign().words());
        reaction.put("toWeightZeroSeconds", seconds(result.reaction().toWeightZero()));
        served(result.served(), json.putArray("weights"));
        figures(result.startupSeconds(), json.putObject("startupSeconds"));
        figures(result.memoryMebibytes(), json.putObject("memoryMebibytes"));
        story(result, json.putArray("story"));
    }

    private static void load(LoadReport load, ObjectNode json) {
        json.put("requests", load.requests());
        json.put("failed", load.failed());
        json.set("failuresByKind", JSON.valueToTree(load.failuresByKind()));
        json.set("failuresByTrack", JSON.valueToTree(load.failuresByTrack()));
        json.set("failuresByRoute", JSON.valueToTree(load.failuresByRoute()));
        json.put("failingSeconds", seconds(load.failing()));
        json.put("failingByAotSeconds", seconds(load.failing(Track.AOT)));
        json.put("largestLagMillis", load.largestLag().toMillis());
        load.latencies()
                .forEach((track, quantiles) -> json.putObject("latency" + track)
                        .put("requests", quantiles.count())
                        .put("p50Millis", quantiles.p50().toMillis())
                        .put("p95Millis", quantiles.p95().toMillis())
                        .put("p99Millis", quantiles.p99().toMillis())
                        .put("longestMillis", quantiles.longest().toMillis()));
        var seconds = json.putArray("seconds");
        load.seconds()
                .forEach(second -> seconds.addObject()
                        .put("start", second.start().toString())
                        .put("requests", second.requests())
                        .put("failed", second.failed())
                        .put("aotPercent", second.aotPercent()));
    }

    private static void served(ServedWeights served, ArrayNode json) {
        served.spans()
                .forEach(span -> json.addObject()
                        .put("from", span.from().toString())
                        .put("askedPercent", span.askedPercent())
                        .put("servedPercent", span.servedPercent())
                        .put("lowPercent", 100 * span.interval().low())
                        .put("highPercent", 100 * span.interval().high())
                        .put("requests", span.requests())
                        .put("matches", span.matches()));
    }

    private static void figures(TrackFigures figures, ObjectNode json) {
        json.set("jit", JSON.valueToTree(figures.jit()));
        json.set("aot", JSON.valueToTree(figures.aot()));
        putIfPresent(json, "jitMedian", TrackFigures.median(figures.jit()));
        putIfPresent(json, "aotMedian", TrackFigures.median(figures.aot()));
        putIfPresent(json, "ratio", figures.ratio());
    }

    private static void putIfPresent(ObjectNode json, String name, OptionalDouble value) {
        value.ifPresent(number -> json.put(name, number));
    }

    private static void story(RunResult result, ArrayNode json) {
        result.story()
                .forEach(line -> json.addObject()
                        .put("at", line.at().toString())
                        .put("phase", line.rollout().phase())
                        .put("step", line.rollout().step())
                        .put("weight", line.rollout().weight())
                        .put("reason", line.rollout().reason())
                        .put("message", line.rollout().message()));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
