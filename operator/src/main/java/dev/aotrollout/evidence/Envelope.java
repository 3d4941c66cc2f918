package dev.aotrollout.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;

/**
 * A signed statement: DSSE v1.
 *
 * @param payload base64 of the statement
 * @param payloadType {@code application/vnd.in-toto+json}
 */
public record Envelope(String payload, String payloadType, List<Signed> signatures) {
    static final String IN_TOTO = "application/vnd.in-toto+json";

    /**
     * One signature.
     *
     * @param keyid a hint; empty where nobody gave one
     * @param sig base64
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Signed(String keyid, String sig) {}

    public Envelope {
        signatures = List.copyOf(signatures);
    }

    /** Signs {@code statement}, canonical. */
    static Envelope seal(JsonNode statement, PrivateKey key) {
        var body = CanonicalJson.bytes(statement);
        var encoder = Base64.getEncoder();
        var signature = encoder.encodeToString(Keys.sign(key, authenticated(IN_TOTO, body)));
        return new Envelope(encoder.encodeToString(body), IN_TOTO, List.of(new Signed("", signature)));
    }

    boolean fits(PublicKey key) {
        var message = authenticated(payloadType, body());
        return signatures.stream().anyMatch(signed -> Keys.fits(key, message, decode(signed.sig())));
    }

    JsonNode statement() {
        return EvidenceJson.parse(new String(body(), StandardCharsets.UTF_8));
    }

    private byte[] body() {
        return decode(payload);
    }

    private static byte[] decode(String base64) {
        return Base64.getMimeDecoder().decode(base64);
    }

    /** DSSE's pre-authentication encoding: type and body with their lengths, so that neither can be taken for the other. */
    static byte[] authenticated(String type, byte[] body) {
        var head = "DSSEv1 %d %s %d "
                .formatted(type.getBytes(StandardCharsets.UTF_8).length, type, body.length)
                .getBytes(StandardCharsets.UTF_8);
        var all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }
}
