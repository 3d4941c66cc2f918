package dev.aotrollout.governance;

/**
 * What is known of the economics of one service; what is not known is zero or empty, and nothing is concluded from it.
 *
 * @param aot {@link EconomicsBuild#NONE} before there is an AOT Deployment
 * @param replicas pods that carry all traffic on the JIT build
 */
public record EconomicsFacts(NodePool pool, EconomicsBuild jit, EconomicsBuild aot, int replicas) {
    /** Nothing is known. */
    public static final EconomicsFacts NONE =
            new EconomicsFacts(NodePool.NONE, EconomicsBuild.NONE, EconomicsBuild.NONE, 0);

    /** With other figures of the builds, as measurements come in. */
    public EconomicsFacts with(EconomicsBuild newJit, EconomicsBuild newAot) {
        return new EconomicsFacts(pool, newJit, newAot, replicas);
    }
}
