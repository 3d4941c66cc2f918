package dev.aotrollout.cli;

import dev.aotrollout.simulation.Story;
import java.util.List;

/** What {@code simulate -o json} prints; seconds count from the beginning of the simulated world. */
record SimulateReport(
        String rollout,
        String scenario,
        long seed,
        boolean promoted,
        Ending ending,
        List<Line> lines,
        List<Look> looks,
        List<Guard> guards) {

    /** Where it ended. */
    record Ending(String phase, String reason, String message, long second) {}

    /** Something that changed. */
    record Line(long second, String text) {}

    /** One look of the operator, with the percent of requests asked for and served by AOT. */
    record Look(long second, int step, int asked, int served, String reason) {}

    /** What a guard said last. */
    record Guard(String guard, String verdict, String reason, String message) {}

    static SimulateReport of(Story story, long seed) {
        var ending = story.ending();
        return new SimulateReport(
                story.rollout(),
                story.scenario(),
                seed,
                ending.phase().equals("Promoted"),
                new Ending(ending.phase(), ending.reason(), ending.message(), ending.second()),
                story.lines().stream()
                        .map(line -> new Line(line.second(), line.text()))
                        .toList(),
                story.looks().stream()
                        .map(look -> new Look(
                                look.second(),
                                look.step(),
                                look.asked(),
                                look.served(),
                                look.decision().name()))
                        .toList(),
                story.findings().stream()
                        .map(finding -> new Guard(
                                finding.guard().label(),
                                finding.verdict().name(),
                                finding.reason().name(),
                                finding.message()))
                        .toList());
    }
}
