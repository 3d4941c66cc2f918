package dev.aotrollout.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.api.AotEvidencePack;
import dev.aotrollout.api.AotRolloutStatus;
import dev.aotrollout.evidence.EvidenceDocument;
import dev.aotrollout.evidence.EvidenceJson;
import dev.aotrollout.evidence.EvidenceSchema;
import dev.aotrollout.evidence.FiledPack;
import dev.aotrollout.evidence.Samples;
import dev.aotrollout.evidence.Verifier;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Each ending leaves one pack, whatever happens on the way. */
class EvidenceIT {
    private final Shop shop = Shop.open();
    private final RequestTap tap = new RequestTap();
    private final KubernetesClient client = KubeApi.get().newClient(tap);
    private Wiring operator;

    @BeforeEach
    void startOperator() {
        operator = new Wiring(client, new Settings(Set.of(shop.namespace)));
        operator.start();
    }

    @AfterEach
    void stopOperator() {
        shop.close();
        operator.close();
        client.close();
    }

    private List<AotEvidencePack> packs() {
        return shop.client.resources(AotEvidencePack.class).inNamespace(shop.namespace).list().getItems().stream()
                .sorted(Comparator.comparing(pack -> pack.getSpec().endedAt()))
                .toList();
    }

    private List<AotEvidencePack> awaitPacks(int count) {
        shop.await(count + " packs", () -> packs().size() == count);
        return packs();
    }

    private ConfigMap document(AotEvidencePack pack) {
        return shop.client
                .configMaps()
                .inNamespace(shop.namespace)
                .withName(pack.getSpec().document().configMap())
                .get();
    }

    private static String unpacked(ConfigMap map, String key) {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(
                Base64.getDecoder().decode(map.getBinaryData().get(key))))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EvidenceDocument read(AotEvidencePack pack) {
        var json = unpacked(document(pack), "evidence.json.gz");
        EvidenceSchema.assertValid(json);
        return EvidenceJson.read(json);
    }

    private List<String> flaws(List<AotEvidencePack> packs, Optional<PublicKey> key) {
        var filed = packs.stream()
                .map(pack -> {
                    var map = document(pack);
                    var attestation = map.getBinaryData().containsKey("attestation.json.gz")
                            ? unpacked(map, "attestation.json.gz")
                            : "";
                    return new FiledPack(
                            "test",
                            pack.getMetadata().getName(),
                            unpacked(map, "evidence.json.gz"),
                            attestation,
                            Shop.tree(Serialization.asYaml(pack.getSpec())));
                })
                .toList();
        return Verifier.verify(filed, key).flaws();
    }

    @ConcurrentTest
    void aPromotedRunFilesOnePackThatFits() {
        shop.roll();
        shop.awaitPhase("Promoted");
        var pack = awaitPacks(1).getFirst();
        shop.awaitFiled();

        var status = shop.status().orElseThrow();
        assertThat(status.evidence())
                .isEqualTo(new AotRolloutStatus.EvidenceRef(
                        pack.getMetadata().getName(), pack.getSpec().digest(), "Warned"));
        var map = document(pack);
        assertThat(map.getImmutable()).isTrue();
        assertThat(map.getMetadata().getOwnerReferences())
                .extracting(owner -> owner.getUid())
                .containsExactly(pack.getMetadata().getUid());
        assertThat(pack.getMetadata().getOwnerReferences()).isEmpty();
        assertThat(flaws(packs(), Optional.empty())).isEmpty();
        var document = read(pack);
        assertThat(document.conclusion().outcome()).isEqualTo("Promoted");
        assertThat(document.previous()).isNull();
        assertThat(document.quality().remarks()).isEmpty();
        assertThat(document.course().taken()).hasSize(3);
        assertThat(document.course().transitions()).isNotEmpty();
        assertThat(document.guards()).extracting(guard -> guard.guard()).contains("errors", "budget");
        assertThat(document.memory().pods()).isNotEmpty();
        assertThat(document.series()).extracting(one -> one.query()).contains("memory", "errors", "burn");
        assertThat(document.startup().jitSeconds()).isNotEmpty();
        assertThat(pack.getSpec().figures().aotRequests()).isPositive();
        shop.always("it is filed once", () -> packs().size() == 1);
    }

    @ConcurrentTest
    void aRolledBackRunFilesAPackToo_andTheNextFollowsIt() {
        var keys = Samples.keys();
        shop.client
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName("signing")
                        .withNamespace(shop.namespace)
                        .endMetadata()
                        .withStringData(Map.of(
                                "key.pem",
                                Samples.pem("PRIVATE KEY", keys.getPrivate().getEncoded())))
                        .build())
                .create();
        shop.roll("steps", Shop.HALFWAY, "evidence", "{signingKeySecret: {name: signing, key: key.pem}}");
        shop.awaitServed(50);
        shop.annotate("abort", "checkout is slow");
        var first = awaitPacks(1).getFirst();
        assertThat(first.getSpec().verdict()).isEqualTo("Failed");
        assertThat(first.getSpec().reason()).isEqualTo("Aborted");
        assertThat(read(first).conclusion().message()).contains("checkout is slow");
        shop.awaitFiled();

        shop.annotate("abort", null);
        shop.annotate("retry", "1");
        shop.awaitServed(50);
        shop.annotate("abort", "still slow");
        var second = awaitPacks(2).getLast();
        assertThat(second.getSpec().previous().name())
                .isEqualTo(first.getMetadata().getName());
        assertThat(second.getSpec().previous().digest())
                .isEqualTo(first.getSpec().digest());
        assertThat(flaws(packs(), Optional.of(keys.getPublic()))).isEmpty();
    }

    @ConcurrentTest
    void anOperatorThatDiedBetweenDocumentAndPackEndsInTheSamePlace() {
        tap.refuse(request -> request.startsWith("POST") && request.endsWith("/aotevidencepacks"));
        shop.roll();
        shop.awaitPhase("Promoted");
        shop.await("the document is there", () -> !documents().isEmpty());
        operator.close();
        var before = documents().getFirst();
        assertThat(packs()).isEmpty();
        assertThat(shop.status().orElseThrow().run().unfiled()).hasSize(1);

        tap.refuse(_ -> false);
        startOperator();

        var pack = awaitPacks(1).getFirst();
        shop.awaitFiled();
        shop.await(
                "the document is owned",
                () -> !document(pack).getMetadata().getOwnerReferences().isEmpty());
        assertThat(documents()).hasSize(1);
        assertThat(document(pack).getMetadata().getUid())
                .isEqualTo(before.getMetadata().getUid());
        assertThat(flaws(packs(), Optional.empty())).isEmpty();
    }

    private List<ConfigMap> documents() {
        return shop.client
                .configMaps()
                .inNamespace(shop.namespace)
                .withLabel("aotrollout.dev/rollout", "checkout")
                .list()
                .getItems();
    }

    @ConcurrentTest
    void whatPrometheusDidNotAnswerIsAskedAgain() {
        shop.roll("steps", Shop.HALFWAY);
        shop.awaitServed(50);
        shop.prometheus.down(true);
        shop.annotate("abort", "pager");
        shop.awaitPhase("RolledBack");
        shop.always("it waits for Prometheus", () -> packs().isEmpty());

        shop.prometheus.down(false);

        var document = read(awaitPacks(1).getFirst());
        assertThat(document.quality().complete()).isTrue();
        assertThat(document.memory().pods()).isNotEmpty();
    }

    @ConcurrentTest
    void aDeletedRolloutLeavesItsEvidenceThoughPrometheusIsDown() {
        shop.roll("steps", Shop.HALFWAY);
        shop.awaitServed(50);
        shop.prometheus.down(true);

        shop.resource("checkout").delete();

        var pack = awaitPacks(1).getFirst();
        shop.await("the rollout is gone", () -> shop.rollout() == null);
        assertThat(pack.getSpec().reason()).isEqualTo("GoalIsJit");
        var document = read(pack);
        assertThat(document.quality().complete()).isFalse();
        assertThat(document.quality().remarks()).anyMatch(remark -> remark.contains("HTTP 503"));
        assertThat(document.guards()).isNotEmpty();
        assertThat(packs()).hasSize(1);
    }

    @ConcurrentTest
    void aNewRevisionRightAfterTheEndingLosesNothing() {
        tap.refuse(request -> request.startsWith("POST") && request.endsWith("/configmaps"));
        shop.roll("steps", Shop.HALFWAY);
        shop.awaitServed(50);
        var revision = shop.status().orElseThrow().run().revision();
        shop.annotate("abort", "pager");
        shop.awaitPhase("RolledBack");
        shop.annotate("abort", null);
        shop.edit("aot", "{containers: [{name: app, image: 'checkout:2-aot'}]}");
        shop.await(
                "the next run",
                () -> !shop.status().orElseThrow().run().revision().equals(revision));
        assertThat(shop.status().orElseThrow().run().unfiled()).hasSize(1);

        tap.refuse(_ -> false);

        var pack = awaitPacks(1).getFirst();
        assertThat(pack.getSpec().revision()).isEqualTo(revision);
        var document = read(pack);
        assertThat(document.guards()).isNotEmpty();
        assertThat(document.course().taken()).hasSize(1);
        shop.awaitFiled();
        assertThat(shop.phase()).isNotEqualTo("RolledBack");
    }

    @ConcurrentTest
    void aNamespaceThatGoesIsNotHeldUp() {
        shop.roll("steps", Shop.HALFWAY);
        shop.awaitServed(50);
        shop.client.namespaces().withName(shop.namespace).delete();

        shop.resource("checkout").delete();

        shop.await("the rollout is gone", () -> shop.rollout() == null);
        assertThat(packs()).isEmpty();
    }
}
