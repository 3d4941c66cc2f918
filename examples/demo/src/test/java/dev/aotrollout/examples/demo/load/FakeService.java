package dev.aotrollout.examples.demo.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server on this machine that notes what it was asked and answers as told. */
final class FakeService implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** How to answer. */
    @FunctionalInterface
    interface Answer {
        void to(HttpExchange exchange) throws Exception;
    }

    FakeService(Answer answer) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Host"));
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                answer.to(exchange);
            } catch (Exception e) {
                throw new IOException(e);
            }
        });
        server.start();
    }

    static void respond(HttpExchange exchange, int status, String track) throws IOException {
        exchange.getResponseHeaders().set("x-track", track);
        exchange.sendResponseHeaders(status, -1);
    }

    Target target() {
        return Target.onThisMachine(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "checkout.example");
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
