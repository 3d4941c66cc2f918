package dev.aotrollout.examples.demo.report;

import dev.aotrollout.examples.demo.cluster.ExpectedEnding;
import dev.aotrollout.examples.demo.cluster.RolloutSnapshot;
import dev.aotrollout.examples.demo.cluster.StoryLine;
import dev.aotrollout.examples.demo.load.LoadReport;
import dev.aotrollout.examples.demo.load.Sample;
import dev.aotrollout.examples.demo.load.ServedWeights;
import dev.aotrollout.examples.demo.load.WeightAsked;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What one rollout under load showed.
 *
 * @param begun when the AOTRollout was created
 * @param startupSeconds of each pod
 * @param memoryMebibytes of each pod
 */
public record RunResult(
        String title,
        Verdict verdict,
        Instant begun,
        Duration took,
        List<WeightAsked> weights,
        List<StoryLine> story,
        LoadReport load,
        ServedWeights served,
        Reaction reaction,
        TrackFigures startupSeconds,
        TrackFigures memoryMebibytes) {

    /** How it should have ended, and how it did. */
    public record Verdict(ExpectedEnding expected, boolean reached, RolloutSnapshot last) {}

    /** What was recorded, not yet summed up. */
    public record Records(List<Sample> samples, List<WeightAsked> weights, List<StoryLine> story) {
        public Records {
            samples = List.copyOf(samples);
            weights = List.copyOf(weights);
            story = List.copyOf(story);
        }
    }

    /** Figures of the pods. */
    public record Pods(TrackFigures startupSeconds, TrackFigures memoryMebibytes) {}

    public RunResult {
        weights = List.copyOf(weights);
        story = List.copyOf(story);
    }

    /** Sums up a run that began at {@code begun} and is over now. */
    public static RunResult of(String title, Verdict verdict, Instant begun, Records records, Pods pods) {
        var end = records.samples().stream()
                .map(Sample::ended)
                .max(Instant::compareTo)
                .orElse(begun);
        return new RunResult(
                title,
                verdict,
                begun,
                Duration.between(begun, end),
                records.weights(),
                records.story(),
                LoadReport.of(records.samples()),
                ServedWeights.of(records.weights(), records.samples(), end),
                Reaction.of(records.samples(), records.weights()),
                pods.startupSeconds(),
                pods.memoryMebibytes());
    }
}
