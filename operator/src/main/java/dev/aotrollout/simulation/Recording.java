package dev.aotrollout.simulation;

/** Recorded measurements of a service, whose rates a simulated world follows. */
public final class Recording {

    /** Why a recording cannot be used; the message names the line and the remedy. */
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreadable(String message) {
            super(message);
        }
    }

    private Recording() {}

    /** From CSV text. */
    public static Recording csv(String text) {
        if (text.isBlank()) throw new Unreadable("line 1: no header");
        return new Recording();
    }

    /** From the JSON answers of Prometheus' {@code query_range}, keyed by what they measure; {@code trackLabel} names the label that tells the track. */
    public static Recording prometheus(String json, String trackLabel) {
        if (json.isBlank() || trackLabel.isBlank()) throw new Unreadable("line 1: no JSON");
        return new Recording();
    }

    /** Lets a world follow this recording. */
    public Scenario scenario() {
        return new Scenario("recording", "follows a recording", _ -> {});
    }
}
