package dev.aotrollout.governance;

import java.util.Optional;

/** What each service of a wave must show in its evidence. */
public record WaveNeed(WaveFigure figure, Side side, double limit) {
    /** On which side of the limit it is well. */
    public enum Side {
        AT_LEAST,
        AT_MOST
    }

    /** Why {@code pack} does not show it. A figure that was not measured shows nothing. */
    Optional<String> shortfall(WaveKey key, WavePack pack) {
        var value = pack.figures().get(figure);
        if (value == null)
            return Optional.of("%s: %s was not measured, %s needed (evidence %s)"
                    .formatted(key, figure.label(), bound(), pack.name()));
        var well = side == Side.AT_LEAST ? value >= limit : value <= limit;
        return well
                ? Optional.empty()
                : Optional.of("%s: %s %s, %s needed (evidence %s)"
                        .formatted(key, figure.label(), figure.text(value), bound(), pack.name()));
    }

    private String bound() {
        return (side == Side.AT_LEAST ? "at least " : "at most ") + figure.text(limit);
    }
}
