package dev.aotrollout.status;

import static dev.aotrollout.decision.RolloutState.NOT_YET;

import dev.aotrollout.api.AotRolloutStatus.Run;
import dev.aotrollout.decision.Promotion;
import dev.aotrollout.decision.RolloutState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From the core's memory to the recorded status; the inverse of {@code intake.StateReader}. */
final class RunWriter {
    private RunWriter() {}

    static Run write(RolloutState state) {
        var ended = !state.ending().at().equals(NOT_YET);
        var handled = state.handled();
        var promoted = handled.promote() != Promotion.NONE;
        return new Run(
                state.revision(),
                state.outcome().name(),
                state.step(),
                text(state.clock().started()),
                text(state.clock().stepEntered()),
                text(state.clock().shifted()),
                text(state.clock().served()),
                text(state.clock().zeroServed()),
                text(state.ending().at()),
                ended ? state.ending().reason().name() : null,
                ended ? state.ending().message() : null,
                state.jit().capacity(),
                state.jit().retired(),
                state.spentPercent(),
                promoted ? handled.promote().name() : null,
                promoted ? handled.promoteStep() : null,
                handled.retry().isEmpty() ? null : handled.retry(),
                text(state.clock().approvalAsked()),
                HistoryWriter.steps(state.history().steps()),
                HistoryWriter.unfiled(state.history().unfiled()),
                HistoryWriter.rollback(state.history().lastRollback()));
    }

    static @Nullable String text(Instant instant) {
        return instant.equals(NOT_YET) ? null : instant.toString();
    }
}
