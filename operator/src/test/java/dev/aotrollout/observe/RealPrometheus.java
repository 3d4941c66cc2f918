package dev.aotrollout.observe;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A Prometheus server of its own for one test, on loopback, out of PATH or the test bed's cache. */
final class RealPrometheus implements AutoCloseable {
    private final Process process;
    private final int port;

    private RealPrometheus(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Scrapes as {@code config} says; skips the test where there is no Prometheus. */
    static RealPrometheus start(Path directory, String config) throws IOException {
        var binary = binary();
        assumeTrue(
                binary.isPresent(),
                "no prometheus on PATH nor in the test bed's cache: install it, or run testbed/build node-packages");
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var file = Files.writeString(directory.resolve("prometheus.yml"), config);
        var process = new ProcessBuilder(
                        binary.get().toString(),
                        "--config.file=" + file,
                        "--storage.tsdb.path=" + directory.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--log.level=warn")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("prometheus.log").toFile())
                .start();
        var server = new RealPrometheus(process, port);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .failFast("Prometheus ended, see " + directory, () -> !process.isAlive())
                .until(server::isReady);
        return server;
    }

    PrometheusConnection connection() {
        return FakeServer.connection("http://127.0.0.1:" + port, Map.of());
    }

    @Override
    public void close() {
        process.destroy();
        if (process.onExit()
                .completeOnTimeout(process, 10, TimeUnit.SECONDS)
                .join()
                .isAlive()) process.destroyForcibly();
    }

    private boolean isReady() throws InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/-/ready"))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    private static Optional<Path> binary() {
        var home = Path.of(System.getProperty("user.home"), ".cache", "aotrollout");
        var cache = Optional.ofNullable(System.getenv("AOTROLLOUT_CACHE"))
                .map(Path::of)
                .orElse(home);
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Stream.of(path.split(File.pathSeparator)).map(Path::of), Stream.of(cache.resolve("bin")))
                .map(folder -> folder.resolve("prometheus"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
