package dev.aotrollout.examples.demo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {
    private static final String EVENT = """
        {"stage":"%s","verb":"%s","user":{"username":"%s","extra":{"authentication.kubernetes.io/pod-name":["pod-1"]}},\
        "requestReceivedTimestamp":"%s","responseStatus":{"code":403},\
        "objectRef":{"resource":"aotrollouts","subresource":"status","namespace":"demo","name":"checkout"},\
        "annotations":{"authorization.k8s.io/decision":"forbid"}}
        """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void givesTheFinishedCallsOfOneUserFromAnInstantOn() throws IOException {
        // Given
        var file = Files.writeString(
                folder.resolve("audit.log"),
                EVENT.formatted("ResponseComplete", "patch", "operator", "2026-11-01T11:59:59.999999Z")
                        + EVENT.formatted("ResponseComplete", "patch", "operator", "2026-11-01T12:00:00.000000Z")
                        + EVENT.formatted("ResponseStarted", "watch", "operator", "2026-11-01T12:00:01.000000Z")
                        + EVENT.formatted("ResponseComplete", "get", "someone", "2026-11-01T12:00:02.000000Z")
                        + EVENT.formatted("ResponseComplete", "get", "operator", "2026-11-01T12:00:03.000000Z")
                        + "{\"stage\":\"Resp");
        // When
        var calls = new AuditLog(file).since(Instant.parse("2026-11-01T12:00:00Z"), "operator");
        // Then
        assertThat(calls).containsExactly(call("2026-11-01T12:00:00Z", "patch"), call("2026-11-01T12:00:03Z", "get"));
        assertThat(calls).extracting(AuditLog.Call::writes).containsExactly(true, false);
    }

    private static AuditLog.Call call(String at, String verb) {
        return new AuditLog.Call(
                Instant.parse(at), "pod-1", verb, "aotrollouts/status", "demo", "checkout", 403, false);
    }
}
