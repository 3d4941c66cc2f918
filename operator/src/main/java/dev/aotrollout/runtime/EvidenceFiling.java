package dev.aotrollout.runtime;

import dev.aotrollout.api.AotEvidencePack;
import dev.aotrollout.api.AotEvidencePackSpec;
import dev.aotrollout.api.EvidenceSpec;
import dev.aotrollout.cluster.EvidenceStore;
import dev.aotrollout.evidence.Attestation;
import dev.aotrollout.evidence.EvidenceDocument;
import dev.aotrollout.evidence.EvidenceJson;
import dev.aotrollout.evidence.Headline;
import dev.aotrollout.evidence.PackName;
import dev.aotrollout.workload.AotNames;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Stores a pack: the document first, in a ConfigMap that nobody can change, then the resource that points to it. Whatever a crash
 * left of that is taken up again: a document that is there already is the one that counts.
 */
final class EvidenceFiling {
    private static final String DOCUMENT = "evidence.json.gz";
    private static final String ATTESTATION = "attestation.json.gz";

    private final EvidenceStore store;

    EvidenceFiling(EvidenceStore store) {
        this.store = store;
    }

    /** What shall be stored, where nothing is yet. */
    record Sealed(EvidenceDocument document, Optional<PrivateKey> key) {}

    /** The document of an earlier attempt, where one got that far. */
    Optional<ConfigMap> found(EvidenceCase given) {
        return store.document(given.namespace(), PackName.configMap(given.name()));
    }

    /** Whether the pack is there, as the API server has it this moment. */
    AotEvidencePack file(EvidenceCase given, Supplier<Sealed> content) {
        var document = found(given).orElseGet(() -> store.create(configMap(given, content.get())));
        var json = unpacked(given, document);
        var pack = store.create(pack(given, document, json));
        store.own(pack, document);
        return pack;
    }

    private static ConfigMap configMap(EvidenceCase given, Sealed content) {
        var bytes = new TreeMap<String, String>();
        bytes.put(DOCUMENT, packed(EvidenceJson.write(content.document())));
        content.key()
                .ifPresent(
                        key -> bytes.put(ATTESTATION, packed(Attestation.sign(given.name(), content.document(), key))));
        return new ConfigMapBuilder()
                .withMetadata(metadata(given, PackName.configMap(given.name())))
                .withImmutable(true)
                .withBinaryData(bytes)
                .build();
    }

    /** Neither belongs to the AOTRollout: evidence outlives it. */
    private static ObjectMeta metadata(EvidenceCase given, String name) {
        return new ObjectMetaBuilder()
                .withName(name)
                .withNamespace(given.namespace())
                .withLabels(
                        Map.of(AotNames.ROLLOUT, given.key().name(), "app.kubernetes.io/managed-by", AotNames.MANAGER))
                .build();
    }

    private static String packed(byte[] bytes) {
        return Base64.getEncoder().encodeToString(EvidenceJson.compress(bytes));
    }

    private static byte[] unpacked(EvidenceCase given, ConfigMap document) {
        var packed = document.getBinaryData() == null
                ? null
                : document.getBinaryData().get(DOCUMENT);
        if (packed == null) throw foreign(given, "it has no " + DOCUMENT, null);
        try (var gzip = new GZIPInputStream(
                new ByteArrayInputStream(Base64.getMimeDecoder().decode(packed)))) {
            return gzip.readAllBytes();
        } catch (IOException | IllegalArgumentException e) {
            throw foreign(given, DOCUMENT + " is damaged", e);
        }
    }

    private static IllegalStateException foreign(EvidenceCase given, String why, @Nullable Exception cause) {
        return new IllegalStateException(
                "ConfigMap %s/%s is in the way of the evidence of the last run: %s; delete it"
                        .formatted(given.namespace(), PackName.configMap(given.name()), why),
                cause);
    }

    private static AotEvidencePack pack(EvidenceCase given, ConfigMap stored, byte[] json) {
        EvidenceDocument document;
        try {
            document = EvidenceJson.read(new String(json, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw foreign(given, "it is no evidence", e);
        }
        var headline = Headline.of(document);
        var isOurs = PackName.of(
                        headline.rollout().name(),
                        headline.rollout().uid(),
                        headline.revision(),
                        headline.startedAt(),
                        headline.endedAt())
                .equals(given.name());
        if (!isOurs) throw foreign(given, "it is the evidence of another run", null);
        var pack = new AotEvidencePack();
        pack.setMetadata(metadata(given, given.name()));
        pack.setSpec(spec(headline, EvidenceJson.digest(json), place(stored)));
        return pack;
    }

    private static AotEvidencePackSpec.Document place(ConfigMap stored) {
        var bytes = stored.getBinaryData();
        return new AotEvidencePackSpec.Document(
                stored.getMetadata().getName(),
                DOCUMENT,
                bytes.containsKey(ATTESTATION) ? ATTESTATION : null,
                bytes.values().stream()
                        .mapToInt(text -> Base64.getMimeDecoder().decode(text).length)
                        .sum());
    }

    private static AotEvidencePackSpec spec(Headline headline, String digest, AotEvidencePackSpec.Document place) {
        var figures = headline.figures();
        var previous = headline.previous();
        return new AotEvidencePackSpec(
                new AotEvidencePackSpec.RolloutRef(
                        headline.rollout().name(),
                        headline.rollout().uid(),
                        headline.rollout().generation()),
                headline.revision(),
                headline.outcome(),
                headline.reason(),
                headline.message(),
                headline.verdict(),
                headline.startedAt(),
                headline.endedAt(),
                new AotEvidencePackSpec.Figures(
                        figures.memoryGainPercent(),
                        figures.memoryGainShown(),
                        figures.startupGainPercent(),
                        figures.startupGainShown(),
                        figures.attributedSpendPercent(),
                        figures.aotRequests(),
                        figures.aotErrors(),
                        figures.oomKills(),
                        figures.restarts(),
                        figures.monthlySaving(),
                        figures.currency()),
                new AotEvidencePackSpec.Summary(
                        headline.summary().memory(),
                        headline.summary().startup(),
                        headline.summary().spent()),
                digest,
                previous == null ? null : new AotEvidencePackSpec.Previous(previous.name(), previous.digest()),
                place);
    }

    /** Deletes what is too old or too much, the oldest first; never the newest. */
    void retain(EvidenceCase given, Instant now) {
        var packs = store.packsNow(given.namespace(), given.key().name());
        expired(packs, given.rollout().getSpec().evidence(), now).forEach(store::delete);
    }

    /** Of {@code packs}, the oldest first. */
    static List<AotEvidencePack> expired(List<AotEvidencePack> packs, EvidenceSpec keep, Instant now) {
        var oldest = now.minus(Duration.ofDays(keep.keepDays()));
        var surplus = packs.size() - keep.keepPacks();
        var expired = 0;
        // A gap in the middle of the chain would look like tampering.
        while (expired < packs.size() - 1
                && (expired < surplus
                        || Instant.parse(packs.get(expired).getSpec().endedAt()).isBefore(oldest))) expired++;
        return packs.subList(0, expired);
    }
}
