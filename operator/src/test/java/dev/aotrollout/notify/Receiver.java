package dev.aotrollout.notify;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A receiver of notices that answers as it is told. */
public final class Receiver implements AutoCloseable {
    /** One answer; after the last that was asked for it answers 204. */
    public record Answer(int status, Map<String, String> headers) {
        public static Answer of(int status) {
            return new Answer(status, Map.of());
        }
    }

    /** One request. */
    public record Request(String path, Headers headers, String body) {}

    private final HttpServer server;
    private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
    private final ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final List<CountDownLatch> hanging = new CopyOnWriteArrayList<>();
    private volatile boolean hangs;

    public Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(
                Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()));
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:%s/secret-path".formatted(server.getAddress().getPort());
    }

    public void answers(Answer... next) {
        answers.addAll(List.of(next));
    }

    public void hang() {
        hangs = true;
    }

    public Request next() throws InterruptedException {
        var request = requests.poll(20, TimeUnit.SECONDS);
        if (request == null) throw new AssertionError("no request came");
        return request;
    }

    public int waiting() {
        return requests.size();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(new Request(exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), body));
            if (hangs) {
                var latch = new CountDownLatch(1);
                hanging.add(latch);
                latch.await();
            }
            var answer = answers.isEmpty() ? Answer.of(204) : answers.remove();
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        hangs = false;
        hanging.forEach(CountDownLatch::countDown);
        server.stop(0);
    }
}
