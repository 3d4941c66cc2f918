package dev.aotrollout.governance;

import dev.aotrollout.decision.Moments;
import dev.aotrollout.governance.WaveEntry.Stage;
import dev.aotrollout.governance.WaveProgress.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The slots of one pass: those that are kept, and those that are given now. */
final class WaveAdmission {
    private final WavePlan plan;
    private final List<WaveGrant> grants;
    private final Function<WaveStage, List<WaveMember>> members;

    WaveAdmission(WavePlan plan, List<WaveGrant> kept, Function<WaveStage, List<WaveMember>> members) {
        this.plan = plan;
        this.grants = new ArrayList<>(kept);
        this.members = members;
    }

    List<WaveGrant> grants() {
        return List.copyOf(grants);
    }

    /** In the order of their names; only to those that could begin at once: others would keep a slot from them. */
    void admit(WaveStage stage, Instant now) {
        for (var member : members.apply(stage))
            if (isCandidate(member) && whyNot(stage, member).isEmpty())
                grants.add(new WaveGrant(member.key(), member.state().revision(), stage.name(), now));
    }

    private boolean isCandidate(WaveMember member) {
        return member.isWaiting()
                && member.asks()
                && !member.state().revision().isEmpty()
                && grant(member).isEmpty();
    }

    private Optional<WaveGrant> grant(WaveMember member) {
        return grants.stream().filter(grant -> grant.key().equals(member.key())).findFirst();
    }

    /** Which limit keeps {@code member} from a slot. */
    private Optional<String> whyNot(WaveStage stage, WaveMember member) {
        var radius = plan.rules().radius();
        var inWave = taken(grant -> grant.wave().equals(stage.name()));
        if (inWave.size() >= stage.pace().maxConcurrent())
            return Optional.of("%s of %s slots of the wave are taken%s"
                    .formatted(inWave.size(), stage.pace().maxConcurrent(), by(inWave)));
        if (grants.size() >= radius.inFlight())
            return Optional.of("%s of %s services of the plan are in flight%s"
                    .formatted(grants.size(), radius.inFlight(), by(grants)));
        var beside = taken(grant -> grant.key().namespace().equals(member.key().namespace()));
        return radius.onePerNamespace() && !beside.isEmpty()
                ? Optional.of("one a namespace%s".formatted(by(beside)))
                : Optional.empty();
    }

    private List<WaveGrant> taken(Predicate<WaveGrant> which) {
        return grants.stream().filter(which).toList();
    }

    private static String by(List<WaveGrant> grants) {
        return " (%s)"
                .formatted(String.join(
                        ", ",
                        grants.stream().map(grant -> grant.key().toString()).toList()));
    }

    WaveEntry entry(WaveStage stage, WaveMember member, Times times) {
        var evidence = member.evidence().map(WavePack::name).orElse("");
        var where = where(member);
        return new WaveEntry(member.key(), where, evidence, note(stage, member, where, times));
    }

    private Stage where(WaveMember member) {
        if (member.isRunning()) return Stage.IN_FLIGHT;
        if (member.isWaiting()) return grant(member).isPresent() ? Stage.ADMITTED : Stage.WAITING;
        if (member.isExcused()) return Stage.EXCUSED;
        if (member.evidence().isEmpty()) return Stage.ENDING;
        return member.isDone() ? Stage.DONE : Stage.FAILED;
    }

    private String note(WaveStage stage, WaveMember member, Stage where, Times times) {
        return switch (where) {
            case IN_FLIGHT -> "step " + (member.state().step() + 1);
            case ADMITTED ->
                "since %s; has not begun: %s"
                        .formatted(
                                grant(member)
                                        .map(grant -> Moments.text(grant.at()))
                                        .orElse(""),
                                standing(member));
            case WAITING -> waiting(stage, member, times);
            case ENDING -> "its evidence pack is not written yet";
            case FAILED, EXCUSED -> member.state().ending().message();
            case DONE, MISSING -> "";
        };
    }

    private String waiting(WaveStage stage, WaveMember member, Times times) {
        if (!member.asks()) return "not ready for a slot: " + standing(member);
        if (times.opened().equals(Instant.MAX)) return "the wave is not open";
        return whyNot(stage, member).orElse("nothing is admitted now");
    }

    private static String standing(WaveMember member) {
        return member.standing().isEmpty() ? "not looked at yet" : member.standing();
    }
}
