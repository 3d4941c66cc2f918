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
    private volatile Generation current;

    /**
     * With a first client.
     *
     * @param silence told when a request has run into its timeout and the client has heard nothing since it was sent
     */
    RenewedClient(Supplier<HttpClient> another, Runnable silence) {
        this.another = another;
        this.silence = silence;
        this.current = new Generation(another.get(), new AtomicLong());
    }

    /** A client and how many answers it has got. */
    private record Generation(HttpClient client, AtomicLong answers) {}

    /** Ends all connections, those of WebSockets too; whoever waits for one is told at once. */
    synchronized void renew() {
        var old = current;
        current = new Generation(another.get(), new AtomicLong());
        old.client().shutdownNow();
    }

    private <T> CompletableFuture<HttpResponse<T>> watched(
            Generation generation, CompletableFuture<HttpResponse<T>> answer) {
        var before = generation.answers().get();
        return answer.whenComplete((_, failure) -> {
            if (failure == null) generation.answers().incrementAndGet();
            else if (isTimeout(failure) && generation.answers().get() == before && generation.equals(current))
                silence.run();
        });
    }

    /** One over a connection, not one that waited for a connection. */
    private static boolean isTimeout(Throwable failure) {
        var cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof HttpTimeoutException && !(cause instanceof HttpConnectTimeoutException);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
        var generation = current;
        return watched(generation, generation.client().sendAsync(request, handler));
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> handler, @Nullable PushPromiseHandler<T> pushes) {
        var generation = current;
        return watched(generation, generation.client().sendAsync(request, handler, pushes));
    }

    /** Fabric8 does not call it; not watched. */
    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
            throws IOException, InterruptedException {
        return current.client().send(request, handler);
    }

    @Override
    public WebSocket.Builder newWebSocketBuilder() {
        return current.client().newWebSocketBuilder();
    }

    @Override
    public void shutdown() {
        current.client().shutdown();
    }

    @Override
    public void shutdownNow() {
        current.client().shutdownNow();
    }

    @Override
    public boolean awaitTermination(Duration duration) throws InterruptedException {
        return current.client().awaitTermination(duration);
    }

    @Override
    public boolean isTerminated() {
        return current.client().isTerminated();
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return current.client().cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return current.client().connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return current.client().followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return current.client().proxy();
    }

    @Override
    public SSLContext sslContext() {
        return current.client().sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return current.client().sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return current.client().authenticator();
    }

    @Override
    public Version version() {
        return current.client().version();
    }

    @Override
    public Optional<Executor> executor() {
        return current.client().executor();
    }
}
