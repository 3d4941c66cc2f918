package dev.aotrollout.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two operators as processes: one is killed in the middle of a step, the other is told to end. */
class FailoverIT {
    @TempDir
    Path folder;

    private final Shop shop = Shop.open();

    @AfterEach
    void closeShop() {
        shop.close();
    }

    private OperatorProcess start(String name) {
        return OperatorProcess.start(
                folder,
                name,
                KubeApi.get().kubeconfig(),
                List.of(
                        "--namespaces=" + shop.namespace,
                        "--leader-election=true",
                        "--lease-namespace=" + shop.namespace,
                        "--lease-seconds=9"));
    }

    @Test
    void theOtherTakesOverAfterAKillAndAnEndGivesTheLeaseBack() {
        try (var first = start("first")) {
            shop.await("the first one leads", first::leads);
            try (var second = start("second")) {
                shop.roll("steps", Shop.HALFWAY);
                shop.awaitServed(50);
                shop.await("the second one stands by", () -> second.code("/readyz") == 200);
                assertThat(second.leads()).isFalse();
                assertThat(second.text("/readyz")).contains("standby", "held by first");
                assertThat(second.code("/startupz")).isEqualTo(200);

                first.kill();

                shop.await("the second one leads", second::leads);
                assertThat(shop.weight()).isEqualTo(50);
                shop.annotate("abort", "pager");
                shop.awaitPhase("RolledBack");
                assertThat(shop.weight()).isZero();
                assertThat(shop.transitions()).containsOnlyOnce("WeightShifted").containsOnlyOnce("Aborted");

                second.terminate();

                assertThat(second.awaitEnd()).as(second::log).isZero();
                assertThat(holder()).isEqualTo("null");
            }
        }
    }

    @Test
    void aPortInUseEndsItWithAWord() throws IOException {
        try (var taken = new ServerSocket(0);
                var operator = OperatorProcess.start(
                        folder, "late", KubeApi.get().kubeconfig(), taken.getLocalPort(), List.of())) {
            assertThat(operator.awaitEnd()).isEqualTo(1);
            assertThat(operator.log()).contains("Operator cannot run").contains("Address already in use");
        }
    }

    private String holder() {
        var lease = shop.client
                .leases()
                .inNamespace(shop.namespace)
                .withName("aotrollout")
                .get();
        return String.valueOf(lease.getSpec().getHolderIdentity());
    }
}
