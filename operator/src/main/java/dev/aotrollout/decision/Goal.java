package dev.aotrollout.decision;

/** Where the user wants the service to end: on its AOT build, or back on JIT to stay. */
public enum Goal {
    AOT,
    JIT
}
