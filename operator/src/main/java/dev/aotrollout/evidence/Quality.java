package dev.aotrollout.evidence;

import java.util.List;

/**
 * How far the figures can be trusted.
 *
 * @param complete whether every query was answered and nothing that was recorded got lost
 * @param remarks what is missing and why, a sentence each
 * @param gaps series with points missing between their first and their last
 */
public record Quality(boolean complete, List<String> remarks, List<Gap> gaps) {
    /** Missing points of one series. */
    public record Gap(String query, String name, int missing, int points) {}

    public Quality {
        remarks = List.copyOf(remarks);
        gaps = List.copyOf(gaps);
    }
}
