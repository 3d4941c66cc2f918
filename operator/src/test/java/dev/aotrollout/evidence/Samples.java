package dev.aotrollout.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;

/** A document as the operator would write it, and packs around it. */
public final class Samples {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Samples() {}

    static String json() {
        try (var in = Samples.class.getResourceAsStream("/evidence/sample.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode tree() {
        return (ObjectNode) tree(json());
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static EvidenceDocument document() {
        return EvidenceJson.read(json());
    }

    /** The same run an hour times {@code number} later, after {@code previous}, which may be empty. */
    public static String run(int number, String previousName, String previousDigest) {
        var tree = tree();
        var conclusion = (ObjectNode) tree.get("conclusion");
        conclusion.put("startedAt", "2026-11-03T%02d:00:00Z".formatted(8 + number));
        conclusion.put("endedAt", "2026-11-03T%02d:30:00Z".formatted(8 + number));
        tree.remove("previous");
        if (!previousName.isEmpty())
            tree.putObject("previous").put("name", previousName).put("digest", previousDigest);
        return new String(CanonicalJson.bytes(tree), StandardCharsets.UTF_8);
    }

    public static String name(String json) {
        var document = EvidenceJson.read(json);
        return PackName.of(
                document.subject().rollout(),
                document.subject().uid(),
                document.subject().revision(),
                document.conclusion().startedAt(),
                document.conclusion().endedAt());
    }

    public static String digest(String json) {
        return EvidenceJson.digest(json);
    }

    /** As the operator writes it. */
    public static ObjectNode spec(String json, boolean signed) {
        var spec = (ObjectNode) EvidenceJson.tree(Headline.of(EvidenceJson.read(json)));
        spec.put("digest", digest(json));
        var place = spec.putObject("document");
        place.put("configMap", PackName.configMap(name(json)));
        place.put("key", "evidence.json.gz");
        if (signed) place.put("attestationKey", "attestation.json.gz");
        return spec;
    }

    static FiledPack filed(String json) {
        return new FiledPack("test", name(json), json, "", spec(json, false));
    }

    static FiledPack signed(String json, KeyPair keys) {
        return new FiledPack("test", name(json), json, attestation(json, keys), spec(json, true));
    }

    public static String attestation(String json, KeyPair keys) {
        var bytes = Attestation.sign(name(json), EvidenceJson.read(json), keys.getPrivate());
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String pem(String kind, byte[] encoded) {
        var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(kind, body);
    }
}
