package dev.aotrollout.examples.demo.e2e;

import static dev.aotrollout.examples.demo.cluster.ExpectedEnding.PROMOTED;
import static dev.aotrollout.examples.demo.cluster.ExpectedEnding.ROLLED_BACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aotrollout.examples.demo.RolloutRun;
import dev.aotrollout.examples.demo.cluster.Stage;
import dev.aotrollout.examples.demo.cluster.StageView;
import dev.aotrollout.examples.demo.load.Track;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What governs rollouts, on a real cluster with the rights of the chart. Judges endings and failures, never the clock. */
@ExtendWith(OneCluster.class)
class GovernanceE2eIT {
    private static final RolloutRun.Look NOTHING = _ -> {};
    private static final int REQUESTS_PER_SECOND = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LONG_ENOUGH_TO_BEGIN = Duration.ofSeconds(8);
    private static final String CAN_ADMIT = "CandidateApproved";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theSecondWaveOpensOnlyWithTheEvidenceOfTheFirstAndARollbackHaltsIt(E2e e2e) throws Exception {
        var begun = Instant.now();
        try (var waves = TwoWaves.begin(e2e)) {
            pilotIsAloneUntilItsEvidenceIsThere(e2e, waves);
            onlyWhoMayOpensTheGate(e2e, waves);
            aRollbackHaltsThePlan(e2e, waves);
            for (var stage : List.of(
                    waves.pilot().stage(),
                    waves.approved().stage(),
                    waves.faulty().stage())) {
                assertIntact(e2e, waves.governance(), stage);
            }
        }
        assertRightsSufficed(e2e, begun);
    }

    private static void pilotIsAloneUntilItsEvidenceIsThere(E2e e2e, TwoWaves waves) throws InterruptedException {
        var pilot = waves.pilot();
        // When
        pilot.run().await("in evidence", _ -> {
            assertThat(waves.onlyThePilotHasBegun()).isTrue();
            return !waves.governance().packs(pilot.stage()).isEmpty();
        });
        // Then
        assertThat(waves.governance().slots(TwoWaves.PLAN))
                .doesNotContain(
                        waves.approved().stage().namespace(),
                        waves.faulty().stage().namespace());
        assertOnePack(waves.governance(), pilot.stage(), "Promoted");
        var result = e2e.finish("First wave", pilot, PROMOTED);
        assertThat(result.load().failed()).as("failed requests").isZero();
    }

    private static void onlyWhoMayOpensTheGate(E2e e2e, TwoWaves waves) throws Exception {
        // Given
        var governance = waves.governance();
        var stage = waves.approved().stage();
        var scene = waves.load(waves.approved());
        governance.allowToApprove(stage, "olga");
        scene.run().await("at its gate", reason("ApprovalMissing"));
        // When
        assertThatThrownBy(() -> governance.approve(stage, "eve", "eve"))
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining("cannot create resource \"aotapprovals\"");
        assertThatThrownBy(() -> governance.approve(stage, "olga", "paul"))
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining("people approve for themselves");
        assertThat(scene.run().view().weightAsked()).isEqualTo(50);
        assertThat(waves.faulty().watch().everHad(Track.AOT))
                .as("AOT pods without a slot")
                .isFalse();
        governance.approve(stage, "olga", "olga");
        // Then
        scene.run().await("in evidence", _ -> !governance.packs(stage).isEmpty());
        assertOnePack(governance, stage, "Promoted");
        var result = e2e.finish("Second wave, approved", scene, PROMOTED);
        assertThat(result.load().failed()).as("failed requests").isZero();
    }

    private static void aRollbackHaltsThePlan(E2e e2e, TwoWaves waves) throws InterruptedException {
        var governance = waves.governance();
        var stage = waves.faulty().stage();
        var scene = waves.load(waves.faulty());
        // When
        assertThat(scene.run().await(ROLLED_BACK, NOTHING)).isTrue();
        eventually(() -> !governance.packs(stage).isEmpty());
        eventually(() -> governance.plan(TwoWaves.PLAN).path("phase").asText().equals("Halted"));
        // Then
        var pack = assertOnePack(governance, stage, "RolledBack");
        assertThat(pack.path("verdict").asText()).isEqualTo("Failed");
        Thread.sleep(LONG_ENOUGH_TO_BEGIN);
        var last = waves.last().watch();
        assertThat(last.everHad(Track.AOT)).as("AOT pods after the halt").isFalse();
        assertThat(last.view().rollout().reason()).isEqualTo("WaveHalted");
        e2e.finish("Second wave, faulty", scene, ROLLED_BACK);
    }

    @Test
    void anExemptedServiceStaysJit(E2e e2e) throws Exception {
        var begun = Instant.now();
        try (var governance = e2e.governance();
                var stage = e2e.stage("exempted");
                var watch = stage.watch()) {
            // Given
            governance.apply(
                    stage,
                    "governed-exception",
                    Map.of("UNTIL", today().plusYears(1).toString()));
            // When
            stage.apply(stage.rollout("healthy", Map.of()));
            eventually(() -> watch.view().rollout().phase().equals("Exempted"));
            Thread.sleep(LONG_ENOUGH_TO_BEGIN);
            // Then
            assertThat(watch.everHad(Track.AOT))
                    .as("AOT pods of an exempted service")
                    .isFalse();
            assertNeverDeployed(e2e, stage, begun);
            governance.delete(stage, "AOTException", "checkout-stays-jit");
            eventually(() -> watch.everHad(Track.AOT));
        }
        assertRightsSufficed(e2e, begun);
    }

    @Test
    void aDeniedPackageIsRefusedBeforeAnyAotPodStarts(E2e e2e) throws Exception {
        var begun = Instant.now();
        var names = Map.of("RUBRIC", "e2e-rubric", "LIBRARIES", "e2e-libraries", "TODAY", today().toString());
        try (var governance = e2e.governance();
                var stage = e2e.stage("denied");
                var watch = stage.watch()) {
            // Given
            governance.install("governed-rubric", names);
            governance.install("governed-libraries", with(names, "VERDICT", "Denied"));
            governance.fileBill(stage);
            // When
            stage.apply(stage.rollout("governed-candidate", names));
            eventually(() -> conditionIs(governance, stage, "LibraryDenied"));
            Thread.sleep(LONG_ENOUGH_TO_BEGIN);
            // Then
            assertThat(governance.condition(stage, CAN_ADMIT)).hasValueSatisfying(condition -> {
                assertThat(condition.path("status").asText()).isEqualTo("False");
                assertThat(condition.path("message").asText())
                        .contains("logback-classic")
                        .contains("configures itself by reflection")
                        .contains("pkg:maven/org.slf4j/slf4j-jdk14");
            });
            assertThat(watch.everHad(Track.AOT))
                    .as("AOT pods of a refused service")
                    .isFalse();
            assertNeverDeployed(e2e, stage, begun);
            governance.install("governed-libraries", with(names, "VERDICT", "Approved"));
            eventually(() -> watch.everHad(Track.AOT));
            assertThat(governance
                            .condition(stage, CAN_ADMIT)
                            .orElseThrow()
                            .path("status")
                            .asText())
                    .isEqualTo("True");
        }
        assertRightsSufficed(e2e, begun);
    }

    @Test
    void evidenceCanBeVerifiedAndRead(E2e e2e) throws Exception {
        var begun = Instant.now();
        try (var governance = e2e.governance();
                var stage = e2e.stage("evidence")) {
            // Given
            var rollout =
                    stage.rollout("governed-pilot", Map.of("PLAN", "none")).without("wave");
            try (var scene = e2e.begin("evidence", stage, rollout, REQUESTS_PER_SECOND)) {
                scene.run().await("promoted", _ -> governance.packs(stage).size() == 1);
                // When: a new revision
                stage.apply(rollout.withAotVariable("CHECKOUT_DEFECT", "errors-all"));
                scene.run().await("rolled back", _ -> governance.packs(stage).size() == 2);
                // Then
                var packs = governance.packs(stage);
                assertThat(packs)
                        .extracting(pack -> pack.path("outcome").asText())
                        .containsExactly("Promoted", "RolledBack");
                assertThat(packs.getLast().at("/previous/digest"))
                        .isEqualTo(packs.getFirst().path("digest"));
                assertIntact(e2e, governance, stage);
                assertTamperingShows(e2e, governance, stage);
                assertReadable(e2e, governance, stage);
            }
        }
        assertRightsSufficed(e2e, begun);
    }

    private void assertTamperingShows(E2e e2e, Governance governance, Stage stage) throws Exception {
        var copy = Files.writeString(
                folder.resolve("tampered.yaml"), EvidenceCopy.withOneDigitChanged(governance.export(stage)));
        var answer = e2e.commandLine(folder).run("verify", copy.toString());
        assertThat(answer.exitCode()).as(answer.output()).isEqualTo(1);
        assertThat(answer.output()).contains("tampered");
    }

    private void assertReadable(E2e e2e, Governance governance, Stage stage) throws Exception {
        var export = Files.writeString(folder.resolve("evidence.yaml"), governance.export(stage));
        var answer = e2e.commandLine(folder).run("report", "-f", export.toString());
        assertThat(answer.exitCode())
                .as("the second run failed: %s", answer.output())
                .isEqualTo(1);
        var pages = governance.packs(stage).stream()
                .map(pack ->
                        folder.resolve(pack.at("/document/configMap").asText().replace("-evidence", "") + ".html"))
                .toList();
        assertThat(pages).allSatisfy(page -> assertThat(page).content().contains("checkout"));
        assertThat(pages.getFirst())
                .content()
                .contains(governance.packs(stage).getFirst().path("verdict").asText());
        assertThat(pages.getLast()).content().contains("Failed");
    }

    private static JsonNode assertOnePack(Governance governance, Stage stage, String outcome) {
        var packs = governance.packs(stage);
        assertThat(packs)
                .singleElement()
                .satisfies(pack -> assertThat(pack.path("outcome").asText()).isEqualTo(outcome));
        return packs.getFirst();
    }

    private void assertIntact(E2e e2e, Governance governance, Stage stage) throws Exception {
        var file = Files.writeString(folder.resolve(stage.namespace() + ".yaml"), governance.export(stage));
        var answer = e2e.commandLine(folder).run("verify", file.toString());
        assertThat(answer.exitCode()).as(answer.output()).isZero();
    }

    /** A watch could miss what came and went between two looks; the audit log misses nothing. */
    private static void assertNeverDeployed(E2e e2e, Stage stage, Instant begun) {
        assertThat(e2e.callsOfOperator(begun))
                .filteredOn(call -> call.writes() && call.namespace().equals(stage.namespace()))
                .extracting(AuditLog.Call::resource)
                .doesNotContain("deployments");
    }

    private static void assertRightsSufficed(E2e e2e, Instant begun) {
        assertThat(e2e.callsOfOperator(begun))
                .as("calls that the chart's role does not allow")
                .allMatch(AuditLog.Call::allowed);
    }

    private static boolean conditionIs(Governance governance, Stage stage, String reason) {
        return governance
                .condition(stage, CAN_ADMIT)
                .filter(condition -> condition.path("reason").asText().equals(reason))
                .isPresent();
    }

    private static Predicate<StageView> reason(String word) {
        return view -> view.rollout().reason().equals(word);
    }

    private static Map<String, String> with(Map<String, String> values, String name, String value) {
        var more = new HashMap<>(values);
        more.put(name, value);
        return more;
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private static void eventually(Callable<Boolean> condition) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(250)).until(condition);
    }
}
