package dev.aotrollout.governance;

import java.time.Instant;
import java.util.Map;

/**
 * The evidence of one run, in short.
 *
 * @param promoted else it was rolled back
 * @param figures those that were measured
 * @param monthlySaving by ISO 4217 code of the currency; empty where no price is known
 */
public record WavePack(
        String name,
        String revision,
        boolean promoted,
        Instant started,
        Instant ended,
        Map<WaveFigure, Double> figures,
        Map<String, Double> monthlySaving) {
    public WavePack {
        figures = Map.copyOf(figures);
        monthlySaving = Map.copyOf(monthlySaving);
    }
}
