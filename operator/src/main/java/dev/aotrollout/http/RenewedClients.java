package dev.aotrollout.http;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * HTTP clients that give up connections that have died without a word, as when a load balancer loses a node. Java's client goes on
 * sending over such a connection until TCP gives up, a quarter of an hour later, and Fabric8's watches hear nothing for up to ten
 * minutes. Here the first request that ran into its timeout, while nothing else was heard either, ends all connections of all
 * clients of this factory, and the next ones are new. The clients of one operator have one factory, so that the renewals of its
 * Lease watch over its watches.
 */
public final class RenewedClients extends ClientFactory {
    /** A server that is too busy to answer anybody is not helped by ever new connections. */
    private static final Duration AT_MOST_EVERY = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final Runnable renewed;
    private final List<RenewedClient> clients = new CopyOnWriteArrayList<>();
    private Instant renewedAt = Instant.EPOCH;

    /**
     * No client yet.
     *
     * @param renewed told whenever all connections are given up
     */
    public RenewedClients(InstantSource clock, Runnable renewed) {
        this.clock = clock;
        this.renewed = renewed;
    }

    @Override
    HttpClient built(HttpClient.Builder builder) {
        var client = new RenewedClient(builder::build, this::renew);
        clients.add(client);
        return client;
    }

    /** Told of a silence. */
    private synchronized void renew() {
        var now = clock.instant();
        if (Duration.between(renewedAt, now).abs().compareTo(AT_MOST_EVERY) < 0) return;
        renewedAt = now;
        renewed.run();
        clients.forEach(RenewedClient::renew);
    }
}
