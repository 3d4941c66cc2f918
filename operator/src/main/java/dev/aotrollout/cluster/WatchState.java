package dev.aotrollout.cluster;

import java.util.Collection;

/**
 * How one watch stands.
 *
 * @param name of what is watched
 * @param synced whether its list arrived once; a kind that the API server does not know never does
 * @param running whether it would go on by itself
 * @param watching whether it hears of changes at this moment
 */
public record WatchState(String name, boolean synced, boolean running, boolean watching) {
    /** Several watches of one kind, as one. */
    static WatchState all(String name, Collection<WatchState> watches) {
        return new WatchState(
                name,
                watches.stream().allMatch(WatchState::synced),
                watches.stream().allMatch(WatchState::running),
                watches.stream().allMatch(WatchState::watching));
    }
}
