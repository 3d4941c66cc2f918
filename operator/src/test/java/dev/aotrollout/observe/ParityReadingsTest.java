package dev.aotrollout.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.judge.Parity;
import dev.aotrollout.judge.Parity.Difference;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ParityReadingsTest {
    @Test
    void aTrackWithoutPodsDiffersInNothing() {
        assertThat(ParityReadings.of(List.of(pod(c -> c)), List.of(), "app")).isEqualTo(Parity.EQUAL);
    }

    @Test
    void anotherProcessorLimitIsDecisive() {
        var jit = pod(c -> limits(c, "cpu", "1"));
        var aot = pod(c -> limits(c, "cpu", "500m"));

        assertThat(differences(jit, aot)).containsExactly(new Difference("limits.cpu", "1", "0.5", true));
    }

    @Test
    void theSameQuantityInAnotherSpellingIsNoDifference() {
        assertThat(differences(pod(c -> limits(c, "cpu", "1000m")), pod(c -> limits(c, "cpu", "1"))))
                .isEmpty();
    }

    @Test
    void aSmallerMemoryLimitIsNamedAndDecidesNothing() {
        var jit = pod(c -> limits(c, "memory", "512Mi"));
        var aot = pod(c -> limits(c, "memory", "128Mi"));

        assertThat(differences(jit, aot))
                .containsExactly(new Difference("limits.memory", "536870912", "134217728", false));
    }

    @Test
    void anotherCollectorIsDecisive() {
        var jit = pod(
                c -> c.addNewEnv().withName("DOTNET_gcServer").withValue("1").endEnv());

        assertThat(differences(jit, pod(c -> c))).containsExactly(new Difference("env DOTNET_gcServer", "1", "", true));
    }

    @Test
    void ofTheOptionsOfAJvmOnlyCollectorAndHeapCount() {
        var jit = pod(c -> c.addNewEnv()
                .withName("JAVA_TOOL_OPTIONS")
                .withValue("-XX:+UseSerialGC -Xmx64m -Dmode=jit")
                .endEnv());
        var aot = pod(c -> c.addNewEnv()
                .withName("JAVA_TOOL_OPTIONS")
                .withValue("-Xmx64m -XX:AOTCache=app.aot -XX:+UseSerialGC")
                .endEnv());
        var other = pod(c -> c.addNewEnv()
                .withName("JAVA_TOOL_OPTIONS")
                .withValue("-Xmx96m -XX:+UseSerialGC")
                .endEnv());

        assertThat(differences(jit, aot)).isEmpty();
        assertThat(differences(jit, other))
                .containsExactly(new Difference(
                        "heap flags in env JAVA_TOOL_OPTIONS",
                        "-XX:+UseSerialGC -Xmx64m",
                        "-XX:+UseSerialGC -Xmx96m",
                        true));
    }

    @Test
    void otherVariablesAndOtherContainersAreTheUsersBusiness() {
        var jit = pod(c -> c.addNewEnv().withName("MODE").withValue("jit").endEnv());

        assertThat(differences(jit, pod(c -> c))).isEmpty();
        assertThat(ParityReadings.of(List.of(jit), List.of(pod(c -> c)), "sidecar"))
                .isEqualTo(Parity.EQUAL);
    }

    private static List<Difference> differences(Pod jit, Pod aot) {
        return ParityReadings.of(List.of(jit), List.of(aot), "app").differences();
    }

    private static ContainerBuilder limits(ContainerBuilder container, String resource, String amount) {
        return container
                .editOrNewResources()
                .addToLimits(resource, new Quantity(amount))
                .endResources();
    }

    private static Pod pod(UnaryOperator<ContainerBuilder> container) {
        return new PodBuilder()
                .withNewMetadata()
                .withName("checkout-1")
                .endMetadata()
                .withNewSpec()
                .addToContainers(
                        container.apply(new ContainerBuilder().withName("app")).build())
                .endSpec()
                .build();
    }
}
