package dev.aotrollout.oncall;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What a command makes of a rollout as it stands. */
sealed interface Instruction {

    /** One sentence, which follows the rollout's name. */
    String says();

    /** There is nothing to write: it is so already. */
    record Already(String says) implements Instruction {}

    /**
     * Annotations to write.
     *
     * @param says what happens next
     * @param always also where the rollout changed meanwhile: going back to JIT must not lose a race
     * @param acknowledged whether the operator has acted on it
     */
    record Write(
            Map<String, String> set, Set<String> removed, String says, boolean always, Predicate<Standing> acknowledged)
            implements Instruction {
        public Write {
            set = Map.copyOf(set);
            removed = Set.copyOf(removed);
        }
    }
}
