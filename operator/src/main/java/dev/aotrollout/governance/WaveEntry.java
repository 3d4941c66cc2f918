package dev.aotrollout.governance;

/**
 * The line of one rollout on the board.
 *
 * @param evidence name of its pack; empty where there is none yet
 * @param note what it waits for or why it failed
 */
public record WaveEntry(WaveKey key, Stage stage, String evidence, String note) {
    /** Where it stands. */
    public enum Stage {
        MISSING("Missing"),
        WAITING("Waiting"),
        ADMITTED("Admitted"),
        IN_FLIGHT("InFlight"),
        ENDING("Ending"),
        DONE("Done"),
        FAILED("Failed"),
        EXCUSED("Excused");

        private final String text;

        Stage(String text) {
            this.text = text;
        }

        /** As in the status. */
        public String text() {
            return text;
        }
    }
}
