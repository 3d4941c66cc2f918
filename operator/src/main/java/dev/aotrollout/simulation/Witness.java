package dev.aotrollout.simulation;

import dev.aotrollout.decision.Outlook;

/** Sees every second of a world, to hold it against what must be true. */
interface Witness {
    /** Nobody looks. */
    Witness NOBODY = new Witness() {};

    /** What the operator decided, before anything of it is carried out. */
    default void decided(Outlook outlook) {}

    /** {@code completed} where nothing kept the operator from carrying out all of {@code outlook}. */
    default void passed(int askedBefore, Outlook outlook, boolean completed) {}

    /** A second is over. */
    default void secondPassed(boolean operatorRuns) {}

    /** The user changed the revision, asked for a retry, or set the goal to AOT again. */
    default void mayStartAgain() {}

    /** Somebody takes JIT pods away; the operator needs their start-up time to bring them back. */
    default void jitIsDisturbed() {}
}
