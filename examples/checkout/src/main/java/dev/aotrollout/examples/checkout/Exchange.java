package dev.aotrollout.examples.checkout;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What surrounds every request: headers, the defect, the count, and the answer when something goes wrong. */
final class Exchange {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    private static final String STARTED_NANOS = "started-nanos";
    private static final String ERROR_TYPE = "error-type";
    private static final Problem UNREADABLE_BODY = new Problem(400, "the body is not the JSON that this route needs");
    private static final Problem SERVER_FAILED = new Problem(500, "the server failed");

    private final Track track;
    private final Lifecycle lifecycle;
    private final RequestMetrics metrics;
    private final Sabotage sabotage;

    Exchange(Track track, Lifecycle lifecycle, RequestMetrics metrics, Sabotage sabotage) {
        this.track = track;
        this.lifecycle = lifecycle;
        this.metrics = metrics;
        this.sabotage = sabotage;
    }

    void surround(JavalinConfig config) {
        config.routes.before(this::begin);
        config.routes.beforeMatched(this::misbehave);
        config.routes.exception(RefusedRequestException.class, (e, ctx) -> answer(ctx, e.problem()));
        config.routes.exception(JsonProcessingException.class, (e, ctx) -> answer(ctx, UNREADABLE_BODY));
        config.routes.exception(Exception.class, Exchange::failed);
        config.requestLogger.http((ctx, _) -> end(ctx));
    }

    private void begin(Context ctx) {
        ctx.header("x-track", track.word());
        if (lifecycle.isIn(Lifecycle.Phase.DRAINING)) {
            ctx.header("Connection", "close");
        }
        if (isFromClient(ctx)) {
            ctx.attribute(STARTED_NANOS, System.nanoTime());
            metrics.began(ctx.req().getMethod());
        }
    }

    /** Before it is ready, the service is its own client: these requests are neither counted nor spoilt. */
    private boolean isFromClient(Context ctx) {
        return !lifecycle.isIn(Lifecycle.Phase.WARMING_UP) && !OperationRoutes.include(ctx.path());
    }

    private void misbehave(Context ctx) {
        if (ctx.attribute(STARTED_NANOS) != null) {
            sabotage.beforeAnswer(route(ctx));
        }
    }

    private static void failed(Exception e, Context ctx) {
        LOG.atError()
                .addKeyValue("method", ctx.method())
                .addKeyValue("route", route(ctx))
                .addKeyValue("error", e)
                .log("Request failed");
        ctx.attribute(ERROR_TYPE, e.getClass().getName());
        answer(ctx, SERVER_FAILED);
    }

    private static void answer(Context ctx, Problem problem) {
        ctx.status(problem.status()).json(problem);
    }

    private void end(Context ctx) {
        Long startedNanos = ctx.attribute(STARTED_NANOS);
        if (startedNanos == null) {
            return;
        }
        var answer = new RequestMetrics.Answer(ctx.req().getMethod(), route(ctx), ctx.statusCode(), errorType(ctx));
        metrics.ended(answer, Duration.ofNanos(System.nanoTime() - startedNanos));
    }

    private static String route(Context ctx) {
        var endpoint = ctx.endpoints().matchedHttpEndpoint();
        return endpoint == null ? "" : endpoint.path;
    }

    /** A wrong request is the client's error, not the server's: only 5xx has a type. */
    private static String errorType(Context ctx) {
        if (ctx.statusCode() < 500) {
            return "";
        }
        String thrown = ctx.attribute(ERROR_TYPE);
        return thrown == null ? Integer.toString(ctx.statusCode()) : thrown;
    }
}
