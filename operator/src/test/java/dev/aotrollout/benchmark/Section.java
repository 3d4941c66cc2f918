package dev.aotrollout.benchmark;

import java.util.List;

/**
 * One table.
 *
 * @param healthy whether every rollback in it is a false one
 */
record Section(String title, boolean healthy, List<Row> rows) {
    static final List<Section> ALL = List.of(
            new Section(
                    "Healthy: false rollbacks in a rollout of four hours",
                    true,
                    List.of(
                            Row.healthy("all guards, shared bursts while JIT has traffic", Healthy::draw),
                            Row.healthy("the same, bursts of single pods beside", Healthy::drawWithPodBursts),
                            Row.healthy(
                                    "the same as the first, bursts also at weight 100", Healthy::drawWithBurstsAlone))),
            new Section("Errors: caught within 30 minutes", false, BadWorlds.errors()),
            new Section("Routes: caught within 30 minutes (100 rps, w 20 %)", false, BadWorlds.routes()),
            new Section("Latency: caught within 30 minutes", false, BadWorlds.latency()),
            new Section("Memory: caught or passed at the end of 30 minutes", false, BadWorlds.memory()),
            new Section("Leaks: caught within 80 minutes", false, BadWorlds.leaks()),
            new Section("Start-up and processor time: caught within 30 minutes", false, BadWorlds.pods()),
            new Section("Late onset: caught within 30 minutes of the onset", false, BadWorlds.lateOnset()));

    /** The first healthy row is run with all rollouts, what is only beside it with fewer. */
    int rollouts(int index, int all) {
        return healthy ? (index == 0 ? all : Math.max(1, all / 10)) : Math.max(1, all / 25);
    }
}
