package dev.aotrollout.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.api.AotException;
import dev.aotrollout.api.AotExceptionSpec;
import dev.aotrollout.api.AotLibraryPolicy;
import dev.aotrollout.api.AotRollout;
import dev.aotrollout.governance.Answer;
import dev.aotrollout.governance.LibraryFacts;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Documents count for the image that they were made for, and a document that is not there is no document without trouble. */
class LibraryFactsReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final String TAG = "registry.example/checkout:1.4.2-aot";
    private static final String ONE = "sha256:aaaaaaaaaaaaaaaa";
    private static final String OTHER = "sha256:bbbbbbbbbbbbbbbb";
    private static final String BILL = """
            {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
              {"type": "library", "name": "Moq", "version": "4.20.0", "purl": "pkg:nuget/Moq@4.20.0"}]}""";

    private static AotRollout rollout(String image, String compatibility) {
        return new KubernetesSerialization().unmarshal("""
                metadata: {name: checkout, namespace: shop}
                spec:
                  workloadRef: {name: checkout}
                  aot: {containers: [{name: app, image: "%s"}]}
                  traffic: {service: checkout, httpRoutes: [{name: checkout}]}
                  metrics: {prometheus: {url: "http://prometheus:9090"}}
                  candidate: {libraryPolicy: dotnet, compatibility: %s}
                """.formatted(image, compatibility), AotRollout.class);
    }

    private static AotLibraryPolicy policy(String rules) {
        return new KubernetesSerialization()
                .unmarshal(
                        "metadata: {name: dotnet}\nspec: {defaultVerdict: Allow, rules: %s}\n".formatted(rules),
                        AotLibraryPolicy.class);
    }

    private static ConfigMap bill(String annotation, String value) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName("bill")
                .withAnnotations(annotation.isEmpty() ? Map.of() : Map.of(annotation, value))
                .endMetadata()
                .withData(Map.of("bom.json", BILL))
                .build();
    }

    private static Filed filed(ConfigMap map, AotException... exceptions) {
        var policy = policy("[{purl: \"pkg:nuget/Moq\", verdict: Denied, reason: proxies}]");
        return new Filed(
                null,
                policy,
                List.of(exceptions),
                List.of(),
                Map.of(map.getMetadata().getName(), map),
                List.of());
    }

    private static LibraryFacts read(String image, ConfigMap map, Set<String> digests) {
        return LibraryFactsReader.read(rollout(image, "{sbom: {configMap: bill}}"), filed(map), digests, NOW);
    }

    private static DynamicTest row(String sentence, LibraryFacts facts, Class<? extends LibraryFacts> kind) {
        return DynamicTest.dynamicTest(sentence, () -> assertThat(facts).isInstanceOf(kind));
    }

    @TestFactory
    Stream<DynamicTest> whatADocumentWasMadeFor() {
        var digest = DocumentReader.DIGEST;
        var image = DocumentReader.IMAGE;
        return Stream.of(
                row(
                        "the digest that the image is pinned to",
                        read(TAG + "@" + ONE, bill(digest, ONE), Set.of()),
                        LibraryFacts.Judged.class),
                row(
                        "another digest than the pinned one",
                        read(TAG + "@" + ONE, bill(digest, OTHER), Set.of()),
                        LibraryFacts.Stale.class),
                row("the digest that pods run", read(TAG, bill(digest, ONE), Set.of(ONE)), LibraryFacts.Judged.class),
                row(
                        "another digest than pods run",
                        read(TAG, bill(digest, ONE), Set.of(OTHER)),
                        LibraryFacts.Stale.class),
                row("a digest while no pod runs", read(TAG, bill(digest, ONE), Set.of()), LibraryFacts.Judged.class),
                row("the tag", read(TAG, bill(image, TAG), Set.of()), LibraryFacts.Judged.class),
                row(
                        "another tag",
                        read(TAG, bill(image, "registry.example/checkout:1.4.1-aot"), Set.of()),
                        LibraryFacts.Stale.class),
                row("it does not say", read(TAG, bill("", ""), Set.of()), LibraryFacts.Stale.class));
    }

    @Test
    void aStaleDocumentNamesBothImagesAndTheRemedy() {
        assertThat(read(TAG, bill(DocumentReader.DIGEST, ONE), Set.of(OTHER)))
                .isEqualTo(
                        new LibraryFacts.Stale(
                                "sbom: ConfigMap bill was made for sha256:aaaaaaaaaaaa…, the AOT image is sha256:bbbbbbbbbbbb…; let the pipeline write it again"));
    }

    @Test
    void whatIsNamedAndNotThereIsMissing() {
        var other = filed(bill(DocumentReader.IMAGE, TAG));
        var noMap = LibraryFactsReader.read(rollout(TAG, "{sbom: {configMap: gone}}"), other, Set.of(), NOW);
        assertThat(noMap)
                .isEqualTo(
                        new LibraryFacts.BillMissing(
                                "sbom: there is no ConfigMap gone labelled aotrollout.dev/evidence: \"true\"; let the pipeline write it"));
        var noKey = LibraryFactsReader.read(rollout(TAG, "{sbom: {configMap: bill, key: x}}"), other, Set.of(), NOW);
        assertThat(noKey).isEqualTo(new LibraryFacts.BillMissing("sbom: ConfigMap bill has no key x, but bom.json"));
        var noLog = LibraryFactsReader.read(
                rollout(TAG, "{sbom: {configMap: bill}, publishLog: {configMap: log}}"), other, Set.of(), NOW);
        assertThat(noLog).isInstanceOf(LibraryFacts.BillMissing.class);
        assertThat(LibraryFactsReader.read(rollout(TAG, "{}"), other, Set.of(), NOW))
                .isEqualTo(new LibraryFacts.BillMissing("spec.candidate.compatibility.sbom names no document"));
        assertThat(LibraryFactsReader.read(rollout(TAG, "{}"), Filed.NOTHING, Set.of(), NOW))
                .isEqualTo(new LibraryFacts.PolicyMissing("dotnet"));
    }

    @Test
    void whatCannotBeReadIsSaidToBeSo() {
        var map = bill(DocumentReader.IMAGE, TAG);
        map.setData(Map.of("bom.json", "<xml/>"));
        assertThat(read(TAG, map, Set.of())).isInstanceOf(LibraryFacts.Unreadable.class);
        map.setData(Map.of());
        map.setBinaryData(Map.of("bom.json.gz", "%%%"));
        assertThat(read(TAG, map, Set.of()))
                .isEqualTo(new LibraryFacts.Unreadable("sbom: ConfigMap bill is not base64"));
    }

    @Test
    void anExceptionToleratesAPackageUntilItsEnd() {
        var map = bill(DocumentReader.IMAGE, TAG);
        assertThat(answer(filed(map))).isEqualTo(Answer.FAILED);
        assertThat(answer(filed(map, tolerating("2026-12-31")))).isEqualTo(Answer.PASSED);
        assertThat(answer(filed(map, tolerating("2026-11-24")))).isEqualTo(Answer.FAILED);
    }

    private static Answer answer(Filed filed) {
        var facts = LibraryFactsReader.read(rollout(TAG, "{sbom: {configMap: bill}}"), filed, Set.of(), NOW);
        return ((LibraryFacts.Judged) facts).report().libraries();
    }

    private static AotException tolerating(String until) {
        var exception = new AotException();
        exception.setMetadata(new ObjectMetaBuilder().withName("moq").build());
        exception.setSpec(
                new AotExceptionSpec(null, List.of("pkg:nuget/Moq"), "tests only", "team-a", null, until, null));
        return exception;
    }
}
