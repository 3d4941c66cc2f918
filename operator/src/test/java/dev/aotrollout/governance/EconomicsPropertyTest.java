package dev.aotrollout.governance;

import static dev.aotrollout.governance.Economy.MIB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aotrollout.judge.Startups;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What holds for every cluster and service. Each run draws a new seed and prints it; {@code -Dseed=…} repeats one. */
class EconomicsPropertyTest {
    private static final int CLUSTERS = 20_000;
    private SplittableRandom random = new SplittableRandom();

    @BeforeEach
    void drawSeed(TestInfo test) {
        var seed = Long.getLong("seed", new SplittableRandom().nextLong());
        System.out.println(test.getDisplayName() + " seed " + seed);
        random = new SplittableRandom(seed);
    }

    private NodeShape node() {
        return new NodeShape(
                "n", random.nextInt(500, 64_000) / 1000.0, random.nextInt(512, 262_144) * MIB, random.nextInt(1, 250));
    }

    private PodRequests requests() {
        return new PodRequests(random.nextInt(1, 4000) / 1000.0, random.nextInt(8, 8192) * MIB);
    }

    private PodRequests less(PodRequests requests) {
        return new PodRequests(requests.cpuCores(), requests.memoryBytes() * random.nextDouble(0.01, 1));
    }

    private EconomicsBuild build(PodRequests requests) {
        var use = new PodUse(random.nextDouble(4), random.nextInt(2) * random.nextInt(8, 8192) * MIB);
        return new EconomicsBuild(requests, use, random.nextInt(2) * random.nextDouble(0.1), Startups.NONE, 0);
    }

    private EconomicsFacts facts() {
        return new EconomicsFacts(
                new NodePool(List.of(node(), node()), random.nextInt(20), ""),
                build(requests()),
                build(requests()),
                random.nextInt(1, 2000));
    }

    @Test
    void lessMemoryNeverNeedsMoreNodes() {
        for (var i = 0; i < CLUSTERS; i++) {
            var node = node();
            var before = requests();
            var after = less(before);
            var replicas = random.nextInt(0, 1000);
            var nodesBefore = Density.of(node, before, 3).nodes(replicas);
            if (nodesBefore.isEmpty()) continue;
            assertThat(Density.of(node, after, 3).nodes(replicas).orElseThrow())
                    .as("%s %s %s", node, before, after)
                    .isLessThanOrEqualTo(nodesBefore.getAsInt());
        }
    }

    @Test
    void lessMemoryFreesRoomOnlyWhereMemoryBinds() {
        for (var i = 0; i < CLUSTERS; i++) {
            var node = node();
            var before = requests();
            var density = Density.of(node, before, 0);
            var after = Density.of(node, less(before), 0);
            if (density.binding() != Density.Binding.MEMORY)
                assertThat(after.podsPerNode()).isEqualTo(density.podsPerNode());
        }
    }

    @Test
    void thePodsOfANodeFitOnItAndOneMoreDoesNot() {
        for (var i = 0; i < CLUSTERS; i++) {
            var node = node();
            var requests = requests();
            var pods = Density.of(node, requests, 0).podsPerNode();
            assertThat(fits(node, requests, pods)).isTrue();
            assertThat(fits(node, requests, pods + 1)).isFalse();
        }
    }

    private static boolean fits(NodeShape node, PodRequests requests, int pods) {
        return pods <= node.maxPods()
                && Math.round(pods * requests.cpuCores() * 1000) <= Math.round(node.cpuCores() * 1000)
                && Math.round(pods * requests.memoryBytes()) <= Math.round(node.memoryBytes());
    }

    /** Random clusters may have millions of nodes. */
    private static Offset<Double> withinRounding(double largest) {
        return within(1e-6 + 1e-12 * largest);
    }

    @Test
    void moneyIsNodesTimesPrice() {
        for (var i = 0; i < CLUSTERS; i++) {
            var pricing = new EconomicsPricing(random.nextDouble(0.01, 10), "EUR");
            var outcome = EconomicsOutcome.of(facts(), pricing);
            for (var money : outcome.money()) {
                var footprint = outcome.footprint(money.stage()).orElseThrow();
                var before = outcome.footprint(EconomicsStage.JIT_AS_REQUESTED).orElseThrow();
                var price = pricing.nodeHourly() * EconomicsPricing.HOURS_PER_MONTH;
                assertThat(money.nodesCostPerMonth())
                        .isCloseTo(footprint.nodes() * price, withinRounding(footprint.nodes() * price));
                assertThat(money.realisableSavingPerMonth())
                        .isCloseTo(
                                (before.nodes() - footprint.nodes()) * price,
                                withinRounding(before.nodes() * price + footprint.nodes() * price));
            }
        }
    }

    @Test
    void wholeNodesHoldWhatIsAllocated() {
        for (var i = 0; i < CLUSTERS; i++)
            for (var footprint :
                    EconomicsOutcome.of(facts(), EconomicsPricing.NONE).footprints())
                assertThat(footprint.allocatedNodes())
                        .as("%s", footprint)
                        .isPositive()
                        .isLessThanOrEqualTo(footprint.nodes() * (1 + 1e-6));
    }

    @Test
    void theSameFactsHaveTheSameOutcome() {
        for (var i = 0; i < CLUSTERS / 10; i++) {
            var facts = facts();
            assertThat(EconomicsOutcome.of(facts, Economy.EUR)).isEqualTo(EconomicsOutcome.of(facts, Economy.EUR));
        }
    }
}
