package dev.aotrollout.benchmark;

/** One way to judge a rollout; used for one rollout only, and asked after each tick until it rolls back. */
interface Contestant {
    /** Why it would roll back now; empty to go on. */
    String rollsBackFor(World world);
}
