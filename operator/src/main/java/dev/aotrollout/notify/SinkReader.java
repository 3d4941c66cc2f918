package dev.aotrollout.notify;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads one sink; what is wrong with it goes to a list. A path is taken from the folder that the file is in. */
final class SinkReader {
    private static final Set<String> FIELDS = new TreeSet<>(Set.of(
            "name",
            "url",
            "urlFile",
            "format",
            "template",
            "headers",
            "headerFiles",
            "events",
            "minSeverity",
            "namespaces",
            "timeoutSeconds"));
    private static final Set<String> OWN_HEADERS =
            Set.of("content-type", "content-length", "host", "connection", "expect", "upgrade");
    /** RFC 9110, 5.6.2. */
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final int LONGEST_TIMEOUT = 60;
    private static final int USUAL_TIMEOUT = 10;

    private final Path file;
    private final String place;
    private final JsonNode node;
    private final List<String> problems;
    private final int before;

    SinkReader(Path file, int index, JsonNode node, List<String> problems) {
        this.file = file;
        this.node = node;
        this.problems = problems;
        before = problems.size();
        var name = node.path("name").asText("");
        place = name.isEmpty() ? "sinks[%s]".formatted(index) : "sinks[%s] (%s)".formatted(index, name);
    }

    /** Empty where something is wrong with it. */
    Optional<Sink> read(String cluster) {
        if (!node.isObject()) {
            problem("is not a map; write name, url and format");
            return Optional.empty();
        }
        node.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field))
                problem("unknown field '%s'; fields are: %s".formatted(field, String.join(", ", FIELDS)));
        });
        var name = text("name").orElse("");
        if (!NAME.matcher(name).matches())
            problem("name: write 1 to 63 lower-case letters, digits and dashes; it is a label of the metric");
        var url = url();
        var headers = headers();
        var format = format();
        if (node.has("events") && node.has("minSeverity")) problem("has events and minSeverity; write one of them");
        var happenings = happenings();
        var least = severity();
        var namespaces = new HashSet<>(texts("namespaces"));
        var timeout = Duration.ofSeconds(timeout());
        if (problems.size() > before) return Optional.empty();
        return Optional.of(
                new Sink(name, cluster, url.orElseThrow(), headers, format, happenings, least, namespaces, timeout));
    }

    private Optional<Value> url() {
        if (node.has("url") == node.has("urlFile")) {
            problem("write either url or urlFile, a file of a mounted Secret that holds the address");
            return Optional.empty();
        }
        var value = node.has("url")
                ? text("url").<Value>map(Value.Literal::new)
                : text("urlFile").<Value>map(this::inFile);
        value.flatMap(it -> content(it, node.has("url") ? "url" : "urlFile")).ifPresent(this::checkUrl);
        return value;
    }

    /** The address is a secret of its own with many services: it is not repeated. */
    private void checkUrl(String url) {
        try {
            var uri = new URI(url);
            var scheme = uri.getScheme();
            if (!"https".equals(scheme) && !"http".equals(scheme)) problem("url: write http:// or https:// before it");
            else if (uri.getHost() == null) problem("url: it has no host");
            else if (uri.getRawUserInfo() != null)
                problem("url: it has a user in it; write headerFiles: {Authorization: FILE}");
        } catch (URISyntaxException e) {
            problem("url: not an address (%s)".formatted(e.getReason()));
        }
    }

    private Map<String, Value> headers() {
        var headers = new HashMap<String, Value>();
        header("headers", headers, Value.Literal::new);
        header("headerFiles", headers, this::inFile);
        return headers;
    }

    private void header(String field, Map<String, Value> headers, Function<String, Value> value) {
        var map = node.path(field);
        if (map.isMissingNode()) return;
        if (!map.isObject()) {
            problem(field + ": write a map of names to values");
            return;
        }
        map.properties().forEach(entry -> {
            var name = entry.getKey();
            if (!TOKEN.matcher(name).matches() || OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT)))
                problem("%s: '%s' is not a header that can be set".formatted(field, name));
            else if (!entry.getValue().isTextual())
                problem("%s: write the value of %s in quotes".formatted(field, name));
            else {
                var it = value.apply(entry.getValue().asText());
                if (headers.put(name, it) != null) problem("%s: %s is in headers too".formatted(field, name));
                content(it, field + "." + name)
                        .filter(SinkReader::hasControls)
                        .ifPresent(_ -> problem(
                                "%s: the value of %s has a line break or a control character".formatted(field, name)));
            }
        });
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 127 || c > 255);
    }

    private Format format() {
        var format = text("format").orElse("CloudEvents");
        if (node.has("template") && !format.equals("Template")) problem("template: write format: Template with it");
        return switch (format) {
            case "CloudEvents" -> new Format.CloudEvents();
            case "Slack" -> new Format.Slack();
            case "Template" -> template();
            default -> {
                problem("format: '%s' is none of CloudEvents, Slack, Template".formatted(format));
                yield new Format.CloudEvents();
            }
        };
    }

    private Format template() {
        if (!node.has("template")) problem("template: write the JSON to send, with fields such as {{message}}");
        var template = new Template(text("template").orElse("{}"));
        template.problem().ifPresent(it -> problem("template: it " + it));
        return new Format.Templated(template);
    }

    private Set<Happening> happenings() {
        var names = texts("events");
        var happenings = EnumSet.allOf(Happening.class);
        if (!node.has("events")) return happenings;
        happenings.clear();
        if (names.isEmpty()) problem("events: write one at least, or leave events out for all");
        for (var name : names) {
            var happening = Happening.named(name);
            happening.ifPresent(happenings::add);
            if (happening.isEmpty())
                problem("events: '%s' is none of %s"
                        .formatted(
                                name,
                                EnumSet.complementOf(EnumSet.of(Happening.Test)).stream()
                                        .map(Happening::name)
                                        .collect(Collectors.joining(", "))));
        }
        return happenings;
    }

    private Severity severity() {
        var text = text("minSeverity").orElse("Normal");
        if (text.equals("Warning")) return Severity.Warning;
        if (!text.equals("Normal")) problem("minSeverity: '%s' is none of Normal, Warning".formatted(text));
        return Severity.Normal;
    }

    private int timeout() {
        var seconds = node.path("timeoutSeconds");
        if (seconds.isMissingNode()) return USUAL_TIMEOUT;
        if (seconds.isInt() && seconds.asInt() >= 1 && seconds.asInt() <= LONGEST_TIMEOUT) return seconds.asInt();
        problem("timeoutSeconds: write a whole number from 1 to " + LONGEST_TIMEOUT);
        return USUAL_TIMEOUT;
    }

    private Value inFile(String path) {
        return new Value.InFile(file.toAbsolutePath().resolveSibling(path));
    }

    /** Read at the start too, so that a Secret that is not there is known before the first fact is. */
    private Optional<String> content(Value value, String field) {
        try {
            var text = value.read();
            if (text.isEmpty()) problem("%s: %s is empty".formatted(field, value.source()));
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        } catch (IOException e) {
            problem("%s: cannot read %s (%s)"
                    .formatted(field, value.source(), e.getClass().getSimpleName()));
            return Optional.empty();
        }
    }

    private Optional<String> text(String field) {
        var value = node.path(field);
        if (value.isMissingNode()) return Optional.empty();
        if (value.isTextual()) return Optional.of(value.asText());
        problem(field + ": write a text");
        return Optional.empty();
    }

    private List<String> texts(String field) {
        var list = node.path(field);
        var texts = new ArrayList<String>();
        if (list.isMissingNode()) return texts;
        if (!list.isArray()) problem(field + ": write a list");
        list.forEach(item -> {
            if (item.isTextual()) texts.add(item.asText());
            else problem(field + ": write texts in the list");
        });
        return texts;
    }

    private void problem(String what) {
        problems.add(place + ": " + what);
    }
}
