package dev.aotrollout.judge;

/** The answer of one guard: a verdict, why in one sentence with number, limit and remedy, and the figures behind it. */
public record Finding(GuardName guard, Mode mode, Verdict verdict, Reason reason, String message, Figures figures) {

    /** Whether this finding asks for a rollback. */
    public boolean demandsRollback() {
        return mode == Mode.ENFORCE && verdict == Verdict.FAIL;
    }

    /** Whether this finding does not stand in the way of the next step. */
    public boolean permitsAdvance() {
        return mode == Mode.OBSERVE || verdict == Verdict.PASS;
    }
}
