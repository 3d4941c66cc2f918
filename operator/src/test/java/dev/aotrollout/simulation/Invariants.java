package dev.aotrollout.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.decision.Decider;
import dev.aotrollout.decision.Decision;
import dev.aotrollout.decision.Outcome;
import dev.aotrollout.decision.Outlook;
import dev.aotrollout.judge.Finding;
import dev.aotrollout.judge.Reading;

/** What must hold after every second of every story. */
final class Invariants implements Witness {
    /** How long the operator and the gateway may need to react. */
    private static final long REACTION_SECONDS = 10;

    private final Cluster cluster;
    private boolean wentBack;
    private boolean retired;
    private long unavailableSince = Long.MAX_VALUE;
    private long upSince = Long.MAX_VALUE;
    private long jitExcusedUntil;

    Invariants(Cluster cluster) {
        this.cluster = cluster;
    }

    /** The user changed the revision, asked for a retry, or set the goal to AOT again. */
    @Override
    public void mayStartAgain() {
        wentBack = false;
    }

    /** Somebody takes JIT pods away; the operator needs their start-up time to bring them back. */
    @Override
    public void jitIsDisturbed() {
        jitExcusedUntil = cluster.now() + REACTION_SECONDS + (long) (cluster.jit.build().startSeconds * 2);
    }

    @Override
    public void decided(Outlook outlook) {
        var state = Decider.take(outlook.plan(), outlook.before());
        assertThat(Decider.decide(outlook.plan(), outlook.before(), state, outlook.seen()))
                .as("asked twice")
                .isEqualTo(outlook);
    }

    /** {@code completed} where nothing kept the operator from carrying out all of it. */
    @Override
    public void passed(int before, Outlook outlook, boolean completed) {
        var after = cluster.gateway.asked().aot();
        retired = outlook.after().jit().retired();
        if (after > before) {
            var seen = outlook.seen();
            assertThat(wentBack).as("raised after a rollback: %s", outlook).isFalse();
            assertThat(outlook.decision()).isNotInstanceOfAny(Decision.Hold.class, Decision.RollBack.class);
            assertThat(seen.findings()).noneMatch(Finding::demandsRollback);
            if (outlook.after().outcome() == Outcome.RUNNING)
                assertThat(seen.evidence().traffic()).isInstanceOf(Reading.Known.class);
            assertThat(after).as("above the step: %s", outlook).isLessThanOrEqualTo(limit(outlook));
            assertThat(seen.aot().ready()).as("pods behind the weight").isPositive();
        }
        if (completed && !(outlook.decision() instanceof Decision.Hold) && !retired)
            assertThat(after).as("above the step: %s", outlook).isLessThanOrEqualTo(limit(outlook));
        // Where nothing at all could be written, a later look decides anew.
        if (outlook.decision() instanceof Decision.RollBack && (completed || after == 0)) wentBack = true;
    }

    private static int limit(Outlook outlook) {
        var state = outlook.after();
        return switch (state.outcome()) {
            case PROMOTED -> 100;
            case ROLLED_BACK -> 0;
            case RUNNING ->
                state.step() < 0
                        ? 0
                        : Math.max(outlook.plan().step(state.step()).weight(), state.weight());
        };
    }

    @Override
    public void secondPassed(boolean operatorRuns) {
        var asked = cluster.gateway.asked();
        assertThat(asked.jit() + asked.aot()).as("weights").isEqualTo(100);
        var now = cluster.now();
        if (!operatorRuns || cluster.api.isDown()) upSince = Long.MAX_VALUE;
        else upSince = Math.min(upSince, now);
        var reacted = upSince != Long.MAX_VALUE && now >= upSince + REACTION_SECONDS;
        if (wentBack && reacted && !retired)
            assertThat(asked.aot()).as("weight after a rollback").isZero();
        jitCarriesItsShare(now);
        aotHasPods(now, reacted);
    }

    private void jitCarriesItsShare(long now) {
        if (now <= jitExcusedUntil) return;
        var share = 100 - cluster.gateway.servedAot();
        assertThat(100 * cluster.jit.ready())
                .as("second %d: %d ready JIT pods carry %d %%", now, cluster.jit.ready(), share)
                .isGreaterThanOrEqualTo(share * Cluster.JIT_PODS);
    }

    private void aotHasPods(long now, boolean reacted) {
        var unavailable = cluster.gateway.servedAot() > 0 && cluster.aot.ready() == 0 && !retired;
        unavailableSince = unavailable ? Math.min(unavailableSince, now) : Long.MAX_VALUE;
        if (unavailable && reacted)
            assertThat(now - unavailableSince)
                    .as("seconds with weight and without AOT pods")
                    .isLessThanOrEqualTo(REACTION_SECONDS);
    }
}
