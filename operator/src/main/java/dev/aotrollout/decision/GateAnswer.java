package dev.aotrollout.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Who approved a step, and whose approval does not count.
 *
 * @param approvers sorted, each once
 * @param refused why an approval does not count, a sentence each
 */
public record GateAnswer(Gate.Approvals gate, int weight, List<String> approvers, List<String> refused) {
    public GateAnswer {
        approvers = List.copyOf(approvers);
        refused = List.copyOf(refused);
    }

    /** What {@code admission} holds for the step to {@code weight} at {@code now}. */
    public static GateAnswer of(Gate.Approvals gate, int weight, Admission admission, Instant now) {
        var approvers = new TreeSet<String>();
        var refused = new ArrayList<String>();
        for (var approval : admission.approvals()) {
            if (approval.weight() != weight) continue;
            var why = whyNot(gate, approval, admission.author(), now);
            if (why.isEmpty()) approvers.add(approval.approver());
            else refused.add(why);
        }
        return new GateAnswer(gate, weight, List.copyOf(approvers), refused);
    }

    private static String whyNot(Gate.Approvals gate, Approval approval, String author, Instant now) {
        if (!now.isBefore(approval.expiresAt()))
            return "%s expired at %s".formatted(approval.name(), Moments.text(approval.expiresAt()));
        var validUntil = approval.grantedAt().plus(gate.valid());
        if (!now.isBefore(validUntil))
            return "%s counted until %s (approval.validSeconds)".formatted(approval.name(), Moments.text(validUntil));
        if (gate.fourEyes() && author.isEmpty())
            return "%s does not count: four eyes are asked for, and the annotation aotrollout.dev/author does not name the author"
                    .formatted(approval.name());
        if (gate.fourEyes() && isAmong(author, approval.approver()))
            return "%s does not count: %s is an author of the change".formatted(approval.name(), approval.approver());
        return "";
    }

    /** Several authors are separated by commas. */
    private static boolean isAmong(String authors, String name) {
        return Stream.of(authors.split(",")).map(String::strip).anyMatch(name::equals);
    }

    /** Whether enough people approved. */
    public boolean isOpen() {
        return approvers.size() >= gate.required();
    }
}
