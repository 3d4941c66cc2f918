package dev.aotrollout.governance;

import dev.aotrollout.decision.History;
import dev.aotrollout.decision.TrackFacts;
import dev.aotrollout.decision.WaveSlot;
import dev.aotrollout.governance.Declaration.TestResult;
import dev.aotrollout.governance.EconomicsClaims.Claim;
import dev.aotrollout.judge.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The dossier of a service that passes everything before its start, held to a rubric that asks for all of it, unless told otherwise. */
final class Papers {
    static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    static final String REVIEWED = "sha256:aaaaaaaaaaaaaaaa";
    static final String ANOTHER = "sha256:bbbbbbbbbbbbbbbb";
    private static final TrackFacts READY = new TrackFacts(true, 4, 4, true, "");

    RubricFacts rubric = new RubricFacts.Found(standard());
    EconomicsClaims claims = new EconomicsClaims(Claim.NO, Claim.YES, Claim.NO);
    TestResult serialization = TestResult.PASSED;
    boolean publishLog = true;
    Duration baseline = Duration.ofHours(1);
    Day drilled = Day.parse("2026-10-01");
    Declaration.Readiness readiness = reviewed("2026-10-01", REVIEWED);
    LibraryFacts libraries = judged(Answer.PASSED, Answer.PASSED);
    TrackFacts jit = READY;
    TrackFacts aot = TrackFacts.ABSENT;
    boolean started;
    List<String> routeProblems = List.of();
    History.LastRollback lastRollback = History.LastRollback.NONE;
    Reading<Duration> reach = new Reading.Known<>(Duration.ofHours(1), NOW);
    String image = "registry.example/checkout:1.4.2-aot";
    Set<String> digests = Set.of();
    List<ExceptionFacts> exceptions = new ArrayList<>();
    WaveSlot wave = new WaveSlot.Free();

    static Rubric standard() {
        return new Rubric(
                "standard",
                70,
                List.of(
                        new Rubric.Weighed(CriterionName.COLD_START, 20, false),
                        new Rubric.Weighed(CriterionName.MEMORY_PRESSURE, 20, false),
                        new Rubric.Weighed(CriterionName.LIBRARIES, 30, true),
                        new Rubric.Weighed(CriterionName.ROLLBACK_DRILL, 10, true),
                        new Rubric.Weighed(CriterionName.OWNER, 10, false),
                        new Rubric.Weighed(CriterionName.WAVE, 10, false)),
                180,
                EconomicsThresholds.DEFAULT);
    }

    static Declaration.Readiness reviewed(String day, String digest) {
        return new Declaration.Readiness(List.of("team-checkout"), "arch-board", Day.parse(day), digest, 180);
    }

    static LibraryFacts judged(Answer libraries, Answer warnings) {
        return new LibraryFacts.Judged(new LibraryReport(
                "dotnet",
                "sha256:cccc",
                Map.of(),
                List.of(),
                new TreeMap<>(Map.of("IL2026", 3)),
                libraries.and(warnings),
                libraries,
                warnings,
                "12 libraries: " + libraries,
                List.of(),
                List.of()));
    }

    static ExceptionFacts exception(String rollout, List<String> packages, String until) {
        return new ExceptionFacts(
                "legacy", rollout, packages, "reflection-heavy serializer", "team-a", "cto", Day.parse(until), 14);
    }

    /** Its first step has begun; AOT pods run what was reviewed. */
    Papers begun() {
        started = true;
        aot = READY;
        digests = Set.of(REVIEWED);
        return this;
    }

    Assessment at(Instant now) {
        return Gatekeeper.assess(dossier(), now);
    }

    Assessment assess() {
        return at(NOW);
    }

    Dossier dossier() {
        return new Dossier(
                "checkout",
                rubric,
                new Declaration(claims, serialization, publishLog, baseline, drilled, readiness),
                libraries,
                new ClusterFacts(jit, aot, started, routeProblems, lastRollback, reach, image, digests),
                EconomicsFacts.NONE,
                exceptions,
                wave,
                List.of(),
                "");
    }
}
