package dev.aotrollout.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.aotrollout.cli.Shell;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster without our definitions: the answer is the one that a kube-apiserver gives to paths that it does not know. */
class NoKindsTest {
    @TempDir
    private Path folder;

    private HttpServer server;
    private String kubeconfig = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var body = "404 page not found\n".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
            exchange.sendResponseHeaders(404, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        kubeconfig = Files.writeString(folder.resolve("config"), """
                        apiVersion: v1
                        kind: Config
                        current-context: bare
                        contexts: [{name: bare, context: {cluster: c, user: u}}]
                        clusters: [{name: c, cluster: {server: "http://127.0.0.1:%s"}}]
                        users: [{name: u, user: {token: t}}]
                        """.formatted(
                                server.getAddress().getPort()))
                .toString();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void whatIsMissingAndHowToInstallItIsSaid() {
        for (var command : new String[][] {
            {"list"}, {"status", "checkout"}, {"pause", "checkout"}, {"explain", "checkout"}, {"report", "checkout"}
        }) {
            var args = new String[command.length + 2];
            System.arraycopy(command, 0, args, 0, command.length);
            args[command.length] = "--kubeconfig";
            args[command.length + 1] = kubeconfig;
            var result = Shell.run(args);
            assertThat(result.code()).as(result.err()).isEqualTo(2);
            assertThat(result.err().lines()).hasSize(1);
            assertThat(result.err())
                    .contains(
                            "does not know aotrollout.dev (context bare): install the chart (or kubectl apply --server-side -f crds/)");
        }
    }

    @Test
    void thereIsNothingToDrain() {
        var result = Shell.run("drain", "--kubeconfig", kubeconfig);
        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("the cluster knows no AOTRollouts");
    }
}
