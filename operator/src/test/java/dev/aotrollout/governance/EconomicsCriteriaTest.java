package dev.aotrollout.governance;

import static dev.aotrollout.governance.Economy.MIB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.governance.EconomicsClaims.Claim;
import dev.aotrollout.judge.Startups;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EconomicsCriteriaTest {
    private static Criterion asked(CriterionName name, EconomicsClaims claims, EconomicsFacts facts) {
        return EconomicsCriteria.of(claims, EconomicsThresholds.DEFAULT, facts).stream()
                .filter(criterion -> criterion.name() == name)
                .findFirst()
                .orElseThrow();
    }

    private static Criterion measured(CriterionName name, EconomicsBuild jit) {
        return asked(name, EconomicsClaims.MEASURED, Economy.facts(jit, EconomicsBuild.NONE, 10));
    }

    private static EconomicsBuild starting(double resolution, double... seconds) {
        var startups = new Startups(DoubleStream.of(seconds).boxed().toList(), resolution);
        return new EconomicsBuild(PodRequests.NONE, PodUse.NONE, 0, startups, 0);
    }

    private static EconomicsBuild image(double mebibytes) {
        return new EconomicsBuild(PodRequests.NONE, PodUse.NONE, 0, Startups.NONE, mebibytes * MIB);
    }

    @Test
    void nothingKnownIsUnknownAndSaysWhatToDo() {
        var criteria = EconomicsCriteria.of(EconomicsClaims.MEASURED, EconomicsThresholds.DEFAULT, EconomicsFacts.NONE);
        assertThat(criteria)
                .extracting(Criterion::name)
                .containsExactly(CriterionName.COLD_START, CriterionName.MEMORY_PRESSURE, CriterionName.DEPLOY_CYCLE);
        assertThat(criteria).allMatch(criterion -> criterion.answer() == Answer.UNKNOWN);
        assertThat(criteria.get(0).evidence())
                .isEqualTo("0 starts of JIT pods seen, 2 needed; restart a pod, or declare coldStartImpact");
        assertThat(criteria.get(1).evidence()).contains("may the operator list nodes?");
        assertThat(criteria.get(2).evidence()).contains("no node reports the size of the JIT image");
    }

    @ParameterizedTest(name = "ready after {0} and {1} s, resolved to {2} s: {3}")
    @CsvSource({
        "8, 9, 2, PASSED",
        "7, 7.2, 2, PASSED",
        "6, 7, 2, UNKNOWN",
        "5, 5, 2, UNKNOWN",
        "4, 4, 2, FAILED",
        "1, 2, 2, FAILED",
        "10, 12, 11, UNKNOWN",
        "20, 20, 11, PASSED"
    })
    void coarseStampsProveNothing(double first, double second, double resolution, Answer answer) {
        assertThat(measured(CriterionName.COLD_START, starting(resolution, first, second))
                        .answer())
                .isEqualTo(answer);
    }

    @Test
    void coldStartNamesTheMedianAndTheRemedy() {
        assertThat(measured(CriterionName.COLD_START, starting(2, 30, 9, 8)).evidence())
                .isEqualTo("JIT pods are ready after 9 s (median of 3), slow is over 5 s");
        assertThat(measured(CriterionName.COLD_START, starting(11, 9, 9)).evidence())
                .contains("resolve 11 s, which cannot tell")
                .contains("startupProbe.periodSeconds: 1");
    }

    @Test
    void oneStartIsTooFew() {
        assertThat(measured(CriterionName.COLD_START, starting(2, 60)))
                .isEqualTo(new Criterion(
                        CriterionName.COLD_START,
                        Answer.UNKNOWN,
                        "1 start of JIT pods seen, 2 needed; restart a pod, or declare coldStartImpact"));
    }

    @ParameterizedTest(name = "{0} cores, {1} MiB: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            0.1  | 512 | PASSED | memory binds: 512 MiB of 29 GiB allows 58 pods a node, CPU 100m of 7.91 allows 79 (node worker-1)
            0.25 | 512 | FAILED | CPU binds: 250m of 7.91 allows 31 pods a node, memory 512 MiB of 29 GiB allows 58: memory savings free no node (node worker-1)
            0.01 | 64  | FAILED | the pod limit binds: 110 pods a node, memory 64 MiB of 29 GiB allows 464, CPU 10m of 7.91 allows 791: memory savings free no node (node worker-1)
            """)
    void memoryPressureIsWhetherMemoryBinds(double cores, double mebibytes, Answer answer, String evidence) {
        assertThat(measured(CriterionName.MEMORY_PRESSURE, Economy.requesting(cores, mebibytes)))
                .isEqualTo(new Criterion(CriterionName.MEMORY_PRESSURE, answer, evidence));
    }

    @ParameterizedTest(name = "{0} cores, {1} MiB")
    @CsvSource(delimiter = '|', textBlock = """
            0   | 512   | JIT pods request no CPU and none was measured
            0.1 | 0     | JIT pods request no memory and none was measured
            0   | 0     | JIT pods request no memory and none was measured
            0.1 | 40000 | does not fit on a node of CPU 7.91, memory 29 GiB
            """)
    void memoryPressureIsUnknownWithoutRequests(double cores, double mebibytes, String evidence) {
        var criterion = measured(CriterionName.MEMORY_PRESSURE, Economy.requesting(cores, mebibytes));
        assertThat(criterion.answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(criterion.evidence()).contains(evidence);
    }

    @Test
    void whatIsNotRequestedIsMeasured() {
        var jit = new EconomicsBuild(new PodRequests(0.1, 0), new PodUse(4, 600 * MIB), 0, Startups.NONE, 0);
        var criterion = measured(CriterionName.MEMORY_PRESSURE, jit);
        assertThat(criterion.answer()).isEqualTo(Answer.PASSED);
        assertThat(criterion.evidence())
                .startsWith("memory binds: 690 MiB of 29 GiB allows 43 pods a node, CPU 100m")
                .endsWith("what is not requested is the measured peak and 15 %");
    }

    @Test
    void theNodeAndWhatWasNotLookedAtAreNamed() {
        var pool = new NodePool(List.of(Economy.NODE, Economy.NODE, Economy.NODE), 0, "taints not looked at");
        var facts = new EconomicsFacts(pool, Economy.requesting(0.1, 512), EconomicsBuild.NONE, 3);
        assertThat(asked(CriterionName.MEMORY_PRESSURE, EconomicsClaims.MEASURED, facts)
                        .evidence())
                .endsWith("(node worker-1 (median of 3), taints not looked at)");
    }

    @ParameterizedTest(name = "an image of {0} MiB: {1}")
    @CsvSource({"199.9, FAILED", "200, PASSED", "812, PASSED"})
    void aLargeImageSlowsDeploymentsDown(double mebibytes, Answer answer) {
        assertThat(measured(CriterionName.DEPLOY_CYCLE, image(mebibytes)).answer())
                .isEqualTo(answer);
    }

    @Test
    void bothImagesAreNamed() {
        var facts = Economy.facts(image(212), image(26.5), 1);
        assertThat(asked(CriterionName.DEPLOY_CYCLE, EconomicsClaims.MEASURED, facts)
                        .evidence())
                .isEqualTo("the JIT image has 212 MiB, the AOT image 26.5 MiB, large is from 200 MiB on");
    }

    @Test
    void aRubricMovesTheThresholds() {
        var criteria = EconomicsCriteria.of(
                EconomicsClaims.MEASURED,
                new EconomicsThresholds(20, 1000 * MIB),
                Economy.facts(
                        new EconomicsBuild(
                                PodRequests.NONE, PodUse.NONE, 0, new Startups(List.of(9.0, 9.0), 2), 500 * MIB),
                        EconomicsBuild.NONE,
                        1));
        assertThat(criteria.get(0).answer()).isEqualTo(Answer.FAILED);
        assertThat(criteria.get(2).answer()).isEqualTo(Answer.FAILED);
    }

    @Test
    void aDeclaredAnswerStandsAndTheMeasurementIsShownBesideIt() {
        var claims = new EconomicsClaims(Claim.NO, Claim.YES, Claim.YES);
        var facts = Economy.facts(Economy.requesting(0.25, 512), EconomicsBuild.NONE, 1);
        assertThat(asked(CriterionName.COLD_START, claims, facts))
                .isEqualTo(new Criterion(CriterionName.COLD_START, Answer.FAILED, "declared No"));
        assertThat(asked(CriterionName.DEPLOY_CYCLE, claims, facts))
                .isEqualTo(new Criterion(CriterionName.DEPLOY_CYCLE, Answer.PASSED, "declared Yes"));
        var memory = asked(CriterionName.MEMORY_PRESSURE, claims, facts);
        assertThat(memory.answer()).isEqualTo(Answer.PASSED);
        assertThat(memory.evidence()).startsWith("declared Yes; measured: CPU binds");
    }
}
