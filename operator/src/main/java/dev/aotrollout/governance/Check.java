package dev.aotrollout.governance;

import dev.aotrollout.judge.Reason;
import java.util.List;

/**
 * The answer of one of the five checks.
 *
 * @param message why, in one sentence with the number, the limit and the remedy
 */
public record Check(CheckName name, Answer answer, Reason reason, String message, List<Criterion> criteria) {
    public Check {
        criteria = List.copyOf(criteria);
    }
}
