package dev.aotrollout.examples.demo.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTest {
    @TempDir
    private Path root = Path.of("");

    private Path script(String path, String text) throws IOException {
        var file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private OperatorProcess.Launch launch(String text) throws IOException {
        var program = script("operator", text);
        return new OperatorProcess.Launch(
                List.of(program.toString()), Path.of("/some/kubeconfig"), root.resolve("log"));
    }

    @Test
    void startsTheOperatorWithItsKubeconfigAndStartsItAgainAfterAKill() throws Exception {
        try (var operator = OperatorProcess.start(launch("echo started with $KUBECONFIG\nexec sleep 60"))) {
            await().until(() -> Files.readString(operator.log()).contains("started with /some/kubeconfig"));
            // When
            operator.kill();
            operator.startAgain();
            // Then
            await().until(() -> Files.readAllLines(operator.log()).size() == 2);
            operator.checkAlive();
        }
    }

    @Test
    void saysThatTheOperatorEndedByItself() throws Exception {
        try (var operator = OperatorProcess.start(launch("exit 7"))) {
            await().untilAsserted(() -> assertThatThrownBy(operator::checkAlive)
                    .hasMessageContaining("exit code 7")
                    .hasMessageContaining(operator.log().toString()));
        }
    }

    @Test
    void endsTheOperatorOnCloseUnlessItIsKept() throws Exception {
        // Given
        var operator = OperatorProcess.start(launch("exec sleep 60"));
        var pid = Long.parseLong(operator.keep().replace("kill ", ""));
        // When
        operator.close();
        // Then
        var process = ProcessHandle.of(pid).orElseThrow();
        assertThat(process.isAlive()).isTrue();
        assertThat(process.destroyForcibly()).isTrue();
    }

    @Test
    void endsAChildWhenInterrupted() throws Exception {
        // Given
        var program = script("slow", "echo $$ > '" + root + "/pid'; exec sleep 60");
        var interrupted = new AtomicBoolean();
        var thread = Thread.ofPlatform().start(() -> {
            try {
                Command.of(program).run();
            } catch (InterruptedException e) {
                interrupted.set(true);
            }
        });
        await().until(() -> Files.exists(root.resolve("pid"))
                && Files.readString(root.resolve("pid")).endsWith("\n"));
        // When
        thread.interrupt();
        thread.join();
        // Then
        assertThat(interrupted).isTrue();
        var pid = Long.parseLong(Files.readString(root.resolve("pid")).strip());
        assertThat(ProcessHandle.of(pid)).isEmpty();
    }

    @Test
    void namesTheCommandThatFailed() throws Exception {
        var program = script("broken", "exit 3");
        assertThatThrownBy(() -> Command.of(program, "now").run())
                .hasMessageContaining(program + " now")
                .hasMessageContaining("exit code 3");
    }

    @Test
    void asksTheTestbedWhetherTheMachineCanRunIt() throws Exception {
        var project = new Project(root);
        script("testbed/can-run", "exit 0");
        assertThat(Testbed.obstacle(project)).isEmpty();
        script("testbed/can-run", "echo no bridge; exit 1");
        assertThat(Testbed.obstacle(project)).contains("no bridge");
    }

    @Test
    void startsTheTestbedReadsItsAddressesAndTakesItDown() throws Exception {
        // Given
        var calls = root.resolve("calls");
        for (var name : Set.of("build", "down", "stop-part")) {
            script("testbed/" + name, "echo %s $@ >> '%s'".formatted(name, calls));
        }
        script("testbed/up", """
            echo up >> '%s'
            cat > "$1/testbed.env" <<'END'
            KUBECONFIG=/t/kubeconfig
            export GATEWAY_URL="http://127.0.0.1:8080"
            GATEWAY_NAME=gateway
            GATEWAY_NAMESPACE=gateway-system
            PROMETHEUS_URL=http://127.0.0.1:9090
            AUDIT_LOG=/t/audit.log
            END
            """.formatted(calls));
        // When
        Site site;
        try (var testbed = Testbed.up(new Project(root))) {
            site = testbed.site();
            assertThat(testbed.auditLog()).isEqualTo(Path.of("/t/audit.log"));
            testbed.stopPart("prometheus");
        }
        // Then
        assertThat(site.gatewayUrl()).isEqualTo(URI.create("http://127.0.0.1:8080"));
        assertThat(site.gateway()).isEqualTo(new Site.Gateway("gateway-system", "gateway"));
        assertThat(site.kubeconfig()).isEqualTo(Path.of("/t/kubeconfig"));
        assertThat(Files.readAllLines(calls))
                .extracting(line -> line.replaceAll("/\\S+", "DIR"))
                .containsExactly("build cluster", "up", "stop-part DIR prometheus", "down DIR");
    }

    @Test
    void endsEverythingLastFirstWhateverGoesWrong() {
        // Given
        var ended = new ArrayList<String>();
        var belongings = new Belongings();
        belongings.add(() -> ended.add("cluster"));
        belongings.add(() -> {
            throw new DemoException("namespace demo is not gone");
        });
        belongings.add(() -> ended.add("operator"));
        // When
        assertThatThrownBy(belongings::close).hasSuppressedException(new DemoException("namespace demo is not gone"));
        // Then
        assertThat(ended).containsExactly("operator", "cluster");
    }

    @Test
    void endsWhatWasStartedEvenWhenInterrupted() throws Exception {
        // Given
        var operator = OperatorProcess.start(launch("exec sleep 60"));
        // When
        Thread.currentThread().interrupt();
        operator.close();
        // Then
        assertThat(Thread.interrupted()).isTrue();
        assertThatThrownBy(operator::checkAlive).hasMessageContaining("exit code 143");
    }
}
