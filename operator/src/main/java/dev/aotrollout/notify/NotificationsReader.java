package dev.aotrollout.notify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** From a YAML file to sinks; strict, and all problems at once. */
final class NotificationsReader {
    private static final Set<String> FIELDS = Set.of("cluster", "sinks");
    private static final int MOST_SINKS = 20;

    private final Path file;
    private final List<String> problems = new ArrayList<>();

    private NotificationsReader(Path file) {
        this.file = file;
    }

    static Notifications read(Path file) {
        var reader = new NotificationsReader(file);
        var sinks = reader.sinks(reader.tree());
        if (!reader.problems.isEmpty()) throw new NotificationsInvalid(file.toString(), reader.problems);
        return new Notifications(sinks);
    }

    /** Snake YAML's own messages quote the lines around, which may hold secrets: only the place and the problem are told. */
    private JsonNode tree() {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            var loaded = new Yaml(new SafeConstructor(options)).load(Files.readString(file, StandardCharsets.UTF_8));
            return new ObjectMapper().valueToTree(loaded);
        } catch (NoSuchFileException e) {
            throw invalid("no such file");
        } catch (IOException | UncheckedIOException e) {
            throw invalid("it cannot be read (%s)".formatted(e.getClass().getSimpleName()));
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            throw invalid("line %s, column %s: not YAML: %s"
                    .formatted(mark.getLine() + 1, mark.getColumn() + 1, e.getProblem()));
        } catch (YAMLException e) {
            throw invalid("not YAML");
        }
    }

    private NotificationsInvalid invalid(String problem) {
        return new NotificationsInvalid(file.toString(), List.of(problem));
    }

    private List<Sink> sinks(JsonNode tree) {
        if (!tree.isObject() || !tree.path("sinks").isArray()) {
            problems.add("it has no list 'sinks'; write 'sinks: []' for none");
            return List.of();
        }
        tree.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field))
                problems.add("unknown field '%s'; fields are: cluster, sinks".formatted(field));
        });
        var cluster = tree.path("cluster");
        if (!cluster.isMissingNode() && !cluster.isTextual()) problems.add("cluster: write a name");
        var nodes = tree.path("sinks");
        if (nodes.size() > MOST_SINKS)
            problems.add("%s sinks are too many; %s is the limit".formatted(nodes.size(), MOST_SINKS));
        var sinks = new ArrayList<Sink>();
        for (var i = 0; i < nodes.size(); i++)
            new SinkReader(file, i, nodes.get(i), problems)
                    .read(cluster.asText(""))
                    .ifPresent(sinks::add);
        repeated(sinks);
        return sinks;
    }

    private void repeated(List<Sink> sinks) {
        var seen = new HashSet<String>();
        for (var sink : sinks)
            if (!seen.add(sink.name())) problems.add("two sinks are named '%s'".formatted(sink.name()));
    }
}
