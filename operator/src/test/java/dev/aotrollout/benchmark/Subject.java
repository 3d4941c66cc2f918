package dev.aotrollout.benchmark;

import java.util.Set;

/** What is wrong in a world, and the reasons for a rollback that name it; a rollback for another reason is luck. */
enum Subject {
    ERRORS("errors", "ERRORS", "BUDGET"),
    LATENCY("latency", "LATENCY"),
    MEMORY("memory", "MEMORY", "LEAK"),
    CPU("cpu", "CPU"),
    STARTUP("STARTUP"),
    /** Nothing is wrong: any reason is a false one, and counted. */
    NOTHING;

    private final Set<String> reasons;

    Subject(String... reasons) {
        this.reasons = Set.of(reasons);
    }

    /** @param why starts with the guard, the group or the check, up to a slash */
    boolean isNamedBy(String why) {
        return this == NOTHING || reasons.contains(why.replaceAll("/.*", ""));
    }
}
