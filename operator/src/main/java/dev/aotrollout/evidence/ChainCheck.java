package dev.aotrollout.evidence;

import dev.aotrollout.evidence.Verifier.Opened;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the packs of each rollout that were given follow one another without a gap. */
final class ChainCheck {
    private ChainCheck() {}

    /** In the order of rollouts and time; adds what is wrong to {@code flaws}, and what cannot be told to {@code notes}. */
    static void check(List<Opened> ordered, List<String> flaws, List<String> notes) {
        var chains = new LinkedHashMap<String, List<Opened>>();
        for (var one : ordered)
            chains.merge(one.checked().namespace() + "/" + one.checked().rollout(), List.of(one), ChainCheck::together);
        for (var chain : chains.values()) check(chain, flaws, notes, chain.getFirst());
    }

    private static List<Opened> together(List<Opened> all, List<Opened> more) {
        return Stream.concat(all.stream(), more.stream()).toList();
    }

    private static void check(List<Opened> chain, List<String> flaws, List<String> notes, Opened oldest) {
        var previous = oldest.document().previous();
        if (previous != null)
            notes.add("%s: the pack before, %s, was removed by retention or not given"
                    .formatted(name(oldest), previous.name()));
        for (var i = 1; i < chain.size(); i++)
            broken(chain.get(i - 1), chain.get(i)).ifPresent(flaws::add);
    }

    private static Optional<String> broken(Opened before, Opened after) {
        var link = after.document().previous();
        var between = "chain broken between %s and %s: ".formatted(name(before), name(after));
        if (link == null) return Optional.of(between + "the later one names no pack before it");
        if (!link.name().equals(name(before)))
            return Optional.of(between + "the later one follows %s, which is missing".formatted(link.name()));
        var actual = before.checked().digest();
        return link.digest().equals(actual)
                ? Optional.empty()
                : Optional.of(between
                        + "the later one was written after a document with digest %s, this one has %s: the earlier one was changed"
                                .formatted(link.digest(), actual));
    }

    private static String name(Opened one) {
        return one.checked().name();
    }
}
