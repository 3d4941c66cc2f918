package dev.aotrollout.governance;

import dev.aotrollout.decision.Outcome;
import dev.aotrollout.decision.RolloutState;
import dev.aotrollout.governance.WaveNeed.Side;
import dev.aotrollout.judge.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Plans and rollouts for tests: wave pilot has shop/a; wave edge has shop/b, shop/c and pay/d. */
public final class Waves {
    /** When tests begin. */
    public static final Instant T0 = Instant.parse("2026-11-25T10:00:00Z");

    private Waves() {}

    /** A listed wave that soaks for an hour, one at a time, and must show 20 % less memory. */
    public static WaveStage stage(String name, String... keys) {
        return new WaveStage(
                name,
                new WaveSelection.Listed(Arrays.stream(keys).map(Waves::key).toList()),
                new WaveStage.Pace(1, 0, Duration.ofHours(1)),
                new WaveNeeds(List.of(new WaveNeed(WaveFigure.MEMORY_GAIN, Side.AT_LEAST, 20)), 0, 0, 0),
                false);
    }

    /** The same with another pace. */
    public static WaveStage paced(WaveStage stage, int maxConcurrent, int maxFailures) {
        return new WaveStage(
                stage.name(),
                stage.selection(),
                new WaveStage.Pace(maxConcurrent, maxFailures, stage.pace().soak()),
                stage.needs(),
                stage.manual());
    }

    public static WavePlan plan(WaveStage... stages) {
        return plan(rules(true, false), new WavePlan.Commands("", ""), stages);
    }

    public static WavePlan plan(WavePlan.Rules rules, WavePlan.Commands commands, WaveStage... stages) {
        return new WavePlan("net-aot", 1, List.of(stages), rules, commands, List.of());
    }

    public static WavePlan.Rules rules(boolean halt, boolean paused, WaveFreeze... freezes) {
        return new WavePlan.Rules(
                halt, paused, List.of(freezes), new WavePlan.Radius(1, WavePlan.Radius.NO_LIMIT, false));
    }

    public static WavePlan standard() {
        return plan(stage("pilot", "shop/a"), stage("edge", "shop/b", "shop/c", "pay/d"));
    }

    public static WaveKey key(String text) {
        var slash = text.indexOf('/');
        return new WaveKey(text.substring(0, slash), text.substring(slash + 1));
    }

    /** Waits for its slot. */
    public static WaveMember waiting(String key, String wave) {
        return member(key, wave, state(Outcome.RUNNING, -1, Instant.MAX, Instant.MAX), List.of());
    }

    public static WaveMember running(String key, String wave, Instant started) {
        return member(key, wave, state(Outcome.RUNNING, 0, started, Instant.MAX), List.of());
    }

    /** Ended, without evidence. */
    public static WaveMember ended(String key, String wave, Outcome outcome, Instant at) {
        return member(key, wave, state(outcome, 3, at.minusSeconds(600), at), List.of());
    }

    /** Promoted, with evidence of so much less memory. */
    public static WaveMember done(String key, String wave, Instant at, double memoryGain) {
        var member = ended(key, wave, Outcome.PROMOTED, at);
        return with(member, pack(member, true, memoryGain));
    }

    /** Rolled back, with evidence. */
    public static WaveMember failed(String key, String wave, Instant at) {
        var member = ended(key, wave, Outcome.ROLLED_BACK, at);
        return with(member, pack(member, false, 0));
    }

    public static WaveMember with(WaveMember member, WavePack... packs) {
        return member(member.key().toString(), member.wave(), member.state(), List.of(packs));
    }

    public static WaveMember member(String key, String wave, RolloutState state, List<WavePack> packs) {
        return new WaveMember(key(key), wave, Map.of(), state, true, "WaveWaits", packs, "");
    }

    public static WaveMember withIncident(WaveMember member, String incident) {
        return new WaveMember(
                member.key(),
                member.wave(),
                member.labels(),
                member.state(),
                member.asks(),
                member.standing(),
                member.packs(),
                incident);
    }

    public static WavePack pack(WaveMember member, boolean promoted, double memoryGain) {
        var state = member.state();
        return new WavePack(
                member.key().name() + "-" + state.ending().at().getEpochSecond(),
                state.revision(),
                promoted,
                state.clock().started(),
                state.ending().at(),
                Map.of(WaveFigure.MEMORY_GAIN, memoryGain, WaveFigure.STARTUP_GAIN, 80.0, WaveFigure.OOM_KILLS, 0.0),
                Map.of("EUR", 10.0));
    }

    public static RolloutState state(Outcome outcome, int step, Instant started, Instant ended) {
        var ending = ended.equals(Instant.MAX)
                ? RolloutState.Ending.NONE
                : new RolloutState.Ending(
                        outcome == Outcome.PROMOTED ? Reason.Promoted : Reason.ErrorsRegressed, "it ended", ended);
        return new RolloutState(
                "r1",
                outcome,
                step,
                0,
                new RolloutState.Clock(started, started, Instant.MAX, Instant.MAX, Instant.MAX),
                ending,
                RolloutState.NEW.jit(),
                0,
                RolloutState.NEW.handled());
    }

    /** Of a member that asks for its revision. */
    public static WaveClaim claim(WaveMember member) {
        var state = member.state();
        var ended = state.ending().at().equals(Instant.MAX)
                ? Instant.MIN
                : state.ending().at();
        return new WaveClaim(
                member.key(),
                member.wave(),
                state.revision(),
                state.outcome() == Outcome.RUNNING && state.step() >= 0,
                ended);
    }
}
