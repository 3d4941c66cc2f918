package dev.aotrollout.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aotrollout.api.AotEvidencePack;
import dev.aotrollout.api.AotException;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Argo CD's Lua engine and kstatus make of our objects, as a real API server has them and the operator writes them. */
class ArgoCdIT {
    private final Shop shop = Shop.open();
    private final Wiring operator = new Wiring(shop.client, new Settings(Set.of(shop.namespace)));
    private ArgoCd argo;

    @BeforeEach
    void argo(@TempDir Path folder) {
        argo = new ArgoCd(folder);
    }

    @AfterEach
    void close() {
        shop.close();
        operator.close();
    }

    @Test
    void theActionsLeadARolloutThroughItsStates() {
        shop.roll("steps", Shop.HALFWAY);
        assertSeen("Progressing", "InProgress");
        assertThat(argo.actions(shop.rollout())).isEmpty();

        operator.start();
        shop.awaitServed(50);
        assertSeen("Progressing", "InProgress");
        assertThat(argo.actions(shop.rollout())).containsExactly("abort", "pause", "promote", "promote-full");

        act("pause");
        shop.awaitPhase("Paused");
        assertSeen("Suspended", "InProgress");
        assertThat(argo.actions(shop.rollout())).containsExactly("abort", "promote", "promote-full", "resume");

        act("resume");
        shop.awaitPhase("Progressing");

        act("abort", "why=pager");
        shop.awaitPhase("RolledBack");
        assertSeen("Degraded", "Failed");
        assertThat(argo.judge(shop.rollout()).message()).startsWith("Aborted: ").contains("pager");
        assertThat(argo.actions(shop.rollout())).containsExactly("retry");

        act("retry");
        shop.await("it begins again", () -> !shop.phase().equals("RolledBack"));
        shop.awaitServed(50);

        act("promote");
        shop.awaitPhase("Promoted");
        assertSeen("Healthy", "Current");
        assertThat(argo.actions(shop.rollout())).containsExactly("abort");
        shop.awaitFiled();
        shop.client
                .resources(AotEvidencePack.class)
                .inNamespace(shop.namespace)
                .list()
                .getItems()
                .forEach(pack -> assertHealthy(pack));
    }

    @Test
    void anAbortNeedsNoReasonAndFullPromotionSkipsSteps() {
        operator.start();
        shop.roll("steps", "[{weight: 10, soakSeconds: 3600}, {weight: 50, soakSeconds: 3600}, {weight: 100}]");
        shop.awaitServed(10);

        act("promote-full");
        shop.awaitPhase("Promoted");
        act("abort");
        shop.awaitPhase("RolledBack");

        assertThat(shop.rollout().getMetadata().getAnnotations())
                .containsEntry("aotrollout.dev/abort", "aborted in Argo CD");
    }

    @Test
    void whatTheOperatorHasNotSeenYetIsProgressing() {
        operator.start();
        shop.roll("steps", Shop.HALFWAY, "paused", "true");
        shop.awaitPhase("Paused");
        assertSeen("Suspended", "InProgress");
        // What Git pauses, only Git resumes.
        assertThat(argo.actions(shop.rollout())).doesNotContain("resume", "pause");

        operator.close();
        shop.edit("paused", "false");

        assertSeen("Progressing", "InProgress");
    }

    @Test
    void aWaitForPeopleIsSuspended() {
        operator.start();
        shop.roll("steps", "[{weight: 50, soakSeconds: 1}, {weight: 100, soakSeconds: 1, approval: {required: 1}}]");
        shop.await("it waits for people", () -> shop.message().startsWith("0 of 1 approvals for weight 100"));

        assertSeen("Suspended", "InProgress");
    }

    @Test
    void onJitBecauseGitSaysSoIsHealthy() {
        operator.start();
        shop.roll("steps", Shop.HALFWAY);
        shop.awaitServed(50);
        shop.edit("goal", "JIT");
        shop.awaitPhase("RolledBack");

        assertSeen("Healthy", "Current");
        assertThat(argo.actions(shop.rollout())).isEmpty();
    }

    @Test
    void aRegressionThatGitAcceptsIsHealthyAgain() {
        operator.start();
        shop.roll("steps", Shop.HALFWAY);
        shop.awaitServed(50);
        shop.annotate("abort", "pager");
        shop.awaitPhase("RolledBack");
        assertSeen("Degraded", "Failed");

        shop.edit("goal", "JIT");

        shop.await("it is seen", () -> argo.judge(shop.rollout()).health().equals("Healthy"));
        assertSeen("Healthy", "Current");
    }

    @Test
    void anExceptionKeepsItOnJitAndHealthy() {
        operator.start();
        create("AOTException", "keep", "{rollout: checkout, reason: r, owner: team-a, until: \"2099-01-01\"}");
        shop.roll("steps", Shop.HALFWAY);
        shop.awaitPhase("Exempted");

        assertSeen("Healthy", "Current");
        awaitState("keep", "Active");
        assertHealthy(exception("keep"));
    }

    @Test
    void anExceptionThatHasEndedIsDegraded() {
        create("AOTException", "old", "{rollout: other, reason: r, owner: team-a, until: \"2020-01-01\"}");
        var verdict = argo.judge(exception("old"));
        assertThat(verdict.health()).isEqualTo("Progressing");
        assertThat(verdict.kstatus()).isEqualTo("InProgress");

        operator.start();
        awaitState("old", "Expired");
        assertThat(argo.judge(exception("old")).health()).isEqualTo("Degraded");
    }

    @Test
    void aMissingReferenceIsDegraded() {
        operator.start();
        shop.roll("traffic", "{service: checkout, httpRoutes: [{name: nowhere}]}");
        shop.await("it is named", () -> shop.message().contains("nowhere"));

        assertSeen("Degraded", "InProgress");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rubric.yaml", "exceptions.yaml"})
    void whatHasNoStatusIsHealthyAtOnce(String example) {
        for (var object : KubeApi.get().load(KubeApi.ROOT.resolve("examples/governance/" + example)))
            if (!object.getKind().equals("AOTException")) assertHealthy(object);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AOTApproval", "AOTLibraryPolicy"})
    void soIsWhatOnlyIsThere(String kind) {
        var object = Serialization.unmarshal("""
                apiVersion: aotrollout.dev/v1alpha1
                kind: %s
                metadata: {name: x}
                spec: {}
                """.formatted(kind), GenericKubernetesResource.class);
        assertHealthy(object);
    }

    @ParameterizedTest
    @CsvSource({
        "Running, Progressing",
        "Soaking, Progressing",
        "Waiting, Suspended",
        "Frozen, Suspended",
        "Paused, Suspended",
        "Halted, Degraded",
        "Invalid, Degraded",
        "Complete, Healthy"
    })
    void aPlanIsAsWellAsItsPhase(String phase, String health) {
        var plan = Serialization.unmarshal("""
                apiVersion: aotrollout.dev/v1alpha1
                kind: AOTWavePlan
                metadata: {name: net, generation: 2}
                status: {observedGeneration: 2, phase: %s, reason: because}
                """.formatted(phase), GenericKubernetesResource.class);

        assertThat(argo.judge(plan)).extracting(ArgoCd.Verdict::health).isEqualTo(health);
        plan.getMetadata().setGeneration(3L);
        assertThat(argo.judge(plan).health()).isEqualTo("Progressing");
    }

    private void assertSeen(String health, String kstatus) {
        var verdict = argo.judge(shop.rollout());
        assertThat(verdict.health()).as(verdict.message()).isEqualTo(health);
        assertThat(verdict.kstatus()).as(verdict.message()).isEqualTo(kstatus);
    }

    private void assertHealthy(HasMetadata object) {
        var verdict = argo.judge(object);
        assertThat(verdict.health()).isEqualTo("Healthy");
        assertThat(verdict.kstatus()).isEqualTo("Current");
    }

    private void act(String action, String... parameters) {
        var acted = argo.act(shop.rollout(), action, parameters);
        // As Argo CD does: only what the action changed.
        var patch = new ObjectMapper().createObjectNode();
        var before = shop.rollout().getMetadata().getAnnotations();
        var after = acted.getMetadata().getAnnotations();
        var changed = patch.putObject("metadata").putObject("annotations");
        if (before != null) before.keySet().forEach(changed::putNull);
        if (after != null) after.forEach(changed::put);
        shop.resource("checkout").patch(Shop.merge(), patch.toString());
    }

    private void create(String kind, String name, String spec) {
        shop.create("""
                apiVersion: aotrollout.dev/v1alpha1
                kind: %s
                metadata: {name: %s}
                spec: %s
                """.formatted(kind, name, spec));
    }

    private void awaitState(String name, String state) {
        shop.await(
                name + " is " + state,
                () -> state.equals(exception(name).getStatus().state()));
    }

    private AotException exception(String name) {
        return shop.client
                .resources(AotException.class)
                .inNamespace(shop.namespace)
                .withName(name)
                .get();
    }
}
