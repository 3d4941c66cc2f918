package dev.aotrollout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aotrollout.evidence.EvidenceJson;
import dev.aotrollout.evidence.PackName;
import dev.aotrollout.evidence.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code kubectl get aotev,cm -o json} prints is checked. */
class VerifyTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final KeyPair KEYS = Samples.keys();
    private static final String FIRST = Samples.run(0, "", "");
    private static final String SECOND = Samples.run(1, Samples.name(FIRST), Samples.digest(FIRST));

    @TempDir
    private Path folder;

    private static ObjectNode list() {
        var list = JSON.createObjectNode().put("apiVersion", "v1").put("kind", "List");
        list.putArray("items");
        return list;
    }

    private static ObjectNode with(ObjectNode list, String json) {
        var items = (ArrayNode) list.get("items");
        var pack =
                items.addObject().put("apiVersion", "aotrollout.dev/v1alpha1").put("kind", "AOTEvidencePack");
        pack.putObject("metadata").put("name", Samples.name(json)).put("namespace", "shop");
        pack.set("spec", Samples.spec(json, true));
        var map = items.addObject().put("apiVersion", "v1").put("kind", "ConfigMap");
        map.putObject("metadata")
                .put("name", PackName.configMap(Samples.name(json)))
                .put("namespace", "shop");
        var data = map.putObject("binaryData");
        data.put("evidence.json.gz", packed(json));
        data.put("attestation.json.gz", packed(Samples.attestation(json, KEYS)));
        return list;
    }

    private static String packed(String text) {
        return Base64.getEncoder().encodeToString(EvidenceJson.compress(text.getBytes(StandardCharsets.UTF_8)));
    }

    private String key(KeyPair keys) throws IOException {
        var file = folder.resolve("key.pem");
        Files.writeString(file, Samples.pem("PUBLIC KEY", keys.getPublic().getEncoded()));
        return file.toString();
    }

    @Test
    void twoUntouchedPacksAreIntact() throws IOException {
        var list = with(with(list(), FIRST), SECOND).toString();
        var result = Shell.withInput(list, "verify", "-", "--public-key", key(KEYS));
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains(Samples.name(FIRST), Samples.digest(SECOND), "signature valid")
                .endsWith("intact%n".formatted());
    }

    @Test
    void aChangedResourceIsTamperedWith() throws IOException {
        var list = with(list(), FIRST);
        ((ObjectNode) list.at("/items/0/spec/figures")).put("memoryGainPercent", 99);
        var result = Shell.withInput(list.toString(), "verify", "-");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out())
                .contains("tampered", "figures.memoryGainPercent says 99, the document says 54", "not intact");
        var json = Shell.withInput(list.toString(), "verify", "-", "-o", "json");
        assertThat(json.code()).isEqualTo(1);
        assertThat(JSON.readTree(json.out()).path("flaws").get(0).asText()).contains("memoryGainPercent");
        assertThat(JSON.readTree(json.out()).path("intact").asBoolean()).isFalse();
    }

    @Test
    void anotherKeyDoesNotFit() throws IOException {
        var result =
                Shell.withInput(with(list(), FIRST).toString(), "verify", "-", "--public-key", key(Samples.keys()));
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).contains("the signature does not fit the key");
    }

    @Test
    void aDocumentAloneIsReadFromAFile() throws IOException {
        var file = folder.resolve("evidence.json");
        Files.writeString(file, FIRST);
        var result = Shell.run("verify", file.toString());
        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("its AOTEvidencePack was not given", Samples.digest(FIRST));
    }

    @Test
    void whatCannotBeReadEndsWith2() throws IOException {
        assertThat(Shell.run("verify", folder.resolve("none.json").toString()).code())
                .isEqualTo(2);
        assertThat(Shell.withInput("{", "verify", "-").code()).isEqualTo(2);
        assertThat(Shell.run("verify").code()).isEqualTo(2);
        var noKey = folder.resolve("no.pem");
        Files.writeString(noKey, "no key");
        var result = Shell.withInput(with(list(), FIRST).toString(), "verify", "-", "--public-key", noKey.toString());
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("no PEM block, needed is an Ed25519 key in PEM");
    }
}
