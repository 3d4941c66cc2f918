package dev.aotrollout.observe;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON body of Prometheus' query API, read as a stream because a window of raw samples is large. Native histograms and
 * {@code infos} are skipped.
 *
 * @param status {@code success} or {@code error}; empty when the body has none
 * @param trouble error type and error, as Prometheus writes them; empty on success
 * @param resultType {@code vector}, {@code matrix}, {@code scalar} or {@code string}
 * @param warnings why the answer may be partial
 */
record PrometheusAnswer(
        String status, String trouble, String resultType, List<TimeSeries> series, List<String> warnings) {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(20)
                    .maxStringLength(1_000_000)
                    .build())
            .build();

    /** Reads {@code body}; throws {@link IOException} when it is no JSON of this shape. */
    static PrometheusAnswer read(byte[] body) throws IOException {
        try (var json = JSON.createParser(body)) {
            return new Reader(json).answer();
        } catch (UncheckedIOException | NumberFormatException e) {
            throw new IOException(e);
        }
    }

    boolean succeeded() {
        return status.equals("success");
    }

    private static final class Reader {
        private final JsonParser json;
        private final Map<String, String> texts = new HashMap<>();
        private final List<TimeSeries> series = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();

        Reader(JsonParser json) {
            this.json = json;
        }

        PrometheusAnswer answer() throws IOException {
            require(json.nextToken() == JsonToken.START_OBJECT);
            fields(this::topLevel);
            var errorType = texts.getOrDefault("errorType", "");
            var error = texts.getOrDefault("error", "");
            return new PrometheusAnswer(
                    texts.getOrDefault("status", ""),
                    errorType.isEmpty() ? error : errorType + ": " + error,
                    texts.getOrDefault("resultType", ""),
                    series,
                    warnings);
        }

        private void topLevel(String field) throws IOException {
            switch (field) {
                case "status", "errorType", "error" -> texts.put(field, json.getValueAsString(""));
                case "data" -> fields(this::inData);
                case "warnings" -> elements(() -> warnings.add(json.getText()));
                default -> json.skipChildren();
            }
        }

        private void inData(String field) throws IOException {
            switch (field) {
                case "resultType" -> texts.put(field, json.getText());
                case "result" ->
                    elements(() -> {
                        if (json.currentToken() == JsonToken.START_OBJECT) series.add(row());
                        else json.skipChildren();
                    });
                default -> json.skipChildren();
            }
        }

        private TimeSeries row() throws IOException {
            var labels = new HashMap<String, String>();
            var samples = new ArrayList<Sample>();
            fields(field -> {
                switch (field) {
                    case "metric" -> fields(label -> labels.put(label, json.getText()));
                    case "value" -> samples.add(sample());
                    case "values" -> elements(() -> samples.add(sample()));
                    default -> json.skipChildren();
                }
            });
            return new TimeSeries(labels, samples);
        }

        /** {@code [1435781430.781, "1"]}; a double holds milliseconds exactly for some 200,000 years. */
        private Sample sample() throws IOException {
            require(json.currentToken() == JsonToken.START_ARRAY);
            json.nextToken();
            var millis = Math.round(json.getDoubleValue() * 1000);
            require(json.nextToken() == JsonToken.VALUE_STRING);
            var value = number(json.getText());
            require(json.nextToken() == JsonToken.END_ARRAY);
            return new Sample(Instant.ofEpochMilli(millis), value);
        }

        private void fields(Visit visit) throws IOException {
            if (json.currentToken() == JsonToken.VALUE_NULL) return;
            require(json.currentToken() == JsonToken.START_OBJECT);
            for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                json.nextToken();
                visit.field(name);
            }
            require(json.currentToken() == JsonToken.END_OBJECT);
        }

        private void elements(Element element) throws IOException {
            if (json.currentToken() == JsonToken.VALUE_NULL) return;
            require(json.currentToken() == JsonToken.START_ARRAY);
            while (json.nextToken() != JsonToken.END_ARRAY) {
                require(json.currentToken() != null);
                element.read();
            }
        }

        private static double number(String text) {
            return switch (text) {
                case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
                case "-Inf" -> Double.NEGATIVE_INFINITY;
                default -> Double.parseDouble(text);
            };
        }

        private static void require(boolean expected) throws IOException {
            if (!expected) throw new IOException("not an answer of the query API");
        }
    }

    @FunctionalInterface
    private interface Visit {
        void field(String name) throws IOException;
    }

    @FunctionalInterface
    private interface Element {
        void read() throws IOException;
    }
}
