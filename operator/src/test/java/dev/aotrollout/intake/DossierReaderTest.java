package dev.aotrollout.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.api.AotCandidateRubric;
import dev.aotrollout.api.AotCandidateRubricSpec;
import dev.aotrollout.api.AotRollout;
import dev.aotrollout.decision.History;
import dev.aotrollout.decision.TrackFacts;
import dev.aotrollout.decision.WaveSlot;
import dev.aotrollout.governance.ClusterFacts;
import dev.aotrollout.governance.CriterionName;
import dev.aotrollout.governance.Day;
import dev.aotrollout.governance.Declaration;
import dev.aotrollout.governance.Dossier;
import dev.aotrollout.governance.EconomicsClaims;
import dev.aotrollout.governance.EconomicsClaims.Claim;
import dev.aotrollout.governance.EconomicsFacts;
import dev.aotrollout.governance.EconomicsThresholds;
import dev.aotrollout.governance.LibraryFacts;
import dev.aotrollout.governance.Rubric;
import dev.aotrollout.governance.RubricFacts;
import dev.aotrollout.judge.Reading;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What users declare reaches the checks as they wrote it. */
class DossierReaderTest {
    private static final ClusterFacts FACTS = new ClusterFacts(
            TrackFacts.ABSENT,
            TrackFacts.ABSENT,
            false,
            List.of(),
            History.LastRollback.NONE,
            new Reading.Missing<>("not asked"),
            "checkout:aot",
            Set.of());

    private static Dossier read(String more, Filed filed) {
        var rollout = new KubernetesSerialization().unmarshal("""
                metadata: {name: checkout, namespace: shop, annotations: {aotrollout.dev/author: alice}}
                spec:
                  workloadRef: {name: checkout}
                  aot: {containers: [{name: app, image: "checkout:aot"}]}
                  traffic: {service: checkout, httpRoutes: [{name: checkout}]}
                  metrics: {prometheus: {url: "http://prometheus:9090"}}
                """ + more, AotRollout.class);
        return DossierReader.read(
                rollout, "r1", filed, new LibraryFacts.NotAsked(), FACTS, EconomicsFacts.NONE, new WaveSlot.Free());
    }

    @Test
    void nothingDeclaredIsNothingPassed() {
        var dossier = read("", Filed.NOTHING);
        assertThat(dossier.rubric()).isEqualTo(new RubricFacts.NotNamed());
        assertThat(dossier.author()).isEqualTo("alice");
        assertThat(dossier.declared())
                .isEqualTo(new Declaration(
                        EconomicsClaims.MEASURED,
                        Declaration.TestResult.NOT_RUN,
                        false,
                        Duration.ZERO,
                        new Day.Unset(),
                        new Declaration.Readiness(List.of(), "", new Day.Unset(), "", 180)));
    }

    @Test
    void whatIsDeclaredIsTakenOver() {
        var declared = read("""
                  baseline: {minSeconds: 600}
                  candidate:
                    rubric: standard
                    economics: {coldStartImpact: "Yes", memoryPressure: "No"}
                    compatibility: {serializationTest: Passed, publishLog: {configMap: log}}
                    operations: {rollbackDrilledAt: "2026-10-01"}
                    readiness: {owners: [" team-a ", " "], reviewedBy: bob, reviewedAt: "2026-02-30", maxAgeDays: 30}
                """, Filed.NOTHING);
        assertThat(declared.rubric()).isEqualTo(new RubricFacts.Missing("standard"));
        assertThat(declared.declared())
                .isEqualTo(new Declaration(
                        new EconomicsClaims(Claim.YES, Claim.NO, Claim.MEASURED),
                        Declaration.TestResult.PASSED,
                        true,
                        Duration.ofMinutes(10),
                        new Day.On(LocalDate.of(2026, 10, 1)),
                        new Declaration.Readiness(List.of("team-a"), "bob", new Day.Unreadable("2026-02-30"), "", 30)));
    }

    @Test
    void aRubricIsReadWithItsDefaults() {
        var rubric = new KubernetesSerialization().unmarshal("""
                metadata: {name: standard}
                spec: {criteria: [{name: Owner, hardStop: true}, {name: ColdStart, weight: 30}]}
                """, AotCandidateRubric.class);
        var filed = new Filed(rubric, null, List.of(), List.of(), Map.of(), List.of());
        assertThat(read("  candidate: {rubric: standard}", filed).rubric())
                .isEqualTo(new RubricFacts.Found(new Rubric(
                        "standard",
                        70,
                        List.of(
                                new Rubric.Weighed(CriterionName.OWNER, 0, true),
                                new Rubric.Weighed(CriterionName.COLD_START, 30, false)),
                        180,
                        EconomicsThresholds.DEFAULT)));
    }

    @Test
    void everyCriterionCanBeWeighed() {
        assertThat(Stream.of(AotCandidateRubricSpec.Name.values()).map(Enum::name))
                .containsExactlyElementsOf(
                        Stream.of(CriterionName.values()).map(Enum::name).toList());
    }
}
