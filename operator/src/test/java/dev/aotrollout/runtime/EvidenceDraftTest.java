package dev.aotrollout.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.api.AotEvidencePack;
import dev.aotrollout.api.AotEvidencePackSpec;
import dev.aotrollout.api.AotRollout;
import dev.aotrollout.api.AotRolloutStatus;
import dev.aotrollout.api.AotRolloutStatus.FindingStatus;
import dev.aotrollout.api.EvidenceSpec;
import dev.aotrollout.decision.EndedRun;
import dev.aotrollout.decision.Outcome;
import dev.aotrollout.decision.RolloutState;
import dev.aotrollout.decision.StepRecord;
import dev.aotrollout.evidence.EvidenceDocument;
import dev.aotrollout.evidence.EvidenceJson;
import dev.aotrollout.evidence.EvidenceSchema;
import dev.aotrollout.evidence.Headline;
import dev.aotrollout.governance.Density;
import dev.aotrollout.governance.EconomicsFootprint;
import dev.aotrollout.governance.EconomicsMoney;
import dev.aotrollout.governance.EconomicsOutcome;
import dev.aotrollout.governance.EconomicsStage;
import dev.aotrollout.judge.Budget;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.judge.Reason;
import dev.aotrollout.observe.Frame;
import dev.aotrollout.observe.PastBudget;
import dev.aotrollout.observe.QueryResult;
import dev.aotrollout.observe.Sample;
import dev.aotrollout.observe.SeriesAnswer;
import dev.aotrollout.observe.SeriesQuestion;
import dev.aotrollout.observe.SeriesReader;
import dev.aotrollout.observe.TimeSeries;
import dev.aotrollout.observe.TrackPods;
import dev.aotrollout.observe.Tracks;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvidenceDraftTest {
    private static final Instant STARTED = Instant.parse("2026-11-03T08:00:00Z");
    private static final Instant ENDED = STARTED.plus(Duration.ofHours(24));
    private static final Frame FRAME = new Frame(STARTED, ENDED);

    private static AotRollout rollout() {
        var rollout =
                Serialization.unmarshal(ShopManifests.rollout("checkout", "http://prometheus:9090"), AotRollout.class);
        rollout.setMetadata(new ObjectMetaBuilder(rollout.getMetadata())
                .withNamespace("shop")
                .withUid("7d1f3c52-0f5e-4a49-9a4c-2b1d4be0c7aa")
                .withGeneration(4L)
                .build());
        return rollout;
    }

    private static EndedRun run(Outcome outcome) {
        var tally = new StepRecord.Tally(1_000_000, 900, 1_200_000, 1000, 0.1);
        var step = new StepRecord(0, 10, STARTED, STARTED.plusSeconds(10), ENDED, new Reading.Known<>(tally, ENDED));
        var unmeasured = new StepRecord(
                1, 50, RolloutState.NOT_YET, RolloutState.NOT_YET, ENDED, new Reading.Missing<>("never asked for"));
        var reason = outcome == Outcome.PROMOTED ? Reason.Promoted : Reason.ErrorsRegressed;
        return new EndedRun(
                "7f3a9c21",
                outcome,
                STARTED,
                new RolloutState.Ending(reason, "so it ended", ENDED),
                100,
                0.3,
                List.of(step, unmeasured));
    }

    private static FindingStatus finding(String guard, String verdict, double ratio) {
        return new FindingStatus(
                guard,
                verdict,
                "Enforce",
                "AsExpected",
                guard + " is as it is",
                "bytes",
                2.0,
                2 * ratio,
                ratio,
                ratio - 0.02,
                ratio + 0.02,
                0.8,
                20L,
                null);
    }

    private static EvidenceCase given(Outcome outcome, boolean remembered) {
        var status = new AotRolloutStatus(
                4L,
                "Promoted",
                "3/3",
                100,
                "100",
                "so it ended",
                null,
                null,
                List.of(finding("memory", "Pass", 0.46), finding("startup", "Pass", 0.19)),
                null,
                null,
                null,
                null,
                null,
                List.of(
                        new AotRolloutStatus.Transition(ENDED.toString(), "Promoted", 100, "so it ended"),
                        new AotRolloutStatus.Transition(STARTED.plusSeconds(9).toString(), "WeightShifted", 10, "10 %"),
                        new AotRolloutStatus.Transition(STARTED.minusSeconds(9).toString(), "Aborted", 0, "earlier")),
                ENDED.toString(),
                null);
        return new EvidenceCase(
                rollout(), run(outcome), status, remembered, Optional.empty(), Optional.empty(), economics());
    }

    private static EconomicsOutcome economics() {
        var jit = new EconomicsFootprint(
                EconomicsStage.JIT_AS_REQUESTED, 20, 0.25, 256e6, 31, Density.Binding.MEMORY, 2, 0.7);
        var aot = new EconomicsFootprint(EconomicsStage.AOT_REALISED, 20, 0.25, 128e6, 31, Density.Binding.CPU, 1, 0.4);
        var saved = new EconomicsMoney(EconomicsStage.AOT_REALISED, "EUR", 100, 30, 0);
        return new EconomicsOutcome(List.of(jit, aot), List.of(saved), List.of(), List.of("nodes have 8 cores"));
    }

    @Test
    void whatIsSavedIsInTheFigures() {
        var document = document();
        assertThat(document.economics().binding()).isEqualTo("CPU");
        assertThat(document.economics().jit().monthlyCost()).isNull();
        assertThat(document.economics().assumptions())
                .containsExactly("nodes have 8 cores", "AOT is taken as realised");
        var figures = Headline.of(document).figures();
        assertThat(figures.monthlySaving()).isEqualTo(30);
        assertThat(figures.currency()).isEqualTo("EUR");
    }

    private static List<SeriesQuestion> questions() {
        var tracks = new Tracks(
                "shop",
                "app",
                new TrackPods("checkout", "checkout", List.of()),
                new TrackPods("checkout-aot", "checkout-aot", List.of()));
        return SeriesReader.questions(MetricsQuestions.of(rollout().getSpec(), tracks, STARTED), FRAME);
    }

    /** Twenty pods a track, each for the whole day, with noise in every digit that is kept. */
    private static SeriesAnswer answer(SeriesQuestion question, SplittableRandom random) {
        var byPod = question.label().equals("pod");
        var names = IntStream.range(0, byPod ? 20 : question.label().isEmpty() ? 1 : 8)
                .mapToObj(i -> byPod ? "checkout-%s-6bd9f7c4d5-bcdf%d".formatted(question.track(), i) : "/route/" + i)
                .toList();
        var points = question.promql().endsWith("ms]") ? ENDED : STARTED;
        var rows = new ArrayList<TimeSeries>();
        for (var name : names) {
            var samples = new ArrayList<Sample>();
            var step = FRAME.step();
            for (var at = STARTED; !at.isAfter(points); at = at.plus(step))
                samples.add(new Sample(at, 1e8 * (0.5 + random.nextDouble())));
            rows.add(new TimeSeries(question.label().isEmpty() ? Map.of() : Map.of(question.label(), name), samples));
        }
        return new SeriesAnswer(question, new QueryResult.Series(rows));
    }

    private static EvidenceFacts facts(List<SeriesAnswer> answers, List<String> troubles) {
        return new EvidenceFacts(
                Optional.of(new EvidenceDocument.Link("checkout-00000000", "sha256:" + "0".repeat(64))),
                FRAME,
                "prometheus:9090",
                answers,
                new PastBudget(new Reading.Known<>(new Budget(1000, 97.5), STARTED), Map.of("up", STARTED)),
                List.of(),
                List.of(),
                List.of(),
                troubles);
    }

    private static List<SeriesAnswer> answers() {
        var random = new SplittableRandom(20);
        return questions().stream().map(question -> answer(question, random)).toList();
    }

    private static EvidenceDocument document() {
        return EvidenceDraft.write(given(Outcome.PROMOTED, true), facts(answers(), List.of()));
    }

    @Test
    void aDayOfTwentyPodsStaysUnder512KibCompressed() {
        var bytes = EvidenceJson.write(document());
        EvidenceSchema.assertValid(new String(bytes, StandardCharsets.UTF_8));
        var compressed = EvidenceJson.compress(bytes);
        System.out.printf(
                "pack of 24 h with 20 pods a track: %d bytes, %d compressed%n", bytes.length, compressed.length);
        assertThat(compressed).hasSizeLessThan(512 * 1024);
    }

    @Test
    void theSameCaseGivesTheSameBytes() {
        assertThat(EvidenceJson.compress(EvidenceJson.write(document())))
                .isEqualTo(EvidenceJson.compress(EvidenceJson.write(document())));
    }

    @Test
    void figuresComeFromGuardsStepsAndAnswers() {
        var document = document();
        assertThat(document.memory().gain().percent()).isEqualTo(54.0);
        assertThat(document.memory().gain().shown()).isTrue();
        assertThat(document.memory().pods()).hasSize(40);
        assertThat(document.course().totals().aotRequests()).isEqualTo(1_200_000);
        assertThat(document.course().taken().get(1).unmeasured()).isEqualTo("never asked for");
        assertThat(document.course().transitions())
                .extracting(t -> t.reason())
                .containsExactly("WeightShifted", "Promoted");
        assertThat(document.budget().remainingAtStartPercent()).isEqualTo(97.5);
        assertThat(document.failures().routes()).hasSize(8);
        assertThat(document.series()).allSatisfy(one -> assertThat(one.values()).hasSizeLessThanOrEqualTo(120));
        assertThat(document.conclusion().verdict()).isEqualTo("Passed");
        assertThat(document.sources().queries())
                .allSatisfy(query -> assertThat(query.promql()).isNotEmpty());
    }

    @Test
    void withoutPrometheusThereIsADocumentThatSaysSo() {
        var refused = questions().stream()
                .map(question ->
                        new SeriesAnswer(question, new QueryResult.Unavailable("HTTP 422 too many samples", true)))
                .toList();
        var document = EvidenceDraft.write(given(Outcome.PROMOTED, true), facts(refused, List.of("not signed: why")));
        EvidenceSchema.assertValid(new String(EvidenceJson.write(document), StandardCharsets.UTF_8));
        assertThat(document.conclusion().verdict()).isEqualTo("Warned");
        assertThat(document.quality().complete()).isFalse();
        assertThat(document.quality().remarks())
                .contains("not signed: why", "working set of each pod of aot is not known: HTTP 422 too many samples");
        assertThat(document.memory().pods()).isEmpty();
        assertThat(document.memory().gain().percent()).isEqualTo(54.0);
        assertThat(document.sources().queries().getFirst().trouble()).contains("422");
    }

    @Test
    void aServiceWithoutSeriesIsSaidToHaveNone() {
        var empty = questions().stream()
                .map(question -> new SeriesAnswer(question, new QueryResult.Series(List.of())))
                .toList();
        var document = EvidenceDraft.write(given(Outcome.PROMOTED, true), facts(empty, List.of()));
        assertThat(document.quality().remarks())
                .contains("Prometheus has no series for requests of aot within the run");
    }

    @Test
    void whatTheNextRunSaysIsNotTakenForThisOne() {
        var document = EvidenceDraft.write(given(Outcome.ROLLED_BACK, false), facts(answers(), List.of()));
        assertThat(document.guards()).isEmpty();
        assertThat(document.conclusion().verdict()).isEqualTo("Failed");
        assertThat(document.quality().remarks())
                .anyMatch(remark -> remark.contains("what the guards said last is lost"));
        assertThat(document.memory().pods()).isNotEmpty();
    }

    @Test
    void aSeriesWithHolesIsAGap() {
        var question = questions().getFirst();
        var samples = List.of(
                new Sample(STARTED, 1), new Sample(STARTED.plus(FRAME.step().multipliedBy(9)), 2));
        var holes = new SeriesAnswer(
                question, new QueryResult.Series(List.of(new TimeSeries(Map.of("pod", "checkout-1"), samples))));
        var document = EvidenceDraft.write(given(Outcome.PROMOTED, true), facts(List.of(holes), List.of()));
        assertThat(document.quality().gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.missing() + "/" + gap.points()).isEqualTo("8/10"));
        assertThat(document.series().getFirst().values())
                .containsSequence(1.0, null)
                .endsWith(2.0);
    }

    private static AotEvidencePack pack(int daysAgo) {
        var pack = new AotEvidencePack();
        pack.getMetadata().setName("checkout-" + daysAgo);
        pack.setSpec(new AotEvidencePackSpec(
                null,
                "",
                "",
                "",
                "",
                "",
                "",
                ENDED.minus(Duration.ofDays(daysAgo)).toString(),
                null,
                null,
                "",
                null,
                null));
        return pack;
    }

    @Test
    void retentionTakesTheOldestAndNeverTheNewest() {
        var packs = IntStream.of(40, 30, 20, 10, 5)
                .mapToObj(EvidenceDraftTest::pack)
                .toList();
        assertThat(expired(packs, 10, 365)).isEmpty();
        assertThat(expired(packs, 3, 365)).containsExactly("checkout-40", "checkout-30");
        assertThat(expired(packs, 10, 25)).containsExactly("checkout-40", "checkout-30");
        assertThat(expired(packs, 1, 1)).hasSize(4).doesNotContain("checkout-5");
        assertThat(expired(List.of(pack(500)), 1, 1)).isEmpty();
        assertThat(expired(List.of(), 1, 1)).isEmpty();
    }

    private static List<String> expired(List<AotEvidencePack> packs, int keepPacks, int keepDays) {
        return EvidenceFiling.expired(packs, new EvidenceSpec(null, keepPacks, keepDays), ENDED).stream()
                .map(pack -> pack.getMetadata().getName())
                .toList();
    }
}
