package dev.aotrollout.notify;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of fact a notice tells of; what a sink chooses by. */
public enum Happening {
    StepEntered(Subject.ROLLOUT),
    WeightShifted(Subject.ROLLOUT),
    Waiting(Subject.ROLLOUT),
    ApprovalPending(Subject.ROLLOUT),
    Paused(Subject.ROLLOUT),
    Held(Subject.ROLLOUT),
    RolledBack(Subject.ROLLOUT),
    Promoted(Subject.ROLLOUT),
    Retired(Subject.ROLLOUT),
    WaveOpened(Subject.WAVE_PLAN),
    WaveComplete(Subject.WAVE_PLAN),
    WaveHalted(Subject.WAVE_PLAN),
    ExceptionExpires(Subject.EXCEPTION),
    /** Of {@code aotrollout notify --test}; goes to every sink. */
    Test(Subject.ROLLOUT);

    private enum Subject {
        ROLLOUT("rollout"),
        WAVE_PLAN("waveplan"),
        EXCEPTION("exception");

        private final String label;

        Subject(String label) {
            this.label = label;
        }
    }

    private final Subject subject;

    Happening(Subject subject) {
        this.subject = subject;
    }

    /** As in {@code dev.aotrollout.rollout.rolledback}. */
    String type() {
        return "dev.aotrollout.%s.%s".formatted(subject.label, name().toLowerCase(Locale.ROOT));
    }

    static Optional<Happening> named(String name) {
        return Arrays.stream(values())
                .filter(it -> it != Test && it.name().equals(name))
                .findFirst();
    }
}
