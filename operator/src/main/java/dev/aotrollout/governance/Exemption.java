package dev.aotrollout.governance;

import java.time.Instant;
import java.util.List;

/** Whether an exception keeps a service on JIT; asked before the checks, because it belongs to what a plan wants. */
public final class Exemption {
    private Exemption() {}

    /** Why {@code rollout} stays on JIT at {@code now}, in a sentence; of several exceptions the one that lasts longest. Empty where none says so. */
    public static String of(String rollout, List<ExceptionFacts> exceptions, Instant now) {
        return exceptions.stream()
                .filter(exception -> exception.keepsOnJit(rollout) && exception.counts(now))
                .max(ExceptionFacts.BY_END)
                .map(ExceptionFacts::words)
                .orElse("");
    }
}
