package dev.aotrollout.runtime;

import dev.aotrollout.api.AotApproval;
import dev.aotrollout.api.AotRolloutSpec;
import dev.aotrollout.api.AotRolloutStatus.FindingStatus;
import dev.aotrollout.api.AotRolloutStatus.Transition;
import dev.aotrollout.api.CandidateStatus;
import dev.aotrollout.api.RuntimeSpec;
import dev.aotrollout.decision.RolloutState;
import dev.aotrollout.decision.StepRecord;
import dev.aotrollout.evidence.Candidate;
import dev.aotrollout.evidence.Course;
import dev.aotrollout.evidence.GuardAnswer;
import dev.aotrollout.evidence.Ratio;
import dev.aotrollout.judge.Reading;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** From what was recorded in the rollout to the sections of its evidence. */
final class EvidenceSections {
    private EvidenceSections() {}

    static Course course(EvidenceCase given, List<AotApproval> approvals) {
        return new Course(
                planned(given.rollout().getSpec()),
                given.run().steps().stream().map(EvidenceSections::taken).toList(),
                transitions(given),
                approvals.stream().map(EvidenceSections::approval).toList());
    }

    private static List<Course.PlannedStep> planned(AotRolloutSpec spec) {
        return IntStream.range(0, spec.steps().size())
                .mapToObj(index -> {
                    var step = spec.steps().get(index);
                    var approval = step.approval();
                    return new Course.PlannedStep(
                            index, step.weight(), step.soakSeconds(), approval == null ? 0 : approval.required());
                })
                .toList();
    }

    private static Course.StepTaken taken(StepRecord step) {
        var tally = step.tally() instanceof Reading.Known<StepRecord.Tally>(var counted, var _) ? counted : null;
        var why = step.tally() instanceof Reading.Missing<StepRecord.Tally>(var missing, var _) ? missing : null;
        return new Course.StepTaken(
                step.index(),
                step.weight(),
                text(step.shifted()),
                text(step.served()),
                step.left().toString(),
                tally == null ? null : tally.jitRequests(),
                tally == null ? null : tally.jitErrors(),
                tally == null ? null : tally.aotRequests(),
                tally == null ? null : tally.aotErrors(),
                tally == null ? null : tally.spentPercent(),
                why);
    }

    /** Those of the run; the status remembers the newest of all runs, newest first. */
    private static List<Course.Transition> transitions(EvidenceCase given) {
        List<Transition> recorded =
                Optional.ofNullable(given.status().transitions()).orElse(List.of());
        return recorded.stream()
                .filter(transition -> {
                    var at = Instant.parse(transition.at());
                    return !at.isBefore(given.run().started())
                            && !at.isAfter(given.run().ending().at());
                })
                .sorted(Comparator.comparing(transition -> Instant.parse(transition.at())))
                .map(transition -> new Course.Transition(
                        transition.at(), transition.reason(), transition.weight(), transition.message()))
                .toList();
    }

    private static Course.Approval approval(AotApproval approval) {
        var spec = approval.getSpec();
        return new Course.Approval(
                approval.getMetadata().getName(),
                spec.weight(),
                spec.approver(),
                String.valueOf(approval.getMetadata().getCreationTimestamp()),
                spec.reason());
    }

    /** Empty where the status speaks of another run already. */
    static List<GuardAnswer> guards(EvidenceCase given) {
        List<FindingStatus> findings = given.status().findings();
        if (!given.remembered() || findings == null) return List.of();
        return findings.stream().map(EvidenceSections::guard).toList();
    }

    private static GuardAnswer guard(FindingStatus finding) {
        return new GuardAnswer(
                finding.guard(),
                finding.verdict(),
                finding.mode(),
                finding.reason(),
                finding.message(),
                finding.unit(),
                finding.jit(),
                finding.aot(),
                finding.ratio() == null ? null : new Ratio(finding.ratio(), finding.ratioLow(), finding.ratioHigh()),
                finding.limit(),
                finding.samples(),
                finding.details() == null ? List.of() : finding.details());
    }

    static @Nullable Candidate candidate(EvidenceCase given) {
        var recorded = given.status().candidate();
        if (recorded == null) return null;
        return new Candidate(
                recorded.verdict(),
                recorded.blocking(),
                recorded.rubric(),
                recorded.score(),
                recorded.minimumScore(),
                recorded.checks().stream().map(EvidenceSections::check).toList(),
                libraries(recorded.libraries()),
                recorded.exceptions() == null ? List.of() : recorded.exceptions());
    }

    private static Candidate.Check check(CandidateStatus.Check check) {
        return new Candidate.Check(
                check.name(),
                check.verdict(),
                check.reason(),
                check.message(),
                check.criteria().stream()
                        .map(criterion -> new Candidate.Criterion(
                                criterion.name(), criterion.verdict(), criterion.weight(), criterion.evidence()))
                        .toList());
    }

    private static Candidate.@Nullable Libraries libraries(CandidateStatus.@Nullable Libraries libraries) {
        if (libraries == null) return null;
        return new Candidate.Libraries(
                libraries.policy(),
                libraries.billDigest(),
                libraries.counts(),
                libraries.offenders() == null ? List.of() : libraries.offenders());
    }

    /** As users write it. */
    static String runtime(RuntimeSpec runtime) {
        return switch (runtime) {
            case DOTNET_NATIVE_AOT -> "DotnetNativeAot";
            case GRAALVM_NATIVE -> "GraalvmNative";
            case JDK_AOT_CACHE -> "JdkAotCache";
            case OTHER -> "Other";
        };
    }

    private static @Nullable String text(Instant instant) {
        return instant.equals(RolloutState.NOT_YET) ? null : instant.toString();
    }
}
