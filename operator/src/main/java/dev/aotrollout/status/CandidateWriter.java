package dev.aotrollout.status;

import dev.aotrollout.api.CandidateStatus;
import dev.aotrollout.governance.Assessment;
import org.jspecify.annotations.Nullable;

/** From an assessment to the five checks as people read them. */
final class CandidateWriter {
    private CandidateWriter() {}

    static @Nullable CandidateStatus write(Assessment assessment) {
        return null;
    }
}
