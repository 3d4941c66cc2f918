package dev.aotrollout.governance;

/** What a policy says of one library, the worst first. */
public enum LibraryVerdict {
    DENIED("Denied"),
    NEEDS_REVIEW("NeedsReview"),
    /** Denied or to be reviewed, and excepted by an AOTException that counts now. */
    TOLERATED("Tolerated"),
    APPROVED_WITH_CONDITIONS("ApprovedWithConditions"),
    APPROVED("Approved"),
    /** Of a scope or an ecosystem that the policy does not speak of. */
    IGNORED("Ignored");

    private final String label;

    LibraryVerdict(String label) {
        this.label = label;
    }

    /** As written in policies, status and reports. */
    public String label() {
        return label;
    }

    boolean isOffence() {
        return this == DENIED || this == NEEDS_REVIEW;
    }
}
