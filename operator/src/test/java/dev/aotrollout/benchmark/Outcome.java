package dev.aotrollout.benchmark;

/**
 * How one rollout ended for one contestant.
 *
 * @param why it was rolled back; empty when it was not
 * @param seconds from the onset of the regression, or else from the start, to the rollback; negative when it came before the onset
 */
record Outcome(String why, int seconds) {
    static final Outcome WENT_ON = new Outcome("", 0);

    boolean rolledBack() {
        return !why.isEmpty();
    }
}
