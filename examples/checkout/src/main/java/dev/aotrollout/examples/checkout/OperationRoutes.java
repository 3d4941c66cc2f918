package dev.aotrollout.examples.checkout;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.util.Set;

/** The routes that the platform asks, not a client: health and metrics. They are not counted, and carry no defect. */
final class OperationRoutes {
    private static final String READY = "/healthz";
    private static final String ALIVE = "/livez";
    private static final String METRICS = "/metrics";
    private static final Set<String> PATHS = Set.of(READY, ALIVE, METRICS);

    private final Lifecycle lifecycle;
    private final PrometheusRegistry registry;
    private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();

    OperationRoutes(Lifecycle lifecycle, PrometheusRegistry registry) {
        this.lifecycle = lifecycle;
        this.registry = registry;
    }

    static boolean include(String path) {
        return PATHS.contains(path);
    }

    void add(RoutesConfig routes) {
        routes.get(READY, this::ready);
        routes.get(ALIVE, ctx -> ctx.result("alive\n"));
        routes.get(METRICS, this::metrics);
    }

    private void ready(Context ctx) {
        var serving = lifecycle.isIn(Lifecycle.Phase.SERVING);
        ctx.status(serving ? 200 : 503).result(serving ? "ready\n" : "not ready\n");
    }

    private void metrics(Context ctx) throws IOException {
        ctx.contentType(writer.getContentType());
        writer.write(ctx.outputStream(), registry.scrape(), EscapingScheme.DEFAULT);
    }
}
