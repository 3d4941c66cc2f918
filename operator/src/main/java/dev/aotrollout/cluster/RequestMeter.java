package dev.aotrollout.cluster;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Measures requests to the API server. A watch counts when it is opened. */
final class RequestMeter implements Interceptor {
    /** Up to and with the version, and a namespace where more follows it; the rest is a kind, or a kind and a name. */
    private static final Pattern BEFORE_THE_KIND =
            Pattern.compile("^.*?/(?:api|apis/[^/]+)/v[^/]+/(?:namespaces/[^/]+/(?=.))?");

    private final RequestListener listener;
    private final InstantSource clock;

    RequestMeter(RequestListener listener, InstantSource clock) {
        this.listener = listener;
        this.clock = clock;
    }

    /** Carries the instant of sending to where the answer arrives. */
    private record Timed(AsyncBody.Consumer<List<ByteBuffer>> consumer, Instant sent)
            implements AsyncBody.Consumer<List<ByteBuffer>> {
        @Override
        public void consume(List<ByteBuffer> value, AsyncBody body) throws Exception {
            consumer.consume(value, body);
        }

        @Override
        public <U> U unwrap(Class<U> target) {
            return target.isInstance(this) ? target.cast(this) : consumer.unwrap(target);
        }
    }

    @Override
    public AsyncBody.Consumer<List<ByteBuffer>> consumer(
            AsyncBody.Consumer<List<ByteBuffer>> consumer, HttpRequest request) {
        return new Timed(consumer, clock.instant());
    }

    @Override
    public void after(
            HttpRequest request, HttpResponse<?> response, AsyncBody.@Nullable Consumer<List<ByteBuffer>> consumer) {
        var timed = consumer == null ? null : consumer.unwrap(Timed.class);
        var took = timed == null ? Duration.ZERO : Duration.between(timed.sent(), clock.instant());
        listener.answered(verb(request.method(), request.uri()), response.code(), took);
    }

    @Override
    public void afterConnectionFailure(HttpRequest request, Throwable failure) {
        listener.answered(verb(request.method(), request.uri()), 0, Duration.ZERO);
    }

    static String verb(String method, URI uri) {
        return switch (method) {
            case "POST" -> "create";
            case "PUT" -> "update";
            case "PATCH" -> "patch";
            case "DELETE" -> "delete";
            default -> read(uri);
        };
    }

    private static String read(URI uri) {
        var query = uri.getRawQuery();
        if (query != null && query.contains("watch=true")) return "watch";
        var path = uri.getPath();
        var start = BEFORE_THE_KIND.matcher(path);
        return start.find() && path.indexOf('/', start.end()) < 0 ? "list" : "get";
    }
}
