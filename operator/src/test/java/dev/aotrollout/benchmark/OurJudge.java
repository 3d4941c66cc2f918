package dev.aotrollout.benchmark;

import dev.aotrollout.judge.Finding;
import dev.aotrollout.judge.Guard;
import dev.aotrollout.judge.Judge;
import dev.aotrollout.judge.Recall;
import java.util.List;

/** The operator's own judge with all its guards. */
final class OurJudge implements Contestant {
    private final List<Guard> guards;
    private final int everySeconds;
    private final Recall recall = new Recall();
    private List<Finding> findings = List.of();

    OurJudge(List<Guard> guards, int everySeconds) {
        this.guards = guards;
        this.everySeconds = everySeconds;
    }

    @Override
    public String rollsBackFor(World world) {
        if (world.second() % everySeconds != 0) return "";
        findings = Judge.judge(guards, world.evidence(), recall);
        return findings.stream()
                .filter(Finding::demandsRollback)
                .findFirst()
                .map(finding -> finding.guard() + "/" + finding.reason())
                .orElse("");
    }

    /** Of the last look. */
    List<Finding> findings() {
        return findings;
    }
}
