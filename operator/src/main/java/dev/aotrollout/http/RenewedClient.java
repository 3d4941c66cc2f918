package dev.aotrollout.http;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/** Java's client, or another one of the same settings after {@link #renew}. */
final class RenewedClient extends HttpClient {
    private final Supplier<HttpClient> another;
    private final Runnable silence;
    private final AtomicLong answers = new AtomicLong();
    private volatile HttpClient current;

    /**
     * With a first client.
     *
     * @param silence told when a request has run into its timeout and the client has heard nothing since it was sent
     */
    RenewedClient(Supplier<HttpClient> another, Runnable silence) {
        this.another = another;
        this.silence = silence;
        this.current = another.get();
    }

    /** Ends all connections, those of WebSockets too; whoever waits for one is told at once. */
    void renew() {
        var old = current;
        current = another.get();
        old.shutdownNow();
    }

    private <T> CompletableFuture<HttpResponse<T>> watched(CompletableFuture<HttpResponse<T>> answer) {
        var before = answers.get();
        return answer.whenComplete((_, failure) -> {
            if (failure == null) answers.incrementAndGet();
            else if (isTimeout(failure) && answers.get() == before) silence.run();
        });
    }

    /** One over a connection, not one that waited for a connection. */
    private static boolean isTimeout(Throwable failure) {
        var cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof HttpTimeoutException && !(cause instanceof HttpConnectTimeoutException);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
        return watched(current.sendAsync(request, handler));
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> handler, @Nullable PushPromiseHandler<T> pushes) {
        return watched(current.sendAsync(request, handler, pushes));
    }

    /** Fabric8 does not call it; not watched. */
    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
            throws IOException, InterruptedException {
        return current.send(request, handler);
    }

    @Override
    public WebSocket.Builder newWebSocketBuilder() {
        return current.newWebSocketBuilder();
    }

    @Override
    public void shutdown() {
        current.shutdown();
    }

    @Override
    public void shutdownNow() {
        current.shutdownNow();
    }

    @Override
    public boolean awaitTermination(Duration duration) throws InterruptedException {
        return current.awaitTermination(duration);
    }

    @Override
    public boolean isTerminated() {
        return current.isTerminated();
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return current.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return current.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return current.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return current.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return current.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return current.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return current.authenticator();
    }

    @Override
    public Version version() {
        return current.version();
    }

    @Override
    public Optional<Executor> executor() {
        return current.executor();
    }
}
