package dev.aotrollout.examples.demo.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the API server was asked, by whom. */
record AuditLog(Path file) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> READS = Set.of("get", "list", "watch");

    /**
     * One call.
     *
     * @param at when it arrived
     * @param pod whose token it came with; empty for a caller outside of pods
     * @param code that was answered
     * @param allowed by RBAC; what is refused for another reason, such as a namespace that ends, was allowed
     */
    record Call(
            Instant at,
            String pod,
            String verb,
            String resource,
            String namespace,
            String name,
            int code,
            boolean allowed) {
        boolean writes() {
            return !READS.contains(verb);
        }
    }

    /** The calls of one user that arrived at or after {@code from}. */
    List<Call> since(Instant from, String user) {
        try (var lines = Files.lines(file)) {
            return lines.map(AuditLog::read)
                    .flatMap(Optional::stream)
                    .filter(event -> event.at("/user/username").asText().equals(user))
                    .filter(event -> !Instant.parse(
                                    event.path("requestReceivedTimestamp").asText())
                            .isBefore(from))
                    .filter(event -> event.path("stage").asText().equals("ResponseComplete"))
                    .map(AuditLog::call)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the audit log " + file, e);
        }
    }

    /** The last line may be written at this very moment. */
    private static Optional<JsonNode> read(String line) {
        try {
            return Optional.of(JSON.readTree(line));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Call call(JsonNode event) {
        var object = event.path("objectRef");
        var part = object.path("subresource").asText();
        return new Call(
                Instant.parse(event.path("requestReceivedTimestamp").asText()),
                event.at("/user/extra/authentication.kubernetes.io~1pod-name/0").asText(),
                event.path("verb").asText(),
                object.path("resource").asText() + (part.isEmpty() ? "" : "/" + part),
                object.path("namespace").asText(),
                object.path("name").asText(),
                event.at("/responseStatus/code").asInt(),
                !event.at("/annotations/authorization.k8s.io~1decision")
                        .asText()
                        .equals("forbid"));
    }
}
