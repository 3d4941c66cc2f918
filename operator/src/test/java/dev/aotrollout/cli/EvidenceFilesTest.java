package dev.aotrollout.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aotrollout.terminal.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceFilesTest {
    private static final String DOCUMENT = "{\"schemaVersion\":\"1\",\"what\":\"é\"}";

    private static final String CONFIG_MAP = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: checkout-7f3a, namespace: shop}
            binaryData:
              evidence.json.gz: %s
              evidence.intoto.jsonl.gz: %s
            """.formatted(base64(packed(DOCUMENT)), base64(packed("{}\n")));

    private static final String PACK = """
            apiVersion: aotrollout.dev/v1alpha1
            kind: AOTEvidencePack
            metadata: {name: checkout-7f3a, namespace: shop}
            spec: {document: {configMap: checkout-7f3a, key: evidence.json.gz}}
            """;

    private static byte[] packed(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static EvidenceFiles read(byte[] bytes) {
        return EvidenceFiles.read("-", new ByteArrayInputStream(bytes));
    }

    private static EvidenceFiles read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aPlainDocumentIsTakenByteForByte() {
        assertThat(read(DOCUMENT + "\n").documents().getFirst().json()).isEqualTo(DOCUMENT + "\n");
    }

    @Test
    void aPackedDocumentIsUnpacked(@TempDir Path folder) throws IOException {
        var file = Files.write(folder.resolve("checkout-7f3a.json.gz"), packed(DOCUMENT));
        var evidence =
                EvidenceFiles.read(file.toString(), System.in).documents().getFirst();
        assertThat(evidence.json()).isEqualTo(DOCUMENT);
        assertThat(evidence.name()).isEqualTo("checkout-7f3a");
    }

    @Test
    void aConfigMapGivesDocumentNameAndWhatIsBesideIt() {
        var evidence = read(CONFIG_MAP).documents().getFirst();
        assertThat(evidence.json()).isEqualTo(DOCUMENT);
        assertThat(evidence.name()).isEqualTo("checkout-7f3a");
        assertThat(evidence.source()).isEqualTo("stdin ConfigMap shop/checkout-7f3a");
        assertThat(evidence.others()).containsOnlyKeys("evidence.intoto.jsonl");
    }

    @Test
    void aListGivesPacksAndDocuments() {
        var json = """
                {"apiVersion": "v1", "kind": "List", "items": [
                  {"apiVersion": "aotrollout.dev/v1alpha1", "kind": "AOTEvidencePack", "metadata": {"name": "a"}},
                  {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "a"}, "binaryData": {"evidence.json.gz": "%s"}},
                  {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "kube-root-ca.crt"}, "data": {"ca.crt": "x"}}]}
                """.formatted(base64(packed(DOCUMENT)));
        assertThat(read(json).documents()).hasSize(1);
        assertThat(read(json).packs()).hasSize(1);
        assertThat(read(PACK + "---\n" + CONFIG_MAP).packs()).hasSize(1);
    }

    @Test
    void aPackAloneSaysWhatToGive() {
        assertThatThrownBy(() -> read(PACK))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("kubectl get configmap checkout-7f3a -n shop -o json");
    }

    @Test
    void refusesWhatHoldsNoEvidence() {
        assertThatThrownBy(() -> read("kind: ConfigMap\napiVersion: v1\nmetadata: {name: other}\n"))
                .hasMessage(
                        "stdin: no evidence in ConfigMap default/other; its ConfigMap has evidence.json.gz in binaryData");
        assertThatThrownBy(() -> read("{\"a\": "))
                .hasMessageStartingWith("stdin:1:")
                .hasMessageContaining("not JSON");
        assertThatThrownBy(() -> read("  ")).hasMessage("stdin is empty");
        assertThatThrownBy(() -> read(new byte[] {(byte) 0xff, 1, 2})).hasMessageContaining("neither text");
        assertThatThrownBy(() -> read(new byte[] {0x1f, (byte) 0x8b, 2})).hasMessageContaining("damaged gzip");
        assertThatThrownBy(() -> read(CONFIG_MAP.replace("evidence.json.gz: H4s", "evidence.json.gz: A")))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void refusesWhatUnpacksWithoutEnd() {
        assertThatThrownBy(() -> read(packed(" ".repeat((64 << 20) + 1)))).hasMessageContaining("more than 64 MiB");
    }
}
