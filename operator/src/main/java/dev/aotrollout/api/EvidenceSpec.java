package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.aotrollout.api.PrometheusSpec.SecretKey;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import org.jspecify.annotations.Nullable;

/** How evidence packs are signed and kept. */
public record EvidenceSpec(
        @JsonPropertyDescription(
                "Ed25519 private key (PKCS#8 PEM) that signs each pack; absent: packs are hashed and chained only")
        @Nullable
        SecretKey signingKeySecret,

        @Default("20")
        @Min(1)
        @Max(1000)
        @JsonPropertyDescription("Packs to keep for this rollout; the newest always stays")
        Integer keepPacks,

        @Default("365")
        @Min(1)
        @Max(3650)
        @JsonPropertyDescription("Packs older than this go, in days; the newest always stays")
        Integer keepDays) {
    static final EvidenceSpec DEFAULT = new EvidenceSpec(null, 20, 365);

    /** Fills in the defaults. */
    public EvidenceSpec {
        keepPacks = keepPacks == null ? 20 : keepPacks;
        keepDays = keepDays == null ? 365 : keepDays;
    }
}
