package dev.aotrollout.notify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts of a notice by name. */
final class Fields {
    /** Of {@code aotrollout notify --test}, and what templates are tried with: it has every field, and characters that JSON escapes. */
    static final Notice SAMPLE = new Notice(
            "test",
            Happening.Test,
            Severity.Normal,
            new Notice.About("AOTRollout", "shop", "checkout"),
            "Test",
            "A \"test\" of this sink: nothing happened",
            Instant.EPOCH,
            new Notice.Progress("2/5", 10, List.of(), "checkout-0123abcd"));

    private Fields() {}

    /** A URI reference, as CloudEvents asks for. */
    static String source(String cluster) {
        return cluster.isEmpty()
                ? "/aotrollout"
                : "/aotrollout/"
                        + URLEncoder.encode(cluster, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static JsonNode data(Notice notice) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("event", notice.happening().name())
                .put("severity", notice.severity().name())
                .put("kind", notice.about().kind());
        if (!notice.about().namespace().isEmpty())
            json.put("namespace", notice.about().namespace());
        json.put("name", notice.about().name()).put("reason", notice.reason()).put("message", notice.message());
        var progress = notice.progress();
        if (progress.weight() >= 0) json.put("step", progress.step()).put("weight", progress.weight());
        if (!progress.findings().isEmpty()) progress.findings().forEach(json.withArray("findings")::add);
        if (!progress.evidence().isEmpty()) json.put("evidence", progress.evidence());
        return json;
    }

    /** What templates may name. */
    static Map<String, String> of(Notice notice, String cluster) {
        var progress = notice.progress();
        var fields = new LinkedHashMap<String, String>();
        fields.put("id", notice.id());
        fields.put("type", notice.happening().type());
        fields.put("source", source(cluster));
        fields.put("cluster", cluster);
        fields.put("subject", notice.about().subject());
        fields.put("kind", notice.about().kind());
        fields.put("namespace", notice.about().namespace());
        fields.put("name", notice.about().name());
        fields.put("event", notice.happening().name());
        fields.put("severity", notice.severity().name());
        fields.put("reason", notice.reason());
        fields.put("message", notice.message());
        fields.put("time", notice.at().toString());
        fields.put("step", progress.step());
        fields.put("weight", progress.weight() < 0 ? "" : "" + progress.weight());
        fields.put("findings", String.join("; ", progress.findings()));
        fields.put("evidence", progress.evidence());
        return fields;
    }
}
