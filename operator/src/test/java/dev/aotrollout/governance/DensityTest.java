package dev.aotrollout.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aotrollout.governance.Density.Binding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DensityTest {
    private static final double MIB = 1024.0 * 1024;
    private static final NodeShape NODE = new NodeShape("n", 7.91, 29 * 1024 * MIB, 110);

    @ParameterizedTest(name = "{0} cores and {1} MiB: {2} pods a node, {3} binds, {4} nodes for 200")
    @CsvSource({
        "0.25, 512, 31, CPU, 7",
        "0.25, 256, 31, CPU, 7",
        "0.1, 512, 58, MEMORY, 4",
        "0.1, 256, 79, CPU, 3",
        "0.01, 64, 110, PODS, 2",
        "0.01, 269.9, 110, PODS, 2",
        "0, 512, 58, MEMORY, 4",
        "0.25, 0, 31, CPU, 7",
        "0, 0, 110, PODS, 2"
    })
    void whatRunsOutFirstSetsThePodsOfANode(double cores, double mebibytes, int pods, Binding binding, int nodes) {
        var density = Density.of(NODE, new PodRequests(cores, mebibytes * MIB), 0);
        assertThat(density.podsPerNode()).isEqualTo(pods);
        assertThat(density.binding()).isEqualTo(binding);
        assertThat(density.nodes(200)).hasValue(nodes);
    }

    @Test
    void podsOfDaemonSetsTakeSlots() {
        var density = Density.of(NODE, new PodRequests(0.01, 64 * MIB), 12);
        assertThat(density.podsPerNode()).isEqualTo(98);
        assertThat(density.binding()).isEqualTo(Binding.PODS);
    }

    @Test
    void aNodeFullOfDaemonSetsHoldsNothing() {
        var density = Density.of(NODE, new PodRequests(0.01, 64 * MIB), 200);
        assertThat(density.podsPerNode()).isZero();
        assertThat(density.nodes(1)).isEmpty();
    }

    @ParameterizedTest(name = "{0} cores of {1} hold {2}")
    @CsvSource({"0.1, 0.3, 3", "0.1, 0.7, 7", "0.05, 0.35, 7", "0.1, 0.2999, 2"})
    void binaryFractionsLoseNoPod(double request, double cores, int pods) {
        assertThat(new Density(new NodeShape("n", cores, MIB, 110), new PodRequests(request, 0), 110).podsByCpu())
                .isEqualTo(pods);
    }

    @Test
    void aPodThatIsLargerThanTheNodeFitsNowhere() {
        assertThat(Density.of(NODE, new PodRequests(1, 30 * 1024 * MIB), 0).nodes(1))
                .isEmpty();
    }

    @Test
    void memoryIsNotNamedWhereLessOfItAloneMakesNoRoom() {
        var node = new NodeShape("n", 1, 1024 * MIB, 110);
        assertThat(Density.of(node, new PodRequests(0.1, 102.4 * MIB), 0).binding())
                .isEqualTo(Binding.CPU);
        assertThat(new Density(node, new PodRequests(0, 1024 * MIB / 110), 110).binding())
                .isEqualTo(Binding.PODS);
    }

    @Test
    void aPodTakesThePartOfANodeThatItTakesMostOf() {
        assertThat(Density.of(NODE, new PodRequests(0.25, 512 * MIB), 0).nodeShare())
                .isCloseTo(0.25 / 7.91, within(1e-12));
        assertThat(Density.of(NODE, new PodRequests(0.1, 512 * MIB), 0).nodeShare())
                .isCloseTo(0.5 / 29, within(1e-12));
        assertThat(Density.of(NODE, new PodRequests(0.01, MIB), 0).nodeShare()).isCloseTo(1 / 110.0, within(1e-12));
    }

    @Test
    void theTypicalNodeIsARealOneInTheMiddle() {
        var small = new NodeShape("small", 2, 4 * MIB, 110);
        var large = new NodeShape("large", 16, 64 * MIB, 110);
        var middle = new NodeShape("middle", 4, 8 * MIB, 110);
        assertThat(new NodePool(List.of(large, small, middle), 0, "").typical()).hasValue(middle);
        assertThat(new NodePool(List.of(large, small), 0, "").typical()).hasValue(small);
        assertThat(NodePool.NONE.typical()).isEmpty();
    }
}
