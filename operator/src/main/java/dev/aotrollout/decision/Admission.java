package dev.aotrollout.decision;

import java.util.List;

/**
 * What governance says of a rollout at one instant.
 *
 * @param objections why nothing may go up, the most important first
 * @param wave its place in the sequence across services
 * @param approvals of its revision
 * @param author who made the change that is rolled out, several separated by commas; empty where nobody is named
 */
public record Admission(List<Objection> objections, WaveSlot wave, List<Approval> approvals, String author) {
    /** Nothing stands in the way, and nobody approved anything. */
    public static final Admission OPEN = new Admission(List.of(), new WaveSlot.Free(), List.of(), "");

    public Admission {
        objections = List.copyOf(objections);
        approvals = List.copyOf(approvals);
    }
}
