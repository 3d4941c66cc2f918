package dev.aotrollout.governance;

import dev.aotrollout.governance.WaveBoard.Headline;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the board of a plan says next. Same input, same board. */
public final class WavePlanner {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private WavePlanner() {}

    /** The board to record after {@code before}, seen {@code members} at {@code now}. */
    public static WaveBoard plan(WavePlan plan, WaveBoard before, List<WaveMember> members, Instant now) {
        var sorted =
                members.stream().sorted(Comparator.comparing(WaveMember::key)).toList();
        var problems = WaveProblems.of(plan, before, sorted, now);
        if (!problems.isEmpty()) return invalid(plan, before, problems);
        // Another machine's clock may be a little behind: what was recorded stays the past.
        var latest = before.latest();
        return new WavePass(plan, before, sorted, now.isBefore(latest) ? latest : now).board();
    }

    /** When {@code board} may say something else though nothing else happened: 1 s to 1 min. */
    public static Duration recheckAfter(WavePlan plan, WaveBoard board, Instant now) {
        var soaks = board.waves().stream().map(WaveProgress::times).map(WaveProgress.Times::soakEnds);
        var thaw = plan.frozen(now).map(WavePlan.Frozen::until).stream();
        var next = Stream.concat(soaks, thaw)
                .filter(now::isBefore)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
        if (!next.isBefore(now.plus(LONGEST))) return LONGEST;
        var left = Duration.between(now, next);
        return left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
    }

    /** Whatever was recorded stays, slots above all. */
    private static WaveBoard invalid(WavePlan plan, WaveBoard before, List<String> problems) {
        return new WaveBoard(
                plan.generation(),
                new Headline(
                        WavePhase.INVALID,
                        before.headline().wave(),
                        "nothing is admitted: " + String.join("; ", problems)),
                before.slots(),
                before.waves(),
                before.halt(),
                before.resume(),
                problems,
                before.gains());
    }
}
