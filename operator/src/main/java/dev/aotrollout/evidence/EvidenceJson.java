package dev.aotrollout.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** Documents as bytes and back. The same document always gives the same bytes, also compressed. */
public final class EvidenceJson {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private static final String SHA_256 = "sha256:";

    private EvidenceJson() {}

    /** The document, canonical. */
    public static byte[] write(EvidenceDocument document) {
        return CanonicalJson.bytes(tree(document));
    }

    /** A document of {@link EvidenceDocument#SCHEMA}; throws {@link IllegalArgumentException} that says why it is none. */
    public static EvidenceDocument read(String json) {
        try {
            var tree = JSON.readTree(json);
            var schema = tree.path("schema").asText();
            if (!schema.equals(EvidenceDocument.SCHEMA))
                throw new IllegalArgumentException(
                        schema.isEmpty()
                                ? "no evidence: the field schema is missing"
                                : "schema is %s; this version reads %s".formatted(schema, EvidenceDocument.SCHEMA));
            var document = JSON.treeToValue(tree, EvidenceDocument.class);
            var missing = Missing.in(document);
            if (missing.isPresent())
                throw new IllegalArgumentException("the field %s is missing".formatted(missing.get()));
            return document;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    static JsonNode tree(Object value) {
        return JSON.valueToTree(value);
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    static <T> T parse(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    /** {@code sha256:} and 64 hexadecimal digits. */
    public static String digest(byte[] bytes) {
        return SHA_256 + hex(bytes);
    }

    /** Of a text in UTF-8. */
    public static String digest(String text) {
        return digest(text.getBytes(StandardCharsets.UTF_8));
    }

    static String hex(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** With gzip, whose header holds no time. */
    public static byte[] compress(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
