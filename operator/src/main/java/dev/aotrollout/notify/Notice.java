package dev.aotrollout.notify;

import java.time.Instant;
import java.util.List;

/**
 * One fact, as it is told to sinks.
 *
 * @param id the same whenever the same fact is told, so that a receiver may drop what it has already
 * @param reason in the vocabulary of conditions and Events
 */
public record Notice(
        String id,
        Happening happening,
        Severity severity,
        About about,
        String reason,
        String message,
        Instant at,
        Progress progress) {

    /**
     * The resource that it is about.
     *
     * @param namespace empty for what belongs to none
     */
    public record About(String kind, String namespace, String name) {
        /** As users write it: {@code shop/checkout}. */
        String subject() {
            return namespace.isEmpty() ? name : namespace + "/" + name;
        }
    }

    /**
     * How far a rollout is; {@link #NONE} for other kinds.
     *
     * @param step as in {@code 3/5}
     * @param weight percent that AOT is asked to serve; -1 where that means nothing
     * @param findings messages of the guards that did not pass, the worst first
     * @param evidence name of the newest evidence pack; empty where there is none
     */
    public record Progress(String step, int weight, List<String> findings, String evidence) {
        /** No rollout, no progress. */
        public static final Progress NONE = new Progress("", -1, List.of(), "");

        public Progress {
            findings = List.copyOf(findings);
        }
    }
}
