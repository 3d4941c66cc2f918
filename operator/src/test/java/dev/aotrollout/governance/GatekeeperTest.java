package dev.aotrollout.governance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.decision.History;
import dev.aotrollout.decision.TrackFacts;
import dev.aotrollout.decision.WaveSlot;
import dev.aotrollout.governance.Declaration.Readiness;
import dev.aotrollout.governance.Declaration.TestResult;
import dev.aotrollout.governance.EconomicsClaims.Claim;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.judge.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the five checks, the rubric and the exceptions object to. */
class GatekeeperTest {
    private static DynamicTest row(String sentence, Consumer<Papers> change, String objections) {
        return DynamicTest.dynamicTest(sentence, () -> {
            var papers = new Papers();
            change.accept(papers);
            assertThat(objections(papers)).isEqualTo(objections);
        });
    }

    private static String objections(Papers papers) {
        return papers.assess().admission().objections().stream()
                .map(objection -> objection.reason().name())
                .collect(Collectors.joining(" "));
    }

    private static Consumer<Papers> begun(Consumer<Papers> change) {
        return papers -> change.accept(papers.begun());
    }

    @TestFactory
    Stream<DynamicTest> beforeTheStart() {
        return Stream.of(
                row("a service that shows everything may begin", _ -> {}, ""),
                row(
                        "a rubric that does not exist refuses",
                        p -> p.rubric = new RubricFacts.Missing("standard"),
                        "RubricMissing"),
                row(
                        "no to all three questions means JIT",
                        p -> p.claims = new EconomicsClaims(Claim.NO, Claim.NO, Claim.NO),
                        "EconomicsUnjustified ScoreTooLow"),
                row(
                        "what cannot be measured does not pass",
                        p -> p.claims = new EconomicsClaims(Claim.NO, Claim.MEASURED, Claim.NO),
                        "EconomicsUnknown ScoreTooLow"),
                row(
                        "a denied library refuses, and is a hard stop",
                        p -> p.libraries = Papers.judged(Answer.FAILED, Answer.PASSED),
                        "LibraryDenied HardStop ScoreTooLow"),
                row(
                        "a library to be reviewed refuses",
                        p -> p.libraries = Papers.judged(Answer.UNKNOWN, Answer.PASSED),
                        "LibrariesNeedReview HardStop ScoreTooLow"),
                row(
                        "denied warnings of the build refuse",
                        p -> p.libraries = Papers.judged(Answer.PASSED, Answer.FAILED),
                        "BuildWarningsDenied"),
                row(
                        "no library policy refuses",
                        p -> p.libraries = new LibraryFacts.NotAsked(),
                        "LibraryPolicyMissing HardStop ScoreTooLow"),
                row(
                        "a bill for another image refuses",
                        p -> p.libraries = new LibraryFacts.Stale("was made for another"),
                        "EvidenceStale HardStop ScoreTooLow"),
                row(
                        "a serialization test that was not run only counts in the score",
                        p -> p.serialization = TestResult.NOT_RUN,
                        ""),
                row(
                        "a failed serialization test refuses always",
                        p -> p.serialization = TestResult.FAILED,
                        "SerializationFailed"),
                row(
                        "JIT that is not fully ready refuses",
                        p -> p.jit = new TrackFacts(true, 4, 3, true, ""),
                        "TracksUnready"),
                row(
                        "a route that cannot be weighted refuses",
                        p -> p.routeProblems = List.of("no route is there"),
                        "RouteUncontrollable"),
                row(
                        "a drill that is a hard stop must have been done",
                        p -> p.drilled = new Day.Unset(),
                        "RollbackUndrilled HardStop"),
                row(
                        "a drill of last year does not count",
                        p -> p.drilled = Day.parse("2025-11-01"),
                        "RollbackUndrilled HardStop"),
                row(
                        "a rollback that was seen to arrive is a drill",
                        p -> {
                            p.drilled = new Day.Unset();
                            p.lastRollback = new History.LastRollback(Papers.NOW, 10, Papers.NOW);
                        },
                        ""),
                row(
                        "a rollback that nobody saw arrive is none",
                        p -> {
                            p.drilled = new Day.Unset();
                            p.lastRollback = new History.LastRollback(Papers.NOW, 10, Instant.MAX);
                        },
                        "RollbackUndrilled HardStop"),
                row(
                        "a baseline that is too short refuses",
                        p -> p.reach = new Reading.Known<>(Duration.ofMinutes(20), Papers.NOW),
                        "BaselineMissing"),
                row(
                        "a baseline that is not known refuses",
                        p -> p.reach = new Reading.Missing<>("timeout"),
                        "BaselineMissing"),
                row("nobody asks for a baseline that the spec does not", p -> p.baseline = Duration.ZERO, ""));
    }

    @TestFactory
    Stream<DynamicTest> whoStandsForIt() {
        return Stream.of(
                row(
                        "a service without owner is refused",
                        p -> p.readiness = new Readiness(List.of(), "arch-board", Day.parse("2026-10-01"), "", 180),
                        "OwnerMissing"),
                row(
                        "a build that nobody reviewed is refused",
                        p -> p.readiness = new Readiness(List.of("a"), "", new Day.Unset(), "", 180),
                        "ReviewMissing"),
                row(
                        "an expired review is refused",
                        p -> p.readiness = Papers.reviewed("2026-05-28", ""),
                        "ReviewExpired"),
                row("a review counts on its last day", p -> p.readiness = Papers.reviewed("2026-05-29", ""), ""),
                row(
                        "a review of a day that does not exist is refused",
                        p -> p.readiness = Papers.reviewed("2026-02-30", ""),
                        "ReviewMissing"),
                row(
                        "a review of the day after tomorrow is refused: the clock jumped back",
                        p -> p.readiness = Papers.reviewed("2026-11-27", ""),
                        "ReviewMissing"),
                row(
                        "a review of tomorrow is one from a zone ahead",
                        p -> p.readiness = Papers.reviewed("2026-11-26", ""),
                        ""),
                row(
                        "a pinned image other than the reviewed one is refused",
                        p -> p.image = "registry.example/checkout@" + Papers.ANOTHER,
                        "DigestDiffers"),
                row(
                        "pods of an earlier revision tell nothing of this one",
                        p -> p.digests = Set.of(Papers.ANOTHER),
                        ""));
    }

    @TestFactory
    Stream<DynamicTest> afterTheStart() {
        return Stream.of(
                row("a running rollout with everything in order goes on", begun(_ -> {}), ""),
                row(
                        "a pod that restarts is another rule's business",
                        begun(p -> p.aot = new TrackFacts(true, 4, 3, true, "")),
                        ""),
                row(
                        "figures that are missing for a moment too",
                        begun(p -> {
                            p.reach = new Reading.Missing<>("timeout");
                            p.claims = EconomicsClaims.MEASURED;
                        }),
                        ""),
                row(
                        "a rubric that is gone holds",
                        begun(p -> p.rubric = new RubricFacts.Missing("standard")),
                        "RubricMissing"),
                row(
                        "a policy that is gone holds",
                        begun(p -> p.libraries = new LibraryFacts.PolicyMissing("dotnet")),
                        "LibraryPolicyMissing HardStop"),
                row(
                        "a review that expires on the way holds",
                        begun(p -> p.readiness = Papers.reviewed("2026-05-28", "")),
                        "ReviewExpired"),
                row(
                        "pods that run another image than the reviewed one hold",
                        begun(p -> p.digests = Set.of(Papers.REVIEWED, Papers.ANOTHER)),
                        "DigestDiffers"));
    }

    @Test
    void withoutARubricTheChecksInformAndDoNotBlock() {
        var papers = new Papers();
        papers.rubric = new RubricFacts.NotNamed();
        papers.readiness = Papers.reviewed("2026-05-28", "");
        var assessment = papers.assess();
        assertThat(assessment.blocking()).isFalse();
        assertThat(assessment.admission().objections()).isEmpty();
        assertThat(assessment.verdict().answer()).isEqualTo(Answer.FAILED);
        assertThat(assessment.verdict().message())
                .isEqualTo(
                        "no rubric is named: the checks inform; reviewed by arch-board on 2026-05-28, 181 days ago, limit 180; review again and set readiness.reviewedAt");
    }

    @Test
    void theFiveChecksComeInTheirOrderWithTheScoreBesideThem() {
        var assessment = new Papers().assess();
        assertThat(assessment.checks()).extracting(Check::name).containsExactly(CheckName.values());
        assertThat(assessment.checks()).allMatch(check -> check.answer() == Answer.PASSED);
        assertThat(assessment.scorecard().score()).isEqualTo(80);
        assertThat(assessment.verdict().message())
                .isEqualTo("score 80 of rubric standard, at least 70; no hard stop in the way");
    }

    @Test
    void aLowScoreNamesWhatWasLost() {
        var papers = new Papers();
        papers.claims = new EconomicsClaims(Claim.NO, Claim.NO, Claim.YES);
        assertThat(papers.assess().verdict().message())
                .isEqualTo("score 60 of rubric standard, at least 70; not passed: ColdStart (20), MemoryPressure (20)");
    }

    @Test
    void waitingForItsTurnIsShownAndScoredAndLeftToTheWaveRule() {
        var papers = new Papers();
        papers.wave = new WaveSlot.Waits(Reason.WaveWaits, "wave edge is closed");
        var assessment = papers.assess();
        assertThat(assessment.scorecard().score()).isEqualTo(70);
        assertThat(assessment.checks().getLast().reason()).isEqualTo(Reason.WaveWaits);
        assertThat(assessment.admission().objections()).isEmpty();
        assertThat(assessment.admission().wave()).isEqualTo(papers.wave);
    }

    @Test
    void anActiveExceptionKeepsTheServiceOnJit() {
        var papers = new Papers();
        papers.exceptions.add(Papers.exception("checkout", List.of(), "2026-12-31"));
        papers.exceptions.add(Papers.exception("checkout", List.of("pkg:nuget/*"), "2027-12-31"));
        assertThat(papers.assess().exemption())
                .isEqualTo(
                        "AOTException legacy keeps checkout on JIT until 2026-12-31: reflection-heavy serializer (owner team-a, approved by cto)");
        assertThat(papers.at(Instant.parse("2027-01-01T00:00:00Z")).exemption()).isEmpty();
    }

    @Test
    void anExceptionWithoutAnEndThatTheCalendarKnowsRefusesWhateverTheRubric() {
        var papers = new Papers();
        papers.rubric = new RubricFacts.NotNamed();
        papers.exceptions.add(Papers.exception("checkout", List.of(), "2026-02-30"));
        var objection = papers.assess().admission().objections().getFirst();
        assertThat(objection.reason()).isEqualTo(Reason.ExceptionInvalid);
        assertThat(objection.message())
                .isEqualTo(
                        "AOTException legacy does not count: spec.until \"2026-02-30\" is no day of the calendar; correct it, or delete it");
    }
}
