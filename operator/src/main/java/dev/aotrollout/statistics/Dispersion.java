package dev.aotrollout.statistics;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Pearson's chi-square over counts that should differ by chance only: how much more do cells vary that share one rate?
 *
 * @param statistic sum of (observed - expected)^2 / expected
 * @param degrees of freedom: cells less blocks; 0 where nothing could be compared
 */
public record Dispersion(double statistic, double degrees) {
    /** Below this expected count Pearson's statistic is not chi-square distributed; neighbours are pooled until they reach it. */
    private static final double LEAST_EXPECTED = 1;

    /** Events of one kind during an exposure (requests, pod-seconds), both at least 0. */
    public record Cell(double events, double exposure) {
        public Cell {
            Inputs.notNegative(events, "events");
            Inputs.notNegative(exposure, "exposure");
        }
    }

    /** Of no block. */
    public static final Dispersion NONE = new Dispersion(0, 0);

    /**
     * Cells of the same block share one rate, such as equal pods in the same minute; blocks may have any. Neighbouring cells of a
     * block with fewer than 1 event expected count as one, and a block that has fewer than two cells then says nothing.
     */
    public static Dispersion of(List<List<Cell>> blocks) {
        var all = NONE;
        for (var block : blocks) all = all.and(block);
        return all;
    }

    /** With one more block. */
    public Dispersion and(List<Cell> block) {
        var events = 0.0;
        var exposure = 0.0;
        for (var cell : block) {
            events += cell.events;
            exposure += cell.exposure;
        }
        if (events == 0 || exposure == 0) return this;
        var cells = pooled(block, LEAST_EXPECTED * exposure / events);
        var sum = statistic;
        for (var cell : cells) {
            var expected = cell.exposure * events / exposure;
            sum += (cell.events - expected) * (cell.events - expected) / expected;
        }
        return new Dispersion(sum, degrees + cells.size() - 1);
    }

    /** The variance as a multiple of that of independent events, where it is larger than chance explains; else 1. */
    public double factor(double confidence) {
        Inputs.probability(confidence, "confidence");
        if (degrees == 0 || statistic <= degrees) return 1;
        var chance = ChiSquaredDistribution.of(degrees).survivalProbability(statistic);
        return chance < 1 - confidence ? statistic / degrees : 1;
    }

    private static List<Cell> pooled(List<Cell> cells, double leastExposure) {
        var pooled = new ArrayList<Cell>();
        var open = new Cell(0, 0);
        for (var cell : cells) {
            open = together(open, cell);
            if (open.exposure < leastExposure) continue;
            pooled.add(open);
            open = new Cell(0, 0);
        }
        // What is left over is too little for a cell of its own.
        var last = pooled.isEmpty() ? open : together(pooled.removeLast(), open);
        pooled.add(last);
        return pooled;
    }

    private static Cell together(Cell one, Cell other) {
        return new Cell(one.events + other.events, one.exposure + other.exposure);
    }
}
