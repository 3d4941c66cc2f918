package dev.aotrollout.runtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests that reach the ready pods of both tracks as the route says, and what a Prometheus that scrapes these pods holds of them. */
final class FakeTraffic implements AutoCloseable {
    private static final int TICK_MILLIS = 100;
    private static final double PER_SECOND = 200;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COUNT = "http_server_request_duration_seconds_count";
    private static final String BUCKET = "http_server_request_duration_seconds_bucket";
    private static final Pattern SUBQUERY = Pattern.compile("\\[(\\d+)ms:(\\d+)ms]$");
    private static final Pattern RANGE = Pattern.compile("\\[(\\d+)ms]");

    private record Sample(long atMillis, long value) {}

    private final FakeControllers controllers;
    private final String namespace;
    private final Map<Map<String, String>, Double> counters = new HashMap<>();
    private final Map<Map<String, String>, List<Sample>> series = new HashMap<>();
    private final Map<String, Double> errorShares = new ConcurrentHashMap<>();
    private final ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor();
    private volatile double budgetErrors;

    FakeTraffic(FakeControllers controllers, String namespace) {
        this.controllers = controllers;
        this.namespace = namespace;
        loop.scheduleAtFixedRate(this::tick, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Such a share of the requests to {@code deployment} fails. */
    void errorShare(String deployment, double share) {
        errorShares.put(deployment, share);
    }

    /** Of one million requests in the window of the budget. */
    void budgetErrors(double errors) {
        budgetErrors = errors;
    }

    private synchronized void tick() {
        var now = System.currentTimeMillis();
        for (var name : controllers.names()) {
            if (name.endsWith("-aot")) continue;
            var aot = controllers.gateway().aotPercent(name) / 100;
            serve(name, PER_SECOND * (1 - aot) * TICK_MILLIS / 1000, now);
            serve(name + "-aot", PER_SECOND * aot * TICK_MILLIS / 1000, now);
        }
    }

    private void serve(String deployment, double requests, long now) {
        var pods = controllers.readyPodsOf(deployment);
        for (var pod : pods) {
            var failed = errorShares.getOrDefault(deployment, 0.0);
            add(pod, "200", requests * (1 - failed) / pods.size(), now);
            if (failed > 0) add(pod, "500", requests * failed / pods.size(), now);
            append(Map.of("__name__", "up", "namespace", namespace, "pod", pod, "instance", pod), 1, now);
        }
    }

    private void add(String pod, String code, double requests, long now) {
        var labels = new TreeMap<>(
                Map.of("namespace", namespace, "pod", pod, "instance", pod, "http_response_status_code", code));
        var total = counters.merge(Map.copyOf(labels), requests, Double::sum).longValue();
        labels.put("__name__", COUNT);
        append(labels, total, now);
        labels.put("__name__", BUCKET);
        for (var bound : List.of("0.25", "+Inf")) {
            labels.put("le", bound);
            append(labels, total, now);
        }
    }

    private void append(Map<String, String> labels, long value, long now) {
        series.computeIfAbsent(Map.copyOf(labels), _ -> new ArrayList<>()).add(new Sample(now, value));
    }

    /** The JSON of the query API. */
    synchronized String answer(String query, long atMillis) {
        var root = JSON.createObjectNode().put("status", "success");
        var data = root.putObject("data");
        if (SUBQUERY.matcher(query).find()) points(query, atMillis, data);
        else if (query.startsWith("max by (pod) (")) wholeRun(query, atMillis, data);
        else if (query.startsWith("{__name__=~")) samples(query, atMillis, data);
        else if (query.startsWith("count by (pod,le)")) bounds(query, atMillis, data);
        else if (query.startsWith("label_replace(count(")) coverage(query, atMillis, data);
        else if (query.contains("container_memory_working_set_bytes")) memory(query, atMillis, data);
        else if (query.startsWith("label_replace(sum(max without")) budget(atMillis, data);
        else if (query.contains("container_cpu_usage_seconds_total") || query.contains("sum by (")) vector(data);
        else throw new IllegalArgumentException(query);
        return root.toString();
    }

    /** What an evidence pack charts: memory of each pod, or one line. */
    private void points(String query, long atMillis, ObjectNode data) {
        var range = SUBQUERY.matcher(query);
        if (!range.find()) throw new IllegalArgumentException(query);
        var length = Long.parseLong(range.group(1));
        var step = Long.parseLong(range.group(2));
        var result = data.put("resultType", "matrix").putArray("result");
        List<String> names = query.startsWith("(max by (pod)") ? pods(query) : List.of("");
        for (var name : names) {
            var row = result.addObject();
            row.set("metric", JSON.valueToTree(name.isEmpty() ? Map.of() : Map.of("pod", name)));
            var values = row.putArray("values");
            for (var at = (atMillis - length) / step * step + step; at <= atMillis; at += step)
                values.addArray().add(at / 1000.0).add(name.isEmpty() ? "0.01" : memoryOf(name));
        }
    }

    private void wholeRun(String query, long atMillis, ObjectNode data) {
        var result = vector(data);
        for (var pod : pods(query)) row(result, Map.of("pod", pod), atMillis, Double.parseDouble(memoryOf(pod)));
    }

    private List<String> pods(String query) {
        var pods = Pattern.compile(value(query, "pod"));
        return series.keySet().stream()
                .map(labels -> labels.get("pod"))
                .filter(pod -> pods.matcher(pod).matches())
                .distinct()
                .sorted()
                .toList();
    }

    private static String memoryOf(String pod) {
        return pod.contains("-aot-") ? "80000000" : "100000000";
    }

    private void samples(String query, long atMillis, ObjectNode data) {
        var names = Pattern.compile(value(query, "__name__"));
        var pods = Pattern.compile(value(query, "pod"));
        var bounds = query.contains(",le=~") ? Pattern.compile(value(query, "le")) : Pattern.compile(".*");
        var from = atMillis - rangeMillis(query);
        var result = data.put("resultType", "matrix").putArray("result");
        series.forEach((labels, samples) -> {
            if (!names.matcher(labels.get("__name__")).matches()
                    || !pods.matcher(labels.get("pod")).matches()
                    || !bounds.matcher(labels.getOrDefault("le", "")).matches()) return;
            var values = JSON.createArrayNode();
            for (var sample : samples)
                if (sample.atMillis() > from && sample.atMillis() <= atMillis)
                    values.addArray().add(sample.atMillis() / 1000.0).add("" + sample.value());
            if (values.isEmpty()) return;
            var row = result.addObject();
            row.set("metric", JSON.valueToTree(labels));
            row.set("values", values);
        });
    }

    private void bounds(String query, long atMillis, ObjectNode data) {
        var pods = Pattern.compile(value(query, "pod"));
        var result = vector(data);
        series.keySet().stream()
                .filter(labels -> labels.get("__name__").equals(BUCKET)
                        && pods.matcher(labels.get("pod")).matches())
                .map(labels -> Map.of("pod", labels.get("pod"), "le", labels.get("le")))
                .distinct()
                .forEach(labels -> row(result, labels, atMillis, 1));
    }

    /** Both tracks export everything that is asked about. */
    private void coverage(String query, long atMillis, ObjectNode data) {
        var result = vector(data);
        Pattern.compile("\"figure\",\"([^\"]+)\"")
                .matcher(query)
                .results()
                .forEach(figure -> row(result, Map.of("figure", figure.group(1)), atMillis, 1));
    }

    private void memory(String query, long atMillis, ObjectNode data) {
        var result = vector(data);
        // Pods that were warm for other times are asked for in other selectors; the last one names them all.
        var last = query.substring(query.lastIndexOf("pod=~"));
        for (var pod : value(last, "pod").split("\\|"))
            for (var figure : List.of("mean", "peak"))
                row(result, Map.of("pod", pod, "figure", figure), atMillis, pod.contains("-aot-") ? 80e6 : 100e6);
    }

    private void budget(long atMillis, ObjectNode data) {
        var result = vector(data);
        row(result, Map.of("figure", "requests"), atMillis, 1e6);
        row(result, Map.of("figure", "errors"), atMillis, budgetErrors);
        row(result, Map.of("figure", "rate"), atMillis, PER_SECOND);
    }

    private static ArrayNode vector(ObjectNode data) {
        return data.put("resultType", "vector").putArray("result");
    }

    private static void row(ArrayNode result, Map<String, String> labels, long atMillis, double value) {
        var row = result.addObject();
        row.set("metric", JSON.valueToTree(labels));
        row.putArray("value").add(atMillis / 1000.0).add("" + value);
    }

    /** The value of a label matcher, unquoted. */
    private static String value(String query, String label) {
        return first(Pattern.compile(label + "=~?\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(query))
                .replace("\\\\", "\\");
    }

    private static long rangeMillis(String query) {
        return Long.parseLong(first(RANGE.matcher(query)));
    }

    private static String first(Matcher matcher) {
        if (!matcher.find()) throw new IllegalArgumentException(matcher.toString());
        return matcher.group(1);
    }

    @Override
    public void close() {
        loop.shutdownNow();
    }
}
