package dev.aotrollout.governance;

import java.util.List;

/**
 * What a wave must show before the next one opens.
 *
 * @param perService of each service that is done
 * @param maxOomKills of all its runs
 * @param maxRollbacks of all its runs
 * @param maxIncidents declared for its services; one more stops the plan at once
 */
public record WaveNeeds(List<WaveNeed> perService, int maxOomKills, int maxRollbacks, int maxIncidents) {
    public WaveNeeds {
        perService = List.copyOf(perService);
    }
}
