package dev.aotrollout.status;

import dev.aotrollout.api.AotRolloutStatus.FindingStatus;
import dev.aotrollout.judge.Figures;
import dev.aotrollout.judge.Finding;
import dev.aotrollout.judge.Mode;
import dev.aotrollout.judge.Verdict;
import org.jspecify.annotations.Nullable;

/** From a finding to what users read of it. */
final class FindingWriter {
    /** More digits than anybody reads would only make a status differ from the one before. */
    private static final int DIGITS = 4;

    private FindingWriter() {}

    static FindingStatus write(Finding finding) {
        return switch (finding.figures()) {
            case Figures.None() -> status(finding, null, null, null, null);
            case Figures.Measured measured -> status(finding, measured.unit(), null, measured, null);
            case Figures.Compared compared -> status(finding, compared.unit(), compared, null, compared.samples());
        };
    }

    private static FindingStatus status(
            Finding finding,
            @Nullable String unit,
            Figures.@Nullable Compared compared,
            Figures.@Nullable Measured measured,
            @Nullable Long samples) {
        var ratio = compared == null ? null : compared.ratio();
        return new FindingStatus(
                finding.guard().label(),
                verdict(finding.verdict()),
                mode(finding.mode()),
                finding.reason().name(),
                finding.message(),
                unit,
                compared == null ? null : rounded(compared.jit()),
                compared != null ? rounded(compared.aot()) : measured == null ? null : rounded(measured.value()),
                ratio == null ? null : rounded(ratio.estimate()),
                ratio == null ? null : rounded(ratio.low()),
                ratio == null ? null : rounded(ratio.high()),
                compared != null ? rounded(compared.limit()) : measured == null ? null : rounded(measured.limit()),
                measured == null ? samples : Long.valueOf(measured.samples()),
                finding.details().isEmpty() ? null : finding.details());
    }

    private static String mode(Mode mode) {
        return switch (mode) {
            case ENFORCE -> "Enforce";
            case ENFORCE_WHEN_KNOWN -> "EnforceWhenKnown";
            case OBSERVE -> "Observe";
        };
    }

    static String verdict(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "Pass";
            case FAIL -> "Fail";
            case UNKNOWN -> "Unknown";
        };
    }

    /** JSON has no infinity. */
    private static @Nullable Double rounded(double value) {
        if (!Double.isFinite(value)) return null;
        if (value == 0) return 0.0;
        var decimals = DIGITS - 1 - (int) Math.floor(Math.log10(Math.abs(value)));
        var scale = Math.pow(10, Math.abs(decimals));
        return decimals >= 0 ? Math.rint(value * scale) / scale : Math.rint(value / scale) * scale;
    }
}
