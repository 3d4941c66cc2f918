package dev.aotrollout.cli;

import dev.aotrollout.api.AotRolloutStatus.FindingStatus;
import dev.aotrollout.judge.Figures;
import dev.aotrollout.judge.Finding;
import dev.aotrollout.judge.GuardName;
import dev.aotrollout.judge.Mode;
import dev.aotrollout.judge.Reason;
import dev.aotrollout.judge.Verdict;
import java.util.Arrays;
import java.util.Locale;

/** From a recorded finding back to the judge's; its figures do not decide. */
final class FindingReader {
    private FindingReader() {}

    static Finding read(FindingStatus status) {
        return new Finding(
                Arrays.stream(GuardName.values())
                        .filter(guard -> guard.label().equals(status.guard()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no guard " + status.guard())),
                mode(status.mode()),
                Verdict.valueOf(status.verdict().toUpperCase(Locale.ROOT)),
                Reason.valueOf(status.reason()),
                status.message(),
                Figures.NONE);
    }

    private static Mode mode(String written) {
        return switch (written) {
            case "Observe" -> Mode.OBSERVE;
            case "EnforceWhenKnown" -> Mode.ENFORCE_WHEN_KNOWN;
            default -> Mode.ENFORCE;
        };
    }
}
