package dev.aotrollout.judge;

import java.util.List;

/** Asks every guard about the same evidence. */
public final class Judge {
    private Judge() {}

    /** One finding for each guard, in their order. */
    public static List<Finding> judge(List<Guard> guards, Evidence evidence, Recall recall) {
        return guards.stream().map(guard -> guard.judge(evidence, recall)).toList();
    }
}
