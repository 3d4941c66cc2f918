package dev.aotrollout.governance;

import java.time.Instant;
import java.util.List;

/**
 * One wave on the board.
 *
 * @param failures services that were rolled back since it opened or since the plan was resumed
 * @param note what it waits for
 */
public record WaveProgress(
        String name, WaveState state, Times times, List<WaveEntry> members, int failures, String note) {
    /** {@link Instant#MAX} where it has not come yet. */
    public record Times(Instant opened, Instant soakEnds, Instant completed) {
        /** Nothing happened. */
        public static final Times UNSET = new Times(Instant.MAX, Instant.MAX, Instant.MAX);
    }

    public WaveProgress {
        members = List.copyOf(members);
    }

    /** Its services may have slots. */
    boolean isOpened() {
        return !times.opened().equals(Instant.MAX);
    }

    boolean isComplete() {
        return !times.completed().equals(Instant.MAX);
    }

    long count(WaveEntry.Stage stage) {
        return members.stream().filter(member -> member.stage() == stage).count();
    }
}
