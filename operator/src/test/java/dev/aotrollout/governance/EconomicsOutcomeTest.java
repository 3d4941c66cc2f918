package dev.aotrollout.governance;

import static dev.aotrollout.governance.Economy.MIB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aotrollout.governance.Density.Binding;
import dev.aotrollout.judge.Cpu.PodCpu;
import dev.aotrollout.judge.PodMemory;
import java.util.List;
import org.junit.jupiter.api.Test;

class EconomicsOutcomeTest {
    private static final EconomicsBuild JIT = Economy.requesting(0.1, 512);
    private static final EconomicsBuild AOT = Economy.requesting(0.1, 256);

    private static EconomicsOutcome outcome(EconomicsBuild jit, EconomicsBuild aot) {
        return EconomicsOutcome.of(Economy.facts(jit, aot, 200), Economy.EUR);
    }

    private static EconomicsFootprint footprint(EconomicsOutcome outcome, EconomicsStage stage) {
        return outcome.footprint(stage).orElseThrow();
    }

    @Test
    void memoryThatBindsFreesNodesUntilCpuDoes() {
        var outcome = outcome(JIT, AOT);
        var before = footprint(outcome, EconomicsStage.JIT_AS_REQUESTED);
        var after = footprint(outcome, EconomicsStage.AOT_PREDICTED);
        assertThat(before.podsPerNode()).isEqualTo(58);
        assertThat(before.binding()).isEqualTo(Binding.MEMORY);
        assertThat(before.nodes()).isEqualTo(4);
        assertThat(after.podsPerNode()).isEqualTo(79);
        assertThat(after.binding()).isEqualTo(Binding.CPU);
        assertThat(after.nodes()).isEqualTo(3);
        assertThat(outcome.remarks())
                .containsExactly(
                        "CPU binds after the change (79 pods a node instead of 58): further memory savings free no node",
                        "3 nodes for 200 replicas instead of 4",
                        "the nodes saved are lost again if AOT needs more than 316 replicas, which is 58 % more CPU a"
                                + " request");
    }

    @Test
    void whereCpuBindsMemorySavingsFreeNoNode() {
        var outcome = outcome(Economy.requesting(0.25, 512), Economy.requesting(0.25, 256));
        assertThat(outcome.footprints())
                .extracting(EconomicsFootprint::podsPerNode)
                .containsExactly(31, 31);
        assertThat(outcome.footprints()).extracting(EconomicsFootprint::nodes).containsExactly(7, 7);
        assertThat(outcome.remarks())
                .containsExactly(
                        "CPU binds before and after the change (31 pods a node as before): memory savings free no node",
                        "7 nodes for 200 replicas, as many as before");
        assertThat(outcome.money())
                .allMatch(money -> money.realisableSavingPerMonth() == 0 && money.allocatedSavingPerMonth() == 0);
    }

    @Test
    void moneyIsNodesTimesPriceAndRoomOnNodesApart() {
        var money = outcome(JIT, AOT).money();
        assertThat(money).extracting(EconomicsMoney::currency).containsOnly("EUR");
        assertThat(money.get(0).nodesCostPerMonth()).isCloseTo(4 * 0.38 * 730, within(1e-9));
        assertThat(money.get(0).realisableSavingPerMonth()).isZero();
        assertThat(money.get(1).nodesCostPerMonth()).isCloseTo(3 * 0.38 * 730, within(1e-9));
        assertThat(money.get(1).realisableSavingPerMonth()).isCloseTo(0.38 * 730, within(1e-9));
        assertThat(money.get(1).allocatedSavingPerMonth())
                .isCloseTo(200 * (0.5 / 29 - 0.1 / 7.91) * 0.38 * 730, within(1e-9));
    }

    @Test
    void withoutAPriceThereIsNoMoney() {
        var outcome = EconomicsOutcome.of(Economy.facts(JIT, AOT, 200), EconomicsPricing.NONE);
        assertThat(outcome.money()).isEmpty();
        assertThat(outcome.footprints()).hasSize(2);
    }

    @Test
    void realisedIsTheMeasuredPeakAndItsMargin() {
        var outcome = outcome(Economy.using(JIT, 400, 0.01), Economy.using(AOT, 200, 0.01));
        var realised = footprint(outcome, EconomicsStage.AOT_REALISED);
        assertThat(realised.memoryBytesPerPod()).isCloseTo(230 * MIB, within(1.0));
        assertThat(realised.cpuCoresPerPod()).isEqualTo(0.1);
        assertThat(realised.replicas()).isEqualTo(200);
        assertThat(outcome.remarks())
                .contains("as predicted: 3 nodes predicted with 256 MiB a pod, 3 realised with 230 MiB");
    }

    @Test
    void moreCpuARequestCostsReplicas() {
        var outcome = outcome(Economy.using(JIT, 400, 0.010), Economy.using(AOT, 200, 0.011));
        assertThat(footprint(outcome, EconomicsStage.AOT_REALISED).replicas()).isEqualTo(220);
        assertThat(outcome.remarks())
                .contains("AOT needs 10 % more CPU a request: 220 replicas carry what 200 JIT replicas do");
    }

    @Test
    void muchMoreCpuCostsMoreThanTheMemorySaves() {
        var outcome = outcome(Economy.using(JIT, 440, 0.010), Economy.using(AOT, 200, 0.020));
        assertThat(footprint(outcome, EconomicsStage.AOT_REALISED).nodes()).isEqualTo(6);
        assertThat(outcome.money().getLast().realisableSavingPerMonth()).isNegative();
        assertThat(outcome.remarks())
                .contains(
                        "6 nodes for 400 replicas instead of 4",
                        "not as predicted: 3 nodes predicted with 256 MiB a pod, 6 realised with 230 MiB");
    }

    @Test
    void halfTheCpuRequestNeedsTwiceThePodsUnlessRequestsNeedHalfTheCpu() {
        var half = Economy.requesting(0.05, 256);
        assertThat(footprint(
                                outcome(Economy.using(JIT, 400, 0.01), Economy.using(half, 200, 0.01)),
                                EconomicsStage.AOT_REALISED)
                        .replicas())
                .isEqualTo(400);
        assertThat(footprint(
                                outcome(Economy.using(JIT, 400, 0.01), Economy.using(half, 200, 0.005)),
                                EconomicsStage.AOT_REALISED)
                        .replicas())
                .isEqualTo(200);
    }

    @Test
    void withoutProcessorTimeTheReplicasStayAndItIsSaid() {
        var outcome = outcome(JIT, Economy.using(AOT, 200, 0.01));
        assertThat(footprint(outcome, EconomicsStage.AOT_REALISED).replicas()).isEqualTo(200);
        assertThat(outcome.assumptions())
                .contains("AOT needs as many pods as JIT: processor time of a request was not measured");
    }

    @Test
    void aRequestThatWasTooLargeIsNoMeritOfTheNewBuild() {
        var outcome = outcome(Economy.using(JIT, 256 / 1.15, 0.01), Economy.using(AOT, 128 / 1.15, 0.01));
        assertThat(outcome.remarks())
                .contains("JIT pods request 256 MiB more than they need, with 3 nodes if they did not: of the 384 MiB"
                        + " saved a pod, 128 MiB are the new build's");
    }

    @Test
    void aRequestThatIsTooSmallIsSaid() {
        assertThat(outcome(Economy.using(JIT, 600, 0.01), Economy.using(AOT, 200, 0.01))
                        .remarks())
                .contains("JIT pods use more memory than they request: 690 MiB would fit, 512 MiB are requested");
    }

    @Test
    void roomOnANodeThatIsNotEmptiedIsWorthSomethingOnlyToOthers() {
        var outcome = EconomicsOutcome.of(Economy.facts(JIT, AOT, 10), Economy.EUR);
        assertThat(outcome.remarks())
                .anySatisfy(remark -> assertThat(remark)
                        .startsWith("no whole node is freed: ")
                        .endsWith(" EUR a month are saved once other pods fill the room"));
    }

    @Test
    void withoutNodesNothingIsCounted() {
        var outcome = EconomicsOutcome.of(new EconomicsFacts(NodePool.NONE, JIT, AOT, 200), Economy.EUR);
        assertThat(outcome.footprints()).isEmpty();
        assertThat(outcome.money()).isEmpty();
        assertThat(outcome.remarks()).containsExactly("no node is known: pods per node and nodes cannot be told");
    }

    @Test
    void withoutRequestsNothingIsCounted() {
        assertThat(outcome(EconomicsBuild.NONE, EconomicsBuild.NONE).remarks())
                .containsExactly(
                        "what JIT pods take is not known: set their requests of CPU and memory",
                        "what AOT pods take is not known: they are not requested for, nor measured yet");
        assertThat(outcome(JIT, EconomicsBuild.NONE).footprints()).hasSize(1);
    }

    @Test
    void aPodThatFitsNowhereIsNamed() {
        var outcome = outcome(JIT, Economy.requesting(16, 256));
        assertThat(outcome.footprint(EconomicsStage.AOT_PREDICTED)).isEmpty();
        assertThat(outcome.remarks())
                .containsExactly("AOT predicted: a pod (CPU 16, memory 256 MiB) does not fit on a node");
    }

    @Test
    void measurementsOfPodsAreTheLargestPeakAndTheMeanOfAllRequests() {
        var measured = JIT.measured(
                List.of(new PodMemory("a", 1, 300 * MIB, 0), new PodMemory("b", 1, 310 * MIB, 0)),
                List.of(new PodCpu("a", 10, 900), new PodCpu("b", 2, 300)));
        assertThat(measured.peak().memoryBytes()).isEqualTo(310 * MIB);
        assertThat(measured.cpuSecondsPerRequest()).isCloseTo(0.01, within(1e-12));
        assertThat(measured.measured(List.of(), List.of())).isEqualTo(measured);
    }
}
