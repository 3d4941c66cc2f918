package dev.aotrollout.intake;

import static dev.aotrollout.decision.RolloutState.NOT_YET;

import dev.aotrollout.api.AotApproval;
import dev.aotrollout.api.AotRollout;
import dev.aotrollout.decision.Approval;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From the approvals of a namespace to those that concern one revision of one rollout. */
public final class ApprovalReader {
    /** Who made the change that is rolled out, several separated by commas. */
    public static final String AUTHOR = "aotrollout.dev/author";

    private ApprovalReader() {}

    /** Sorted by name. */
    public static List<Approval> read(AotRollout rollout, String revision, List<AotApproval> all) {
        var name = rollout.getMetadata().getName();
        return all.stream()
                .filter(approval -> approval.getSpec().rollout().equals(name))
                .filter(approval -> approval.getSpec().revision().equals(revision))
                .map(ApprovalReader::read)
                .sorted(Comparator.comparing(Approval::name))
                .toList();
    }

    private static Approval read(AotApproval approval) {
        var spec = approval.getSpec();
        return new Approval(
                approval.getMetadata().getName(),
                spec.weight(),
                spec.approver(),
                Instant.parse(approval.getMetadata().getCreationTimestamp()),
                expiry(spec.expiresAt()));
    }

    /** The schema knows the form of a date, not the calendar: a day that does not exist has passed. */
    private static Instant expiry(@Nullable String text) {
        if (text == null) return NOT_YET;
        try {
            return Instant.parse(text);
        } catch (DateTimeException _) {
            return Instant.EPOCH;
        }
    }

    /** Empty where nobody is named. */
    public static String author(AotRollout rollout) {
        Map<String, String> annotations = rollout.getMetadata().getAnnotations();
        return annotations == null ? "" : annotations.getOrDefault(AUTHOR, "").strip();
    }
}
