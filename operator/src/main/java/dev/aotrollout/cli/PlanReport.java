package dev.aotrollout.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code plan -o json} prints. */
record PlanReport(
        String name,
        @Nullable Long expectedSeconds,
        List<Step> steps,
        double aotErrorsToPass,
        @Nullable Pods memoryPods,
        int aotStartsForStartup) {

    /** One step; {@code expectedSeconds} is absent where its evidence cannot be had before the deadline. */
    record Step(
            int step,
            int weight,
            int aotPods,
            long soakSeconds,
            @Nullable Long expectedSeconds,
            String waitsFor,
            double aotRequestsPerSecond,
            List<Caught> regressions,
            List<Caught> slowRegressions) {
        static Step of(Forecast.StepForecast step) {
            return new Step(
                    step.number(),
                    step.weight(),
                    step.aotPods(),
                    step.soakSeconds(),
                    step.inTime() ? Math.round(step.seconds()) : null,
                    step.waitsFor(),
                    step.aotRequestsPerSecond(),
                    step.catches().stream()
                            .filter(caught -> Double.isFinite(caught.seconds()))
                            .map(Caught::of)
                            .toList(),
                    step.slowCatches().stream()
                            .filter(caught -> Double.isFinite(caught.seconds()))
                            .map(Caught::of)
                            .toList());
        }
    }

    /** A regression that is caught at all: {@code times} is 2x, 3x, 5x, 10x or all; {@code seconds} until weight 0, {@code budgetPercent} spent by then. */
    record Caught(String times, long seconds, double budgetPercent) {
        static Caught of(Forecast.Catch caught) {
            var times = caught.ratio() == 0 ? "all" : caught.ratio() + "x";
            return new Caught(times, Math.round(caught.seconds()), caught.budgetPercent());
        }
    }

    /** Pods of each track that show a true gain of ten points more than asked for, by coefficient of variation of their memory. */
    record Pods(double requiredGainPercent, double trueGainPercent, int at3Percent, int at8Percent, int at15Percent) {}
}
