package dev.aotrollout.examples.demo.report;

import static dev.aotrollout.examples.demo.load.Samples.START;
import static dev.aotrollout.examples.demo.load.Samples.answered;
import static dev.aotrollout.examples.demo.load.Samples.steady;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aotrollout.examples.demo.cluster.ExpectedEnding;
import dev.aotrollout.examples.demo.cluster.RolloutSnapshot;
import dev.aotrollout.examples.demo.cluster.StoryLine;
import dev.aotrollout.examples.demo.load.Track;
import dev.aotrollout.examples.demo.load.WeightAsked;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final RolloutSnapshot BACK = new RolloutSnapshot(
            "RolledBack", "1/4", 0, "ErrorsRegressed", "AOT errors 11x JIT", List.of(), Set.of("errors"));
    private static final List<WeightAsked> WEIGHTS = List.of(
            new WeightAsked(START, 0),
            new WeightAsked(START.plusSeconds(5), 10),
            new WeightAsked(START.plusSeconds(12), 0));

    private static RunResult rolledBack() {
        var samples = new ArrayList<>(steady(0, 5, 0));
        samples.addAll(steady(5, 7, 1));
        samples.add(answered(9000, 500, Track.AOT));
        samples.addAll(steady(12, 5, 0));
        return RunResult.of(
                "Faulty AOT build (errors)",
                new RunResult.Verdict(ExpectedEnding.ROLLED_BACK, true, BACK),
                START,
                new RunResult.Records(samples, WEIGHTS, List.of(new StoryLine(START, BACK))),
                new RunResult.Pods(
                        new TrackFigures(List.of(4.0, 5.0, 3.0), List.of(1.0, 2.0)),
                        new TrackFigures(List.of(100.0), List.of())));
    }

    @Test
    void tellsEndingFailuresReactionWeightsAndFigures() {
        assertThat(TextReport.write(List.of(rolledBack()))).isEqualTo("""
            Faulty AOT build (errors)
            -------------------------
              Ending          RolledBack ErrorsRegressed after 17.0 s; as expected
                              AOT errors 11x JIT
              Requests        1 701, 1 failed
              Failures        500: 1; by track AOT: 1; 0.0 s from the first to the last, 0.0 s of those by AOT
              Reaction        3.0 s from the first failing response to weight 0
              Weights asked   0 % at 0:00, 10 % at 0:05, 0 % at 0:12
              Weights served  asked   0 %, served   0.0 % of    374 requests (99.9 % interval 0.0 .. 2.8) ok
                              asked  10 %, served  10.3 % of    575 requests (99.9 % interval 6.8 .. 15.2) ok
                              asked   0 %, served   0.0 % of    399 requests (99.9 % interval 0.0 .. 2.6) ok
              Startup         JIT 4.0 s (median of 3 pods), AOT 1.5 s (median of 2 pods), ratio x0.38
              Memory per pod  JIT 100.0 MiB (median of 1 pods), AOT no pod, ratio -
              Latency JIT     p50 10 ms, p95 10 ms, p99 10 ms, longest 10 ms
              Latency AOT     p50 10 ms, p95 10 ms, p99 10 ms, longest 10 ms
              Load generator  at most 1 ms behind its schedule

            """);
    }

    @Test
    void saysClearlyThatAnEndingDidNotCome() {
        var result = RunResult.of(
                "Healthy AOT build",
                new RunResult.Verdict(ExpectedEnding.RETIRED, false, RolloutSnapshot.NONE),
                START,
                new RunResult.Records(List.of(), List.of(), List.of()),
                new RunResult.Pods(new TrackFigures(List.of(), List.of()), new TrackFigures(List.of(), List.of())));
        assertThat(TextReport.write(List.of(result)))
                .contains("NOT as expected (promoted, JIT retired after its standby)");
    }

    @Test
    void writesTheSameAsJson() throws Exception {
        var json = new ObjectMapper()
                .readTree(JsonReport.write(List.of(rolledBack())))
                .path(0);
        assertThat(json.path("reached").asBoolean()).isTrue();
        assertThat(json.path("reason").asText()).isEqualTo("ErrorsRegressed");
        assertThat(json.at("/load/failuresByTrack/AOT").asInt()).isEqualTo(1);
        assertThat(json.at("/reaction/toWeightZeroSeconds").asDouble()).isEqualTo(2.99);
        assertThat(json.at("/weights/1/askedPercent").asInt()).isEqualTo(10);
        assertThat(json.at("/startupSeconds/ratio").asDouble()).isEqualTo(0.375);
        assertThat(json.path("memoryMebibytes").has("ratio")).isFalse();
        assertThat(json.at("/story/0/phase").asText()).isEqualTo("RolledBack");
    }

    @Test
    void countsTheReactionFromTheFirstAotAnswerWhereNothingFailed() {
        // When
        var reaction = Reaction.of(steady(5, 7, 1), WEIGHTS);
        // Then
        assertThat(reaction.sign()).isEqualTo(Reaction.Sign.AOT_ANSWER);
        assertThat(reaction.toWeightZero()).isEqualTo(Duration.ofMillis(6990));
    }

    @Test
    void doesNotBlameAotForWhatFailedBeforeItAnswered() {
        // Given
        var samples = new ArrayList<>(steady(5, 7, 1));
        samples.add(answered(1000, 503, Track.UNKNOWN));
        // When
        var reaction = Reaction.of(samples, WEIGHTS);
        // Then
        assertThat(reaction.sign()).isEqualTo(Reaction.Sign.AOT_ANSWER);
    }

    @Test
    void knowsNoReactionWithoutAWayBack() {
        assertThat(Reaction.of(steady(5, 7, 1), WEIGHTS.subList(0, 2)).sign()).isEqualTo(Reaction.Sign.NONE);
    }

    @Test
    void takesTheMeanOfTheTwoInTheMiddleAsMedian() {
        assertThat(TrackFigures.median(List.of(9.0, 1.0, 3.0, 4.0))).hasValue(3.5);
        assertThat(TrackFigures.median(List.of())).isEmpty();
    }
}
