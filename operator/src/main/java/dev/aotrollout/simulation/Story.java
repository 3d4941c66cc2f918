package dev.aotrollout.simulation;

import dev.aotrollout.judge.Counts;
import dev.aotrollout.judge.Finding;
import dev.aotrollout.judge.GuardName;
import dev.aotrollout.judge.Mode;
import dev.aotrollout.judge.Reason;
import dev.aotrollout.judge.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What happened in one simulated rollout.
 *
 * @param rollout its name
 * @param scenario what was let happen
 * @param steps how many the plan has
 * @param lines one for each change, oldest first
 * @param looks one for each look of the operator, oldest first
 * @param findings what each guard said last, in full
 */
public record Story(
        String rollout,
        String scenario,
        int steps,
        List<Line> lines,
        Ending ending,
        List<Look> looks,
        List<Finding> findings) {
    public Story {
        lines = List.copyOf(lines);
        looks = List.copyOf(looks);
        findings = List.copyOf(findings);
    }

    /**
     * Something that changed.
     *
     * @param second since the world began
     */
    public record Line(long second, String text) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%02d:%02d:%02d  %s", second / 3600, second / 60 % 60, second % 60, text);
        }
    }

    /**
     * Where the rollout stood in the end.
     *
     * @param phase as in {@code status.phase}, such as {@code Promoted}
     * @param reason why, as in conditions
     * @param message why, in a sentence
     * @param second of the last change of phase
     */
    public record Ending(String phase, String reason, String message, long second) {}

    /**
     * One look of the operator at the world.
     *
     * @param second since the world began
     * @param step from 1; 0 before the first
     * @param asked percent of requests asked for AOT after this look
     * @param served percent of requests that the gateway sends to AOT now
     * @param decision its reason, the vocabulary of conditions
     */
    public record Look(
            long second, int step, int asked, int served, Side jit, Side aot, Reason decision, List<Judged> guards) {
        public Look {
            guards = List.copyOf(guards);
        }
    }

    /**
     * One track since the look before.
     *
     * @param counts of requests in that time, as measured
     * @param memoryBytes mean of the working sets of its pods now; 0 without a running pod
     * @param ready pods now
     */
    public record Side(Counts counts, double memoryBytes, int ready) {}

    /** What one guard said. */
    public record Judged(GuardName guard, Mode mode, Verdict verdict, Reason reason) {
        boolean isOf(Finding finding) {
            return guard == finding.guard()
                    && mode == finding.mode()
                    && verdict == finding.verdict()
                    && reason == finding.reason();
        }
    }

    /** The lines, one below the other. */
    @Override
    public String toString() {
        return lines.stream().map(Line::toString).collect(Collectors.joining("\n", "", "\n"));
    }
}
