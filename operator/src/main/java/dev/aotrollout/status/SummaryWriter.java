package dev.aotrollout.status;

import dev.aotrollout.api.AotRolloutStatus.Summary;
import dev.aotrollout.decision.Decision;
import dev.aotrollout.decision.Moments;
import dev.aotrollout.decision.Outlook;
import dev.aotrollout.judge.Budget;
import dev.aotrollout.judge.Figures;
import dev.aotrollout.judge.GuardName;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.judge.Reason;
import dev.aotrollout.judge.Text;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The short texts of {@code kubectl get}. */
final class SummaryWriter {
    private SummaryWriter() {}

    /** A finished rollout keeps the figures of {@code before}. */
    static Summary write(Outlook outlook, @Nullable Summary before) {
        if (outlook.seen().findings().isEmpty() && before != null)
            return new Summary(before.budget(), before.errors(), before.memory(), before.startup(), reason(outlook));
        return new Summary(
                budget(outlook),
                figures(outlook, GuardName.ERRORS).map(SummaryWriter::errors).orElse(null),
                ratio(outlook, GuardName.MEMORY).map(SummaryWriter::change).orElse(null),
                ratio(outlook, GuardName.STARTUP).map(SummaryWriter::change).orElse(null),
                reason(outlook));
    }

    /** Without an error on either track there is no ratio. */
    private static String errors(Figures figures) {
        return switch (figures) {
            case Figures.None() -> "";
            case Figures.Measured measured -> Text.trimmed(100 * measured.value()) + "%";
            case Figures.Compared(var _, var _, var _, var ratio, var _, var _) ->
                "x" + Text.times(ratio.estimate()) + " [" + Text.times(ratio.low()) + "," + Text.times(ratio.high())
                        + "]";
        };
    }

    private static String change(Figures.Compared compared) {
        return Text.change(compared.ratio()).replace(" ", "").replace("%[", "% [");
    }

    private static @Nullable String budget(Outlook outlook) {
        return outlook.seen().evidence().budget() instanceof Reading.Known<Budget>(var budget, var _)
                ? Text.trimmed(budget.remainingPercent()) + "%"
                : null;
    }

    private static Optional<Figures.Compared> ratio(Outlook outlook, GuardName guard) {
        return figures(outlook, guard)
                .filter(Figures.Compared.class::isInstance)
                .map(Figures.Compared.class::cast);
    }

    private static Optional<Figures> figures(Outlook outlook, GuardName guard) {
        for (var finding : outlook.seen().findings())
            if (finding.guard() == guard) return Optional.of(finding.figures());
        return Optional.empty();
    }

    private static String reason(Outlook outlook) {
        var decision = outlook.decision();
        if (!(decision instanceof Decision.Wait) || decision.reason() != Reason.SoakWaits)
            return decision.reason().name();
        var state = outlook.after();
        var soak = outlook.plan().step(state.step()).soak();
        var soaked = state.isServed()
                ? Duration.between(state.clock().served(), outlook.seen().now())
                : Duration.ZERO;
        return "SoakWaits " + Moments.text(coarse(soaked, soak)) + "/" + Moments.text(soak);
    }

    /** Whole minutes of a long soak, so that the column does not make a write of every second. */
    private static Duration coarse(Duration soaked, Duration soak) {
        return soak.compareTo(Duration.ofMinutes(5)) > 0
                ? Duration.ofMinutes(soaked.toMinutes())
                : Duration.ofSeconds(soaked.toSeconds());
    }
}
