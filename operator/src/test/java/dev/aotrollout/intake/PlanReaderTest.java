package dev.aotrollout.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.decision.AotReplicas;
import dev.aotrollout.decision.Goal;
import dev.aotrollout.decision.OnInconclusive;
import dev.aotrollout.decision.Plan;
import dev.aotrollout.decision.Retirement;
import dev.aotrollout.decision.Step;
import dev.aotrollout.judge.CustomGuard;
import dev.aotrollout.judge.ErrorsGuard;
import dev.aotrollout.judge.Guard;
import dev.aotrollout.judge.LeakGuard;
import dev.aotrollout.judge.MemoryGuard;
import dev.aotrollout.judge.Mode;
import dev.aotrollout.judge.SignaturesGuard;
import dev.aotrollout.judge.StartupGuard;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanReaderTest {
    private static final KubernetesSerialization YAML = new KubernetesSerialization();

    private static final String MINIMAL = """
            metadata: {name: checkout, namespace: shop}
            spec:
              workloadRef: {name: checkout}
              aot:
                runtime: DotnetNativeAot
                containers:
                  - {name: app, image: "registry.example/checkout:1.4.2-aot"}
              traffic:
                service: checkout
                httpRoutes: [{name: checkout}]
              metrics:
                prometheus: {url: "http://prometheus.monitoring:9090"}
            """;

    private static final String WRITTEN_OUT = """
            metadata: {name: checkout, namespace: shop}
            spec:
              workloadRef: {kind: Deployment, name: checkout}
              aot:
                runtime: DotnetNativeAot
                containers:
                  - {name: app, image: "registry.example/checkout:1.4.2-aot"}
                replicas: {mode: Proportional, min: 2}
              traffic:
                service: checkout
                httpRoutes: [{name: checkout}]
              metrics:
                prometheus: {url: "http://prometheus.monitoring:9090"}
                intervalSeconds: 5
                warmUpSeconds: 300
                profile: OtelHttp
              errorBudget:
                objective: 99.9
                windowDays: 30
                maxRolloutSpendPercent: 5
                maxStepSpendPercent: 1
                minRemainingToStartPercent: 25
                minRemainingToAdvancePercent: 10
                fastBurn:
                  - {longSeconds: 300, shortSeconds: 60, factor: 14.4}
                  - {longSeconds: 3600, shortSeconds: 300, factor: 6}
                  - {longSeconds: 21600, shortSeconds: 1800, factor: 3}
                source: Query
              guards:
                errors: {mode: Enforce, maxRatio: 1.25, minRequests: 100}
                latency: {mode: Enforce, maxSlowRatio: 1.1, thresholdMillis: 250, minRequests: 100}
                memory: {mode: Enforce, requiredGainPercent: 20, maxRegressionPercent: 5, maxLimitPercent: 90}
                startup: {mode: Enforce, requiredGainPercent: 30, maxRegressionPercent: 20}
                restarts: {mode: Enforce, maxOomKills: 0, maxRestarts: 0}
                leak: {mode: EnforceWhenKnown, horizonHours: 24}
                cpu: {mode: EnforceWhenKnown, maxRegressionPercent: 10}
                signatures: {mode: EnforceWhenKnown, types: []}
                comparability: {mode: Enforce, maxLoadDifferencePercent: 20}
                custom: []
              steps:
                - {weight: 1, soakSeconds: 600}
                - {weight: 10, soakSeconds: 1800}
                - {weight: 50, soakSeconds: 3600}
                - {weight: 100, soakSeconds: 3600}
              progress: {maxStepSeconds: 14400, onInconclusive: Pause}
              rollback: {drainSeconds: 30, keepAotPods: false}
              paused: false
              goal: AOT
            """;

    private static Plan plan(String manifest) {
        return PlanReader.read(YAML.unmarshal(manifest, AotRollout.class), "r1");
    }

    private static Plan planWith(String specLines) {
        return plan(MINIMAL + specLines.indent(2));
    }

    private static <T extends Guard> T guard(Plan plan, Class<T> type) {
        return plan.guards().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aMinimalManifestMeansTheSameAsOneWithAllDefaultsWrittenOut() {
        assertThat(plan(MINIMAL)).isEqualTo(plan(WRITTEN_OUT));
    }

    @Test
    void theDefaultsAreTheSafeOnes() {
        var plan = plan(MINIMAL);
        assertThat(plan.revision()).isEqualTo("r1");
        assertThat(plan.goal()).isEqualTo(Goal.AOT);
        assertThat(plan.paused()).isFalse();
        assertThat(plan.steps())
                .containsExactly(
                        new Step(1, Duration.ofMinutes(10)),
                        new Step(10, Duration.ofMinutes(30)),
                        new Step(50, Duration.ofHours(1)),
                        new Step(100, Duration.ofHours(1)));
        assertThat(plan.guards()).hasSize(10);
        assertThat(plan.aotReplicas()).isEqualTo(new AotReplicas.Proportional(2));
        assertThat(plan.policy().onInconclusive()).isEqualTo(OnInconclusive.PAUSE);
        assertThat(plan.retirement()).isEqualTo(new Retirement.Never());
        assertThat(plan.testHeader()).isFalse();
    }

    @Test
    void everythingThatTheUserWroteIsTaken() {
        var plan = planWith("""
                goal: JIT
                paused: true
                steps: [{weight: 0, soakSeconds: 0}, {weight: 100}]
                progress: {maxStepSeconds: 60, onInconclusive: AdvanceWithinBudget}
                rollback: {drainSeconds: 5, keepAotPods: true}
                retire: {warmStandbySeconds: 60, jitReplicas: 1}
                """);
        assertThat(plan.goal()).isEqualTo(Goal.JIT);
        assertThat(plan.paused()).isTrue();
        assertThat(plan.steps()).containsExactly(new Step(0, Duration.ZERO), new Step(100, Duration.ofMinutes(10)));
        assertThat(plan.policy().maxStep()).isEqualTo(Duration.ofMinutes(1));
        assertThat(plan.policy().onInconclusive()).isEqualTo(OnInconclusive.ADVANCE_WITHIN_BUDGET);
        assertThat(plan.policy().drain()).isEqualTo(Duration.ofSeconds(5));
        assertThat(plan.policy().keepAotPods()).isTrue();
        assertThat(plan.retirement()).isEqualTo(new Retirement.After(Duration.ofMinutes(1), 1));
    }

    @Test
    void aGuardThatIsPartlyWrittenKeepsItsOtherDefaults() {
        var plan = planWith("guards: {errors: {mode: Observe}, memory: {requiredGainPercent: 0}}");
        assertThat(guard(plan, ErrorsGuard.class)).isEqualTo(new ErrorsGuard(Mode.OBSERVE, 1.25, 100));
        assertThat(guard(plan, MemoryGuard.class)).isEqualTo(new MemoryGuard(Mode.ENFORCE, 0, 5, 90));
    }

    @ParameterizedTest(name = "{0} must need {1} % less memory and start {2} % faster")
    @CsvSource({"DotnetNativeAot, 20, 30", "GraalvmNative, 20, 30", "JdkAotCache, 0, 0", "Other, 0, 0"})
    void theGainThatIsAskedForDependsOnTheRuntime(String runtime, double memory, double startup) {
        var plan = plan(MINIMAL.replace("DotnetNativeAot", runtime));
        assertThat(guard(plan, MemoryGuard.class).requiredGainPercent()).isEqualTo(memory);
        assertThat(guard(plan, StartupGuard.class).requiredGainPercent()).isEqualTo(startup);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {"{mode: Fixed, count: 3}|3", "{mode: Fixed, min: 4}|4"})
    void aFixedNumberOfPodsStaysTheSameAtAnyWeight(String replicas, int count) {
        var plan = plan(MINIMAL.replace("runtime: DotnetNativeAot", "replicas: " + replicas));
        assertThat(plan.aotReplicas().forWeight(1, 10)).isEqualTo(count);
        assertThat(plan.aotReplicas().forWeight(100, 10)).isEqualTo(count);
    }

    @ParameterizedTest(name = "weight {0} of {1} JIT pods needs {2} AOT pods")
    @CsvSource({"0, 10, 2", "1, 10, 2", "21, 10, 3", "50, 7, 4", "100, 7, 7", "100, 1, 2"})
    void proportionalPodsAreRoundedUpAndNeverBelowTheMinimum(int weight, int jit, int aot) {
        assertThat(plan(MINIMAL).aotReplicas().forWeight(weight, jit)).isEqualTo(aot);
    }

    @Test
    void aCustomGuardKeepsItsNameAndItsLimits() {
        var plan = planWith("""
                guards:
                  custom: [{name: queue-lag, query: "max(lag)", max: 500}]
                """);
        assertThat(guard(plan, CustomGuard.class))
                .isEqualTo(new CustomGuard(Mode.ENFORCE, "queue-lag", OptionalDouble.of(500), OptionalDouble.empty()));
    }

    @Test
    void whatAServiceMayNotExportDoesNotStandInTheWay() {
        var plan = plan(MINIMAL);
        assertThat(guard(plan, SignaturesGuard.class).mode()).isEqualTo(Mode.ENFORCE_WHEN_KNOWN);
        assertThat(guard(plan, LeakGuard.class).mode()).isEqualTo(Mode.ENFORCE_WHEN_KNOWN);
    }
}
