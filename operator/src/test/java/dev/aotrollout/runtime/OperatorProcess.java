package dev.aotrollout.runtime;

import dev.aotrollout.cli.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The operator as the operating system sees it: the command line in a process of its own. */
final class OperatorProcess implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final int port;
    private final Path log;

    private OperatorProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Runs {@code run} with {@code arguments} against the cluster of {@code kubeconfig}, as the pod {@code name}. */
    static OperatorProcess start(Path folder, String name, String kubeconfig, List<String> arguments) {
        return start(folder, name, kubeconfig, freePort(), arguments);
    }

    static OperatorProcess start(Path folder, String name, String kubeconfig, int port, List<String> arguments) {
        try {
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Main.class.getName(),
                    "run",
                    "--health-port=" + port));
            command.addAll(arguments);
            var log = folder.resolve(name + ".log");
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment()
                    .putAll(Map.of(
                            "KUBECONFIG",
                            Files.writeString(folder.resolve(name + ".kubeconfig"), kubeconfig)
                                    .toString(),
                            "POD_NAME",
                            name));
            return new OperatorProcess(builder.start(), port, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a GET; empty while nobody listens. */
    Optional<HttpResponse<String>> get(String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .build();
            return Optional.of(HTTP.send(request, BodyHandlers.ofString()));
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** 0 while nobody listens. */
    int code(String path) {
        return get(path).map(HttpResponse::statusCode).orElse(0);
    }

    String text(String path) {
        return get(path).map(HttpResponse::body).orElse("");
    }

    boolean leads() {
        return text("/metrics").contains("\naotrollout_leader 1.0\n");
    }

    void kill() {
        process.destroyForcibly();
    }

    void terminate() {
        process.destroy();
    }

    /** The exit code. */
    int awaitEnd() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) throw new IllegalStateException("still runs, see " + log);
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
        awaitEnd();
    }
}
