package dev.aotrollout.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubeapitest.KubeAPIServer;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The API server goes away for a while and comes back: what the probes say, and who acts afterwards. */
class ApiServerOutageIT {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final KubeAPIServer server = KubeApi.startAnother();
    private Process again;

    @AfterEach
    void stopServer() {
        if (again != null) again.destroyForcibly();
        server.stop();
    }

    private static void await(String what, BooleanSupplier condition) {
        Awaitility.await(what)
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(200))
                .until(condition::getAsBoolean);
    }

    private OperatorProcess start(String name) {
        return OperatorProcess.start(
                folder,
                name,
                server.getKubeConfigYaml(),
                List.of("--leader-election", "--lease-namespace=default", "--lease-seconds=9"));
    }

    @Test
    void aStandbyOutlivesTheOutageAndTheLeaderStopsInIt() throws IOException {
        try (var leader = start("leader")) {
            await(
                    "probes are answered before anything can be listed",
                    () -> leader.text("/startupz").contains("not listed yet: ")
                            && leader.text("/startupz").contains("AOTLibraryPolicy"));
            assertThat(leader.code("/startupz")).isEqualTo(503);
            assertThat(leader.code("/readyz")).isEqualTo(503);
            assertThat(leader.code("/livez")).isEqualTo(200);
            new KubeApi(server.getKubeConfigYaml()).installed();
            await("it leads", leader::leads);
            assertThat(leader.code("/startupz")).isEqualTo(200);
            try (var standby = start("standby")) {
                await("it stands by", () -> standby.code("/readyz") == 200);

                var apiServer = stopApiServer();

                assertThat(leader.awaitEnd()).as(leader::log).isEqualTo(1);
                assertThat(leader.log()).contains("does not lead any more").contains("could not be renewed for 6 s");
                await("the standby could not take over", () -> standby.code("/readyz") == 503);
                assertThat(standby.text("/readyz")).contains("the Lease default/aotrollout cannot be read");
                assertThat(standby.code("/livez")).isEqualTo(200);
                assertThat(standby.code("/healthz")).isEqualTo(200);

                startApiServer(apiServer);

                await("the standby takes over", standby::leads);
                await("it is ready", () -> standby.code("/readyz") == 200);
                assertThat(standby.code("/livez")).isEqualTo(200);
            }
        }
    }

    /** Gives its command line; etcd goes on. */
    private List<String> stopApiServer() {
        var port = "=" + port();
        var process = ProcessHandle.current()
                .descendants()
                .filter(handle -> handle.info().command().orElse("").endsWith("kube-apiserver"))
                .filter(handle -> Arrays.stream(handle.info().arguments().orElseThrow())
                        .anyMatch(argument -> argument.endsWith(port)))
                .findFirst()
                .orElseThrow();
        var command = new ArrayList<String>();
        command.add(process.info().command().orElseThrow());
        command.addAll(Arrays.asList(process.info().arguments().orElseThrow()));
        process.destroy();
        process.onExit().join();
        return command;
    }

    private int port() {
        return URI.create(new KubeApi(server.getKubeConfigYaml()).config().getMasterUrl())
                .getPort();
    }

    private void startApiServer(List<String> command) throws IOException {
        var log = new File(folder.toFile(), "kube-apiserver.log");
        again = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
    }
}
