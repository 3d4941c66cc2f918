package dev.aotrollout.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aotrollout.evidence.EvidenceDocument.Link;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an AOTEvidencePack says of its document, in the fields of its spec: nothing in it is said by the resource alone, so a changed
 * resource is found out.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Headline(
        Rollout rollout,
        String revision,
        String outcome,
        String reason,
        String message,
        String verdict,
        String startedAt,
        String endedAt,
        Figures figures,
        Summary summary,
        @Nullable Link previous) {
    /** Whose run. */
    public record Rollout(String name, String uid, long generation) {}

    /** As in {@code spec.figures}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Figures(
            @Nullable Double memoryGainPercent,
            @Nullable Boolean memoryGainShown,
            @Nullable Double startupGainPercent,
            @Nullable Boolean startupGainShown,
            @Nullable Double attributedSpendPercent,
            long aotRequests,
            long aotErrors,
            int oomKills,
            int restarts,
            @Nullable Double monthlySaving,
            @Nullable String currency) {}

    /** For the columns of kubectl. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Summary(@Nullable String memory, @Nullable String startup, String spent) {}

    /** Of {@code document}. */
    public static Headline of(EvidenceDocument document) {
        var subject = document.subject();
        var conclusion = document.conclusion();
        var spent = document.budget().attributedPercent();
        return new Headline(
                new Rollout(subject.rollout(), subject.uid(), subject.generation()),
                subject.revision(),
                conclusion.outcome(),
                conclusion.reason(),
                conclusion.message(),
                conclusion.verdict(),
                conclusion.startedAt(),
                conclusion.endedAt(),
                figures(document),
                new Summary(
                        text(document.memory().gain()),
                        text(document.startup().gain()),
                        String.format(Locale.ROOT, "%.2f%%", spent)),
                document.previous());
    }

    private static Figures figures(EvidenceDocument document) {
        var memory = document.memory().gain();
        var startup = document.startup().gain();
        var economics = document.economics();
        var totals = document.course().totals();
        return new Figures(
                memory.percent(),
                memory.shown(),
                startup.percent(),
                startup.shown(),
                document.budget().attributedPercent(),
                totals.aotRequests(),
                totals.aotErrors(),
                document.failures().oomKills(),
                document.failures().restarts(),
                economics == null ? null : economics.allocatedSaving(),
                economics == null ? null : economics.currency());
    }

    /** {@code -54% [-56,-52]}. */
    private static @Nullable String text(Gain gain) {
        var ratio = gain.ratio();
        if (ratio == null || ratio.estimate() == null) return null;
        var estimate = percent(ratio.estimate());
        return ratio.low() == null || ratio.high() == null
                ? estimate + "%"
                : "%s%% [%s,%s]".formatted(estimate, percent(ratio.low()), percent(ratio.high()));
    }

    private static String percent(double ratio) {
        return String.format(Locale.ROOT, "%+d", Math.round(100 * (ratio - 1)));
    }
}
