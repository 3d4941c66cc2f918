package dev.aotrollout.governance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The recorded progress of a plan, and the only memory of taken slots.
 *
 * @param generation of the plan that it speaks of; 0 where nobody looked at it yet
 * @param slots in the order in which they were given
 * @param problems why nothing is admitted, a sentence each; empty for a valid plan
 */
public record WaveBoard(
        long generation,
        Headline headline,
        List<WaveGrant> slots,
        List<WaveProgress> waves,
        Halt halt,
        Resume resume,
        List<String> problems,
        WaveGains gains) {
    /** Of a plan that nobody looked at yet. */
    public static final WaveBoard NEW = new WaveBoard(
            0,
            new Headline(WavePhase.WAITING, "", "not looked at yet"),
            List.of(),
            List.of(),
            Halt.NONE,
            Resume.NONE,
            List.of(),
            WaveGains.NONE);

    /**
     * The board in a line.
     *
     * @param wave the one that is worked on; empty where there is none
     */
    public record Headline(WavePhase phase, String wave, String message) {}

    /** A wave failed: nothing goes up until somebody resumes. */
    public record Halt(Instant at, String wave, String why) {
        /** None. */
        public static final Halt NONE = new Halt(Instant.MIN, "", "");
    }

    /**
     * Somebody accepted all failures and shortfalls up to then.
     *
     * @param handled the last command that was seen, also where there was nothing to resume
     * @param incidents accepted ones, as {@code namespace/name:id}
     */
    public record Resume(Instant at, String handled, List<String> incidents) {
        /** Nobody did. */
        public static final Resume NONE = new Resume(Instant.MIN, "", List.of());

        public Resume {
            incidents = List.copyOf(incidents);
        }
    }

    public WaveBoard {
        slots = List.copyOf(slots);
        waves = List.copyOf(waves);
        problems = List.copyOf(problems);
    }

    boolean isHalted() {
        return !halt.equals(Halt.NONE);
    }

    Optional<WaveProgress> wave(String name) {
        return waves.stream().filter(wave -> wave.name().equals(name)).findFirst();
    }

    /** The latest instant at which anything was recorded; a clock that says less has jumped back. */
    Instant latest() {
        var times = waves.stream()
                .map(WaveProgress::times)
                .flatMap(t -> Stream.of(t.opened(), t.completed()))
                .filter(instant -> !instant.equals(Instant.MAX));
        return Stream.of(times, slots.stream().map(WaveGrant::at), Stream.of(halt.at(), resume.at()))
                .flatMap(instants -> instants)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }
}
