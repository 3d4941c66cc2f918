package dev.aotrollout.evidence;

import java.util.List;

/**
 * What became of a verification.
 *
 * @param packs that were looked at, the oldest first
 * @param flaws what was tampered with, a sentence each; empty where all is intact
 * @param notes what could not be checked, a sentence each
 */
public record Verification(List<Checked> packs, List<String> flaws, List<String> notes) {
    /**
     * One pack.
     *
     * @param digest of the document as it is
     * @param signature {@code valid}, {@code invalid}, {@code unchecked} or {@code none}
     */
    public record Checked(
            String name,
            String namespace,
            String rollout,
            String revision,
            String verdict,
            String endedAt,
            String digest,
            String signature) {
        static final String VALID = "valid";
        static final String INVALID = "invalid";
        static final String UNCHECKED = "unchecked";
        static final String NONE = "none";
    }

    public Verification {
        packs = List.copyOf(packs);
        flaws = List.copyOf(flaws);
        notes = List.copyOf(notes);
    }

    /** Whether nothing was tampered with. */
    public boolean isIntact() {
        return flaws.isEmpty();
    }
}
