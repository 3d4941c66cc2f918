package dev.aotrollout.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reads single named Secrets; never lists or watches them. An answer is used for a while, so that a live step does not read every second. */
public final class Secrets {
    private static final Duration KEEP = Duration.ofSeconds(30);
    private static final Duration KEEP_MISSING = Duration.ofSeconds(5);

    /** One key of one Secret. */
    public record Ref(String namespace, String name, String key) {}

    /** What became of a look-up. */
    public sealed interface Result {
        /** The value, decoded. */
        record Found(String value) implements Result {}

        /** There is none; {@code why} names the Secret, the key and the remedy. */
        record Missing(String why) implements Result {}
    }

    private record Kept(Result result, Instant until) {}

    private final KubernetesClient client;
    private final InstantSource clock;
    private final Map<Ref, Kept> kept = new ConcurrentHashMap<>();

    public Secrets(KubernetesClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
    }

    /** The value of one key. */
    public Result read(Ref ref) {
        var now = clock.instant();
        return kept.compute(ref, (_, before) -> {
                    if (before != null && now.isBefore(before.until())) return before;
                    var result = fetch(ref);
                    return new Kept(result, now.plus(result instanceof Result.Found ? KEEP : KEEP_MISSING));
                })
                .result();
    }

    private Result fetch(Ref ref) {
        try {
            var secret = client.secrets()
                    .inNamespace(ref.namespace())
                    .withName(ref.name())
                    .get();
            if (secret == null)
                return new Result.Missing("Secret %s/%s does not exist; create it with the key %s"
                        .formatted(ref.namespace(), ref.name(), ref.key()));
            var encoded = secret.getData() == null ? null : secret.getData().get(ref.key());
            if (encoded == null)
                return new Result.Missing(
                        "Secret %s/%s has no key %s".formatted(ref.namespace(), ref.name(), ref.key()));
            return new Result.Found(new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8).strip());
        } catch (KubernetesClientException e) {
            return new Result.Missing("Secret %s/%s cannot be read (%d); allow the operator to get it"
                    .formatted(ref.namespace(), ref.name(), e.getCode()));
        }
    }
}
