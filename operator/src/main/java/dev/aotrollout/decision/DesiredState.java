package dev.aotrollout.decision;

/**
 * What the cluster shall look like, as level state: re-asserted on every pass.
 *
 * @param weight percent of requests for the AOT track
 * @param testHeader whether the test header rule stands in the routes
 * @param aot the AOT Deployment
 * @param jit the JIT Deployment's replicas
 */
public record DesiredState(int weight, boolean testHeader, AotTrack aot, JitTrack jit) {

    /** The AOT Deployment. */
    public sealed interface AotTrack {
        /** It runs the plan's revision with so many pods. */
        record Run(int replicas) implements AotTrack {}

        /** Not to be touched: it may still answer requests. */
        record Leave() implements AotTrack {}

        /** No pods. */
        record Stop() implements AotTrack {}
    }

    /** The JIT Deployment's replicas. */
    public sealed interface JitTrack {
        /** The user's business. */
        record Leave() implements JitTrack {}

        /** At least so many: it must be able to carry everything. */
        record AtLeast(int replicas) implements JitTrack {}

        /** Scaled down after promotion. */
        record Retire(int replicas) implements JitTrack {}
    }

    /** What {@code state} asks of the cluster, given what was seen of it. */
    public static DesiredState of(Plan plan, RolloutState state, Observation seen) {
        return new DesiredState(
                weight(state, seen), testHeader(plan, state, seen), aot(plan, state, seen), jit(plan, state, seen));
    }

    DesiredState withWeightAtMost(int percent) {
        return new DesiredState(Math.min(weight, percent), testHeader, aot, jit);
    }

    /** After retirement traffic goes back as fast as JIT pods get ready, and never up again on the way. */
    private static int weight(RolloutState state, Observation seen) {
        if (!isReturning(state)) return state.weight();
        var capacity = Math.max(1, state.jit().capacity());
        var jitCanTake = Math.min(100, 100 * seen.jit().ready() / capacity);
        return Math.clamp(100 - jitCanTake, 0, seen.route().weight());
    }

    /** JIT was scaled down, and the traffic is wanted back. */
    static boolean isReturning(RolloutState state) {
        return state.jit().retired() && state.outcome() != Outcome.PROMOTED;
    }

    private static boolean testHeader(Plan plan, RolloutState state, Observation seen) {
        return plan.testHeader()
                && state.outcome() != Outcome.ROLLED_BACK
                && state.step() >= 0
                && seen.aot().ready() > 0
                && seen.aot().revision().equals(plan.revision());
    }

    private static AotTrack aot(Plan plan, RolloutState state, Observation seen) {
        var running = state.outcome() != Outcome.ROLLED_BACK && state.step() >= 0;
        if (running) return new AotTrack.Run(runningReplicas(plan, state));
        var keep = plan.policy().keepAotPods() && state.outcome() == Outcome.ROLLED_BACK;
        var drained = state.isDrained(seen.now(), plan.policy().drain());
        return drained && !keep ? new AotTrack.Stop() : new AotTrack.Leave();
    }

    private static int runningReplicas(Plan plan, RolloutState state) {
        var capacity = Math.max(1, state.jit().capacity());
        var replicas = plan.aotReplicas();
        if (state.outcome() == Outcome.PROMOTED) return replicas.forWeight(100, capacity);
        return Math.max(
                replicas.forWeight(plan.step(state.step()).weight(), capacity),
                replicas.forWeight(state.weight(), capacity));
    }

    private static JitTrack jit(Plan plan, RolloutState state, Observation seen) {
        var capacity = state.jit().capacity();
        var retired = state.jit().retired() && plan.retirement() instanceof Retirement.After;
        if (state.outcome() == Outcome.PROMOTED && retired)
            return new JitTrack.Retire(((Retirement.After) plan.retirement()).jitReplicas());
        return carriesTraffic(state, seen) ? new JitTrack.AtLeast(capacity) : new JitTrack.Leave();
    }

    /** From the first step on, until all traffic was seen back on JIT. */
    private static boolean carriesTraffic(RolloutState state, Observation seen) {
        var stepping = state.outcome() == Outcome.RUNNING && state.step() >= 0;
        var goingBack = seen.aot().desired() > 0 && !state.isBack();
        return state.outcome() == Outcome.PROMOTED || stepping || isReturning(state) || goingBack;
    }
}
