package dev.aotrollout.runtime;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.api.PrometheusSpec;
import dev.aotrollout.cluster.Secrets;
import dev.aotrollout.observe.MetricSource;
import dev.aotrollout.observe.MetricsAddresses;
import dev.aotrollout.observe.PrometheusConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** How to reach the Prometheus of a rollout, with its Secrets resolved; an address that is not allowed is never asked. */
final class Connections {
    /** A connection, or why there is none. */
    sealed interface Resolved {
        record Ready(PrometheusConnection connection) implements Resolved {}

        record Missing(String why) implements Resolved {}
    }

    /** Unwinds to the one place that turns it into a value. */
    private static final class MissingSecret extends RuntimeException {
        private static final long serialVersionUID = 1;

        MissingSecret(String why) {
            super(why, null, false, false);
        }

        String why() {
            return String.valueOf(getMessage());
        }
    }

    private final Secrets secrets;
    private final MetricsAddresses addresses;
    private final Function<PrometheusConnection, MetricSource> connect;

    /**
     * For all rollouts.
     *
     * @param connect begins to ask a server
     */
    Connections(Secrets secrets, MetricsAddresses addresses, Function<PrometheusConnection, MetricSource> connect) {
        this.secrets = secrets;
        this.addresses = addresses;
        this.connect = connect;
    }

    /** Begins to ask the server. */
    MetricSource open(PrometheusConnection connection) {
        return connect.apply(connection);
    }

    Resolved resolve(AotRollout rollout) {
        var namespace = rollout.getMetadata().getNamespace();
        var spec = rollout.getSpec().metrics().prometheus();
        try {
            var address = URI.create(spec.url());
            var refusal = addresses.refusal(address);
            if (refusal.isPresent()) return new Resolved.Missing(refusal.get());
            var ca = spec.caSecret() == null ? "" : value(namespace, spec.caSecret());
            return new Resolved.Ready(new PrometheusConnection(
                    address, headers(namespace, spec), ca, Duration.ofSeconds(spec.timeoutSeconds())));
        } catch (MissingSecret e) {
            return new Resolved.Missing(e.why());
        } catch (IllegalArgumentException e) {
            return new Resolved.Missing("metrics.prometheus.url is not an address: " + e.getMessage());
        }
    }

    private Map<String, String> headers(String namespace, PrometheusSpec spec) {
        var headers = new HashMap<>(spec.headers());
        for (var header : spec.headerSecrets())
            headers.put(header.header(), value(namespace, header.name(), header.key()));
        if (spec.bearerTokenSecret() != null)
            headers.put("Authorization", "Bearer " + value(namespace, spec.bearerTokenSecret()));
        var basic = spec.basicAuthSecret();
        if (basic != null) {
            var pair = value(namespace, basic.name(), basic.usernameKey()) + ":"
                    + value(namespace, basic.name(), basic.passwordKey());
            headers.put(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        return headers;
    }

    private String value(String namespace, PrometheusSpec.SecretKey key) {
        return value(namespace, key.name(), key.key());
    }

    private String value(String namespace, String name, String key) {
        return switch (secrets.read(new Secrets.Ref(namespace, name, key))) {
            case Secrets.Result.Found(var value) -> value;
            case Secrets.Result.Missing(var why) -> throw new MissingSecret(why);
        };
    }
}
