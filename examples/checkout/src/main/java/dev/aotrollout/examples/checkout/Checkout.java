package dev.aotrollout.examples.checkout;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.javalin.Javalin;
import io.javalin.json.JavalinJackson;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running service: the only place where its parts are put together. */
public final class Checkout implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Checkout.class);
    /** How long requests that are under way at the end of the drain may still take. */
    private static final Duration IN_FLIGHT = Duration.ofSeconds(8);
    /** How long a connection without a request is kept open after the drain. */
    private static final Duration IDLE_AT_END = Duration.ofMillis(100);
    /** Enough for 300 answers a second at half a second each; idle threads end. */
    private static final int MOST_THREADS = 160;

    private final Settings settings;
    private final Track track;
    private final Lifecycle lifecycle = new Lifecycle();
    private final Sabotage sabotage;
    private final Javalin web;
    private volatile double readySeconds = Double.NaN;

    Checkout(Settings settings, Track track) {
        this.settings = settings;
        this.track = track;
        sabotage = new Sabotage(settings.defect());
        var registry = new PrometheusRegistry();
        var exchange = new Exchange(track, lifecycle, new RequestMetrics(registry), sabotage);
        RuntimeMetrics.register(registry, track, () -> readySeconds);
        var json = new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        var shop = new Shop(Catalogue.load(json), InstantSource.system());
        web = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.startupWatcherEnabled = false;
            config.jsonMapper(new JavalinJackson(json, false));
            config.jetty.threadPool = new QueuedThreadPool(MOST_THREADS, 8);
            config.jetty.modifyServer(Checkout::finishRequestsBeforeStopping);
            exchange.surround(config);
            ShopRoutes.add(config.routes, shop);
            new OperationRoutes(lifecycle, registry).add(config.routes);
        });
    }

    static Checkout start(Settings settings, Track track) {
        var checkout = new Checkout(settings, track);
        checkout.serve();
        return checkout;
    }

    /** Returns when the service is ready. */
    void serve() {
        web.start(settings.port());
        WarmUp.run(port());
        sabotage.beforeReady();
        readySeconds = ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
        lifecycle.enter(Lifecycle.Phase.SERVING);
        LOG.atInfo()
                .addKeyValue("track", track.word())
                .addKeyValue("port", port())
                .addKeyValue("readySeconds", readySeconds)
                .addKeyValue("defect", settings.defect())
                .log("Ready");
    }

    private static void finishRequestsBeforeStopping(Server server) {
        server.setHandler(new GracefulHandler());
        server.setStopTimeout(IN_FLIGHT.toMillis());
    }

    int port() {
        return web.port();
    }

    boolean isReady() {
        return lifecycle.isIn(Lifecycle.Phase.SERVING);
    }

    /** Not ready any more, still serving: until every router knows, a request may arrive here and is answered. */
    void drain() throws InterruptedException {
        lifecycle.enter(Lifecycle.Phase.DRAINING);
        LOG.atInfo().addKeyValue("drainSeconds", settings.drain().toSeconds()).log("Draining");
        Thread.sleep(settings.drain());
    }

    @Override
    public void close() {
        for (var connector : web.jettyServer().server().getContainedBeans(ServerConnector.class)) {
            connector.setShutdownIdleTimeout(IDLE_AT_END.toMillis());
        }
        web.stop();
        LOG.info("Stopped");
    }
}
