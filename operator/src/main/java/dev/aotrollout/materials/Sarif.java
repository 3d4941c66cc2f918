package dev.aotrollout.materials;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** SARIF 2.1: results with a code of the trimmer, the AOT compiler or the single-file analyzer. */
final class Sarif {
    private static final Pattern CODE = Pattern.compile("IL\\d{4}");

    private Sarif() {}

    static BuildWarnings read(JsonNode root) throws Rejected {
        var version = root.path("version").asText();
        if (!root.path("runs").isArray())
            throw new Rejected("JSON, but not SARIF (no \"runs\"); a publish log in plain text will do too");
        if (!version.startsWith("2.1"))
            throw new Rejected("SARIF %s; 2.1 can be read: /p:ErrorLog=build.sarif,version=2.1"
                    .formatted(version.isEmpty() ? "?" : version));
        var tally = new WarningTally();
        for (var run : root.path("runs"))
            for (var result : run.path("results")) {
                var code = code(result, run);
                if (CODE.matcher(code).matches() && !isSuppressed(result)) add(tally, code, result);
            }
        return tally.warnings();
    }

    private static String code(JsonNode result, JsonNode run) {
        if (result.has("ruleId")) return result.path("ruleId").asText();
        var rule = result.path("rule").path("id").asText();
        return rule.isEmpty()
                ? run.at("/tool/driver/rules")
                        .path(result.path("ruleIndex").asInt(-1))
                        .path("id")
                        .asText()
                : rule;
    }

    /** One that is under review still counts. */
    private static boolean isSuppressed(JsonNode result) {
        for (var suppression : result.path("suppressions"))
            if (suppression.path("status").asText("accepted").equals("accepted")) return true;
        return false;
    }

    private static void add(WarningTally tally, String code, JsonNode result) {
        var place = result.path("locations").path(0).path("physicalLocation");
        var file = place.path("artifactLocation").path("uri").asText();
        var region = place.path("region");
        var origin = "%s(%s,%s)"
                .formatted(
                        file,
                        region.path("startLine").asInt(),
                        region.path("startColumn").asInt());
        tally.add(code, origin, result.path("message").path("text").asText());
    }
}
