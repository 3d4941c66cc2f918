package dev.aotrollout.oncall;

import dev.aotrollout.api.AotRolloutStatus.Run;
import dev.aotrollout.api.ApprovalStatus;
import dev.aotrollout.intake.ApprovalReader;
import dev.aotrollout.terminal.ExitCode;
import dev.aotrollout.terminal.Refused;
import java.util.List;
import java.util.stream.Stream;

/** The gate that a rollout stands before. */
record PendingApproval(Standing at, ApprovalStatus gate, String revision) {

    static PendingApproval of(Standing at) {
        var gate = at.status().map(status -> status.approval());
        var revision = at.run().map(Run::revision);
        if (gate.isEmpty() || revision.isEmpty() || at.isBeingDeleted())
            throw refused(
                    at, "has no step before it that needs an approval (%s, step %s)".formatted(at.phase(), at.step()));
        return new PendingApproval(at, gate.get(), revision.get());
    }

    int weight() {
        return gate.weight();
    }

    int required() {
        return gate.required();
    }

    int have() {
        return gate.approvedBy().size();
    }

    /** Where an approval of {@code user} would change nothing. */
    void refuse(String user) {
        if (gate.approvedBy().contains(user))
            throw refused(
                    at,
                    "is approved by %s already for weight %s (%s of %s)".formatted(user, weight(), have(), required()));
        if (have() >= required())
            throw refused(
                    at,
                    "has all approvals for weight %s: %s".formatted(weight(), String.join(", ", gate.approvedBy())));
        if (isFourEyes()) refuseAuthor(user);
    }

    private boolean isFourEyes() {
        var steps = at.spec().steps();
        var next = at.stepIndex() + 1;
        var approval = next < steps.size() ? steps.get(next).approval() : null;
        return approval != null && approval.fourEyes();
    }

    private void refuseAuthor(String user) {
        var author = ApprovalReader.author(at.rollout());
        if (author.isEmpty())
            throw refused(
                    at,
                    "asks for four eyes, and no approval counts as long as the annotation %s does not name the author of the change"
                            .formatted(ApprovalReader.AUTHOR));
        List<String> authors = Stream.of(author.split(",")).map(String::strip).toList();
        if (authors.contains(user))
            throw refused(
                    at,
                    "asks for four eyes, and %s is an author of the change: somebody else must approve"
                            .formatted(user));
    }

    private static Refused refused(Standing at, String why) {
        return new Refused(ExitCode.REFUSED, at.label() + " " + why);
    }
}
