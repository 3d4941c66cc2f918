package dev.aotrollout.api;

/** Where the service shall end. */
public enum GoalSpec {
    AOT,
    JIT
}
