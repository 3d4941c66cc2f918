package dev.aotrollout.judge;

import java.util.List;

/**
 * The answer of one guard.
 *
 * @param message why, in one sentence with number, limit and remedy
 * @param details further figures for the report, a sentence each
 */
public record Finding(
        GuardName guard,
        Mode mode,
        Verdict verdict,
        Reason reason,
        String message,
        Figures figures,
        List<String> details) {
    public Finding {
        details = List.copyOf(details);
    }

    /** Without details. */
    public Finding(GuardName guard, Mode mode, Verdict verdict, Reason reason, String message, Figures figures) {
        this(guard, mode, verdict, reason, message, figures, List.of());
    }

    /** Whether this finding asks for a rollback. */
    public boolean demandsRollback() {
        return mode != Mode.OBSERVE && verdict == Verdict.FAIL;
    }

    /** Whether this finding does not stand in the way of the next step. */
    public boolean permitsAdvance() {
        return switch (mode) {
            case ENFORCE -> verdict == Verdict.PASS;
            case ENFORCE_WHEN_KNOWN -> verdict != Verdict.FAIL;
            case OBSERVE -> true;
        };
    }
}
