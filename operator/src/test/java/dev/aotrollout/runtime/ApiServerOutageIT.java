package dev.aotrollout.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubeapitest.KubeAPIServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The API server goes away for a while and comes back: what the probes say, and who acts afterwards. */
class ApiServerOutageIT {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    /** Stays, with its etcd. */
    private final KubeAPIServer server = KubeApi.startAnother();

    private final int port = OperatorProcess.freePort();
    /** Another one of the same cluster, which the operators use. */
    private Process apiServer;

    @BeforeEach
    void startServer() {
        apiServer = startApiServer();
    }

    @AfterEach
    void stopServers() {
        apiServer.destroyForcibly();
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
                server.getKubeConfigYaml().replace(":" + otherPort(), ":" + port),
                List.of("--leader-election", "--lease-namespace=default", "--lease-seconds=9"));
    }

    @Test
    void aStandbyOutlivesTheOutageAndTheLeaderStopsInIt() throws InterruptedException {
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

                stopApiServer();

                assertThat(leader.awaitEnd()).as(leader::log).isEqualTo(1);
                assertThat(leader.log()).contains("does not lead any more").contains("could not be renewed for 6 s");
                await("the standby could not take over", () -> standby.code("/readyz") == 503);
                assertThat(standby.text("/readyz")).contains("the Lease default/aotrollout cannot be read");
                assertThat(standby.code("/livez")).isEqualTo(200);
                assertThat(standby.code("/healthz")).isEqualTo(200);

                apiServer = startApiServer();

                await("the standby takes over", standby::leads);
                await("it is ready", () -> standby.code("/readyz") == 200);
                assertThat(standby.code("/livez")).isEqualTo(200);
            }
        }
    }

    private void stopApiServer() throws InterruptedException {
        apiServer.destroyForcibly();
        assertThat(apiServer.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    /** As the other one was, on a port of its own. */
    private Process startApiServer() {
        var others = String.valueOf(otherPort());
        var process = ProcessHandle.current()
                .descendants()
                .filter(handle -> handle.info().command().orElse("").endsWith("kube-apiserver"))
                .filter(handle ->
                        List.of(handle.info().arguments().orElseThrow()).contains(others))
                .findFirst()
                .orElseThrow();
        var command = new ArrayList<String>();
        command.add(process.info().command().orElseThrow());
        for (var argument : process.info().arguments().orElseThrow())
            command.add(argument.equals(others) ? String.valueOf(port) : argument);
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(
                            folder.resolve("kube-apiserver.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int otherPort() {
        return URI.create(new KubeApi(server.getKubeConfigYaml()).config().getMasterUrl())
                .getPort();
    }
}
