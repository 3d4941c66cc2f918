package dev.aotrollout.oncall;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One rollout in a list; what programs read with {@code -o json}. Texts are those of {@code status}, absent where there are none.
 *
 * @param attention 0 where somebody should look first; larger is calmer
 * @param reason why it stands where it stands, as in conditions
 * @param waitsFor the reason, and how far a soak is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Listed(
        String namespace,
        String name,
        int attention,
        String phase,
        @Nullable String step,
        @Nullable Integer weight,
        @Nullable String served,
        @Nullable String budget,
        @Nullable String errors,
        @Nullable String memory,
        @Nullable String startup,
        @Nullable String reason,
        @Nullable String waitsFor,
        @Nullable String message,
        @Nullable String revision,
        @Nullable String createdAt) {
    /** What needs a person first. */
    static final Comparator<Listed> TROUBLE_FIRST = Comparator.comparingInt((Listed one) -> one.attention())
            .thenComparing(Listed::namespace)
            .thenComparing(Listed::name);

    private static final Set<String> INTENDED = Set.of("GoalIsJit", "Exempted");
    private static final String UNSEEN = "Unseen";

    /** Read as a tree: a list must not pay for the models of everything. */
    static Listed of(JsonNode rollout) {
        var status = rollout.path("status");
        var summary = status.path("summary");
        var phase = status.path("phase").asText(UNSEEN);
        var reason = reason(status);
        return new Listed(
                rollout.at("/metadata/namespace").asText(),
                rollout.at("/metadata/name").asText(),
                attention(phase, reason),
                phase,
                text(status.path("step")),
                status.path("weight").isInt() ? status.path("weight").asInt() : null,
                text(status.path("served")),
                text(summary.path("budget")),
                text(summary.path("errors")),
                text(summary.path("memory")),
                text(summary.path("startup")),
                reason.isEmpty() ? null : reason,
                text(summary.path("reason")),
                text(status.path("message")),
                text(status.at("/run/revision")),
                text(rollout.at("/metadata/creationTimestamp")));
    }

    private static String reason(JsonNode status) {
        for (var condition : status.path("conditions"))
            if (condition.path("type").asText().equals("Ready"))
                return condition.path("reason").asText();
        return "";
    }

    /** What goes back or hangs comes before what a person must decide, that before what is on its way, that before what rests. */
    private static int attention(String phase, String reason) {
        return switch (phase) {
            case "RollingBack" -> 0;
            case "Held" -> 1;
            case "RolledBack" -> INTENDED.contains(reason) ? 7 : 2;
            case "Paused", UNSEEN -> 3;
            case "Progressing", "Pending" -> reason.equals("ApprovalMissing") ? 4 : phase.equals("Progressing") ? 5 : 6;
            default -> 8;
        };
    }

    private static @Nullable String text(JsonNode node) {
        return node.isMissingNode() || node.isNull() || node.asText().isEmpty() ? null : node.asText();
    }
}
