package dev.aotrollout.governance;

import dev.aotrollout.governance.WaveBoard.Halt;
import dev.aotrollout.governance.WaveBoard.Resume;
import dev.aotrollout.governance.WaveProgress.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One look at a valid plan: resume, keep slots, judge, open, admit; in this order. */
final class WavePass {
    private final WavePlan plan;
    private final WaveBoard before;
    private final Map<String, List<WaveMember>> members;
    private final Instant now;
    private final Resume resume;
    private final Map<String, Times> times = new HashMap<>();
    private Halt halt;

    WavePass(WavePlan plan, WaveBoard before, List<WaveMember> members, Instant now) {
        this.plan = plan;
        this.before = before;
        this.members = members.stream().collect(Collectors.groupingBy(WaveMember::wave));
        this.now = now;
        this.resume = resumed();
        this.halt = resume.at().equals(before.resume().at()) ? before.halt() : Halt.NONE;
    }

    WaveBoard board() {
        walk();
        var slots = new WaveAdmission(plan, kept(), this::of);
        if (!isBlocked())
            plan.stages().stream().filter(stage -> isOpen(stage.name())).forEach(stage -> slots.admit(stage, now));
        var waves = plan.stages().stream().map(stage -> progress(stage, slots)).toList();
        var gains = WaveSums.of(members.values().stream().flatMap(List::stream).toList());
        var stop = new WaveHeadline.Stop(halt, plan.rules().paused(), plan.frozen(now));
        return new WaveBoard(
                plan.generation(),
                WaveHeadline.of(plan, waves, stop, gains),
                slots.grants(),
                waves,
                halt,
                resume,
                List.of(),
                gains);
    }

    private List<WaveMember> of(WaveStage stage) {
        return members.getOrDefault(stage.name(), List.of());
    }

    /** A command answers a failure that it follows; one that was there before, or was acted on, is none. */
    private Resume resumed() {
        var command = plan.commands().resume();
        if (command.isEmpty() || command.equals(before.resume().handled())) return before.resume();
        var matters = before.isHalted() || !plan.rules().haltOnFailure();
        return matters
                ? new Resume(now, command, WaveJudge.incidents(members.values()))
                : new Resume(before.resume().at(), command, before.resume().incidents());
    }

    /** Slots whose runs are not over, and one for each rollout that has begun all the same. */
    private List<WaveGrant> kept() {
        var all = members.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(WaveMember::key, member -> member));
        var kept = new ArrayList<WaveGrant>();
        for (var grant : before.slots()) {
            var member = all.get(grant.key());
            if (member == null || member.hasSpent(grant)) continue;
            kept.add(grant.with(member.state().revision()));
        }
        all.values().stream()
                .filter(WaveMember::isRunning)
                .filter(member -> kept.stream().noneMatch(grant -> grant.key().equals(member.key())))
                .map(member -> new WaveGrant(member.key(), member.state().revision(), member.wave(), now))
                .sorted(Comparator.comparing(WaveGrant::key))
                .forEach(kept::add);
        return kept;
    }

    /** Wave after wave: what failed halts the plan before the next one could open. */
    private void walk() {
        var previousComplete = true;
        var over = plan.stages().stream()
                .allMatch(stage -> recorded(stage).completed().isBefore(Instant.MAX));
        for (var stage : plan.stages()) {
            var opened = opened(stage, previousComplete);
            times.put(stage.name(), opened);
            if (opened.opened().equals(Instant.MAX)) {
                previousComplete = false;
                continue;
            }
            var judge = judge(stage, opened);
            if (!over) haltWhere(stage, judge, opened);
            var next = soaking(stage, opened, judge);
            times.put(stage.name(), next);
            previousComplete = !next.completed().equals(Instant.MAX);
        }
    }

    private Times recorded(WaveStage stage) {
        return before.wave(stage.name()).map(WaveProgress::times).orElse(Times.UNSET);
    }

    private WaveJudge judge(WaveStage stage, Times opened) {
        return new WaveJudge(stage, of(stage), opened.opened(), resume);
    }

    private Times opened(WaveStage stage, boolean previousComplete) {
        var was = recorded(stage);
        var due = previousComplete
                && !isBlocked()
                && (!stage.manual() || plan.commands().open().equals(stage.name()));
        return was.opened().equals(Instant.MAX) && due ? new Times(now, Instant.MAX, Instant.MAX) : was;
    }

    private void haltWhere(WaveStage stage, WaveJudge judge, Times opened) {
        if (!plan.rules().haltOnFailure() || isHalted()) return;
        var complete = !opened.completed().equals(Instant.MAX);
        judge.stops()
                .or(() -> complete || !judge.isSettled() ? Optional.empty() : judge.shortfall())
                .ifPresent(why -> halt = new Halt(now, stage.name(), "wave %s: %s".formatted(stage.name(), why)));
    }

    /** A wave that was complete stays so, whatever its services roll out later. */
    private Times soaking(WaveStage stage, Times was, WaveJudge judge) {
        if (!was.completed().equals(Instant.MAX)) return was;
        if (!judge.isSettled()) return new Times(was.opened(), Instant.MAX, Instant.MAX);
        var ends = judge.lastGoodEnd().plus(stage.pace().soak());
        var shown = judge.stops().isEmpty() && judge.shortfall().isEmpty() && !isHalted();
        return new Times(was.opened(), ends, shown && !now.isBefore(ends) ? now : Instant.MAX);
    }

    private WaveProgress progress(WaveStage stage, WaveAdmission slots) {
        var own = times.getOrDefault(stage.name(), Times.UNSET);
        var judge = judge(stage, own);
        var entries = new ArrayList<WaveEntry>();
        of(stage).forEach(member -> entries.add(slots.entry(stage, member, own)));
        judge.missing()
                .forEach(key -> entries.add(new WaveEntry(
                        key,
                        WaveEntry.Stage.MISSING,
                        "",
                        "there is no such AOTRollout whose spec.wave is {plan: %s, wave: %s}"
                                .formatted(plan.name(), stage.name()))));
        var wanting = judge.stops().or(() -> judge.isSettled() ? judge.shortfall() : Optional.empty());
        var judged = !own.opened().equals(Instant.MAX) && own.completed().equals(Instant.MAX);
        return new WaveProgress(
                stage.name(),
                state(stage, own),
                own,
                entries,
                own.opened().equals(Instant.MAX) ? 0 : judge.failures(),
                judged ? wanting.orElse("") : "");
    }

    private WaveState state(WaveStage stage, Times own) {
        if (isHalted() && halt.wave().equals(stage.name())) return WaveState.HALTED;
        if (own.opened().equals(Instant.MAX)) return WaveState.PENDING;
        if (!own.completed().equals(Instant.MAX)) return WaveState.COMPLETE;
        return own.soakEnds().equals(Instant.MAX) ? WaveState.OPEN : WaveState.SOAKING;
    }

    private boolean isOpen(String wave) {
        return !times.getOrDefault(wave, Times.UNSET).opened().equals(Instant.MAX);
    }

    private boolean isHalted() {
        return !halt.equals(Halt.NONE);
    }

    private boolean isBlocked() {
        return isHalted() || plan.rules().paused() || plan.frozen(now).isPresent();
    }
}
