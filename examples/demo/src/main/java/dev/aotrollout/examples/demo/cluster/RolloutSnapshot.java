package dev.aotrollout.examples.demo.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The status of an AOTRollout, as far as it was written; whatever is absent is empty.
 *
 * @param step such as 2/4
 * @param weight percent that the operator asks for
 * @param reasonText the word and what may follow it, such as SoakWaits 5s/12s
 * @param transitions newest first
 */
public record RolloutSnapshot(
        String phase,
        String step,
        int weight,
        String reasonText,
        String message,
        List<Transition> transitions,
        Set<String> failedGuards) {

    /** No status yet. */
    public static final RolloutSnapshot NONE = new RolloutSnapshot("", "", 0, "", "", List.of(), Set.of());

    /** A decision that changed something. */
    public record Transition(String at, String reason, String message) {}

    public RolloutSnapshot {
        transitions = List.copyOf(transitions);
        failedGuards = Set.copyOf(failedGuards);
    }

    static RolloutSnapshot of(JsonNode rollout) {
        var status = rollout.path("status");
        return new RolloutSnapshot(
                status.path("phase").asText(""),
                status.path("step").asText(""),
                status.path("weight").asInt(0),
                status.path("summary").path("reason").asText(""),
                status.path("message").asText(""),
                transitions(status.path("transitions")),
                failedGuards(status.path("findings")));
    }

    /** The word by which conditions and Events know why it stands where it stands. */
    public String reason() {
        return reasonText.split(" ", 2)[0];
    }

    /** Every reason that the status gives, now or in its history. */
    public Set<String> reasons() {
        var all = transitions.stream().map(Transition::reason).collect(Collectors.toCollection(HashSet::new));
        all.add(reason());
        return all;
    }

    /** Number of the current step; 0 before the first. */
    public int stepNumber() {
        var number = step.split("/", 2)[0];
        return number.matches("\\d{1,3}") ? Integer.parseInt(number) : 0;
    }

    private static List<Transition> transitions(JsonNode list) {
        var transitions = new ArrayList<Transition>();
        for (var entry : list) {
            transitions.add(new Transition(
                    entry.path("at").asText(""),
                    entry.path("reason").asText(""),
                    entry.path("message").asText("")));
        }
        return transitions;
    }

    private static Set<String> failedGuards(JsonNode findings) {
        return StreamSupport.stream(findings.spliterator(), false)
                .filter(finding -> finding.path("verdict").asText("").equalsIgnoreCase("fail"))
                .map(finding -> finding.path("guard").asText(""))
                .collect(Collectors.toSet());
    }
}
