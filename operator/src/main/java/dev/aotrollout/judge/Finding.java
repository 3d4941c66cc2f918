package dev.aotrollout.judge;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The answer of one guard. No record, because what it says is put into words when somebody reads it: decisions rest on verdict,
 * mode and reason.
 */
public final class Finding {
    private final GuardName guard;
    private final Mode mode;
    private final Verdict verdict;
    private final Reason reason;
    private final Lazily<Words> words;

    /**
     * What a finding says.
     *
     * @param message why, in one sentence with number, limit and remedy
     * @param details further figures for the report, a sentence each
     */
    public record Words(String message, Figures figures, List<String> details) {
        public Words {
            details = List.copyOf(details);
        }

        /** Without details. */
        public Words(String message, Figures figures) {
            this(message, figures, List.of());
        }
    }

    private Finding(GuardName guard, Mode mode, Verdict verdict, Reason reason, Lazily<Words> words) {
        this.guard = guard;
        this.mode = mode;
        this.verdict = verdict;
        this.reason = reason;
        this.words = words;
    }

    /** {@code words} are asked for later, by any thread: they must rest on nothing that changes. */
    public Finding(GuardName guard, Mode mode, Verdict verdict, Reason reason, Supplier<Words> words) {
        this(guard, mode, verdict, reason, Lazily.of(words));
    }

    /** With all its words. */
    public Finding(
            GuardName guard,
            Mode mode,
            Verdict verdict,
            Reason reason,
            String message,
            Figures figures,
            List<String> details) {
        this(guard, mode, verdict, reason, known(new Words(message, figures, details)));
    }

    /** Without details. */
    public Finding(GuardName guard, Mode mode, Verdict verdict, Reason reason, String message, Figures figures) {
        this(guard, mode, verdict, reason, message, figures, List.of());
    }

    private static Lazily<Words> known(Words words) {
        return Lazily.of(() -> words);
    }

    /** Who answers. */
    public GuardName guard() {
        return guard;
    }

    /** What the answer counts for. */
    public Mode mode() {
        return mode;
    }

    /** The answer. */
    public Verdict verdict() {
        return verdict;
    }

    /** Why, in the vocabulary of conditions. */
    public Reason reason() {
        return reason;
    }

    /** Why, in one sentence with number, limit and remedy. */
    public String message() {
        return words.get().message();
    }

    /** The numbers behind it. */
    public Figures figures() {
        return words.get().figures();
    }

    /** Further figures for the report, a sentence each. */
    public List<String> details() {
        return words.get().details();
    }

    /** Another answer that says what {@code change} makes of the words of this one. */
    Finding with(Verdict other, Reason why, UnaryOperator<Words> change) {
        return new Finding(guard, mode, other, why, () -> change.apply(words.get()));
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

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Finding finding
                && guard == finding.guard
                && mode == finding.mode
                && verdict == finding.verdict
                && reason == finding.reason
                && words.get().equals(finding.words.get());
    }

    @Override
    public int hashCode() {
        return Objects.hash(guard, mode, verdict, reason, words.get());
    }

    @Override
    public String toString() {
        return "Finding[guard=%s, mode=%s, verdict=%s, reason=%s, message=%s, figures=%s, details=%s]"
                .formatted(guard, mode, verdict, reason, message(), figures(), details());
    }
}
