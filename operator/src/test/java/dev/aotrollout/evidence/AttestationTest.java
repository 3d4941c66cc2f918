package dev.aotrollout.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttestationTest {
    private static final String JSON = Samples.json();
    private static final KeyPair KEYS = Samples.keys();

    @Test
    void encodesTypeAndBodyAsDsseSays() {
        var body = "hello world".getBytes(StandardCharsets.UTF_8);
        assertThat(new String(Envelope.authenticated("http://example.com/HelloWorld", body), StandardCharsets.UTF_8))
                .isEqualTo("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
    }

    @Test
    void makesTwoStatementsAboutTheImage() {
        var envelopes = Attestation.read(Samples.attestation(JSON, KEYS));
        assertThat(envelopes).hasSize(2).allMatch(envelope -> envelope.fits(KEYS.getPublic()));
        for (var envelope : envelopes) {
            assertThat(envelope.payloadType()).isEqualTo("application/vnd.in-toto+json");
            var statement = envelope.statement();
            assertThat(statement.path("_type").asText()).isEqualTo("https://in-toto.io/Statement/v1");
            assertThat(statement.at("/subject/0/name").asText()).isEqualTo("registry.example/checkout:1.4.2-aot");
            assertThat(statement.at("/subject/0/digest/sha256").asText()).isEqualTo("b2".repeat(32));
        }
        var evidence = envelopes.get(0).statement();
        assertThat(evidence.path("predicateType").asText()).isEqualTo("https://aotrollout.dev/evidence/v1");
        assertThat(evidence.at("/predicate/digest").asText()).isEqualTo(Samples.digest(JSON));
        assertThat(evidence.at("/predicate/headline/verdict").asText()).isEqualTo("Warned");
    }

    @Test
    void guardsAreTests() {
        var predicate = Attestation.read(Samples.attestation(JSON, KEYS))
                .get(1)
                .statement()
                .path("predicate");
        assertThat(predicate.path("result").asText()).isEqualTo("WARNED");
        assertThat(predicate.path("passedTests").toString()).contains("errors", "memory");
        assertThat(predicate.path("warnedTests").toString()).isEqualTo("[\"cpu\"]");
        assertThat(predicate.path("failedTests")).isEmpty();
    }

    @Test
    void withoutADigestOfTheImageTheDocumentIsTheSubject() {
        var json = JSON.replace("\"digests\":[\"sha256:" + "b2".repeat(32) + "\"]", "\"digests\":[]");
        var statement =
                Attestation.read(Samples.attestation(json, KEYS)).getFirst().statement();
        assertThat(statement.at("/subject/0/name").asText()).isEqualTo(Samples.name(json));
        assertThat("sha256:" + statement.at("/subject/0/digest/sha256").asText())
                .isEqualTo(Samples.digest(json));
    }

    @Test
    void theSameDocumentAndKeyGiveTheSameBytes() {
        assertThat(Samples.attestation(JSON, KEYS)).isEqualTo(Samples.attestation(JSON, KEYS));
    }

    @Test
    void readsKeysAsOpensslWritesThem() {
        var privatePem = Samples.pem("PRIVATE KEY", KEYS.getPrivate().getEncoded());
        var publicPem = Samples.pem("PUBLIC KEY", KEYS.getPublic().getEncoded());
        var message = new byte[] {1, 2, 3};
        var signature = Keys.sign(Keys.privateKey(privatePem), message);
        assertThat(Keys.fits(Keys.publicKey(publicPem), message, signature)).isTrue();
        assertThat(Keys.fits(Keys.publicKey(publicPem), new byte[] {1, 2}, signature))
                .isFalse();
        assertThat(Keys.fits(Keys.publicKey(publicPem), message, new byte[3])).isFalse();
    }

    @Test
    void aKeyOfAnotherKindIsRefusedWithTheRemedy() throws Exception {
        var rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        assertThatThrownBy(() -> Keys.privateKey(
                        Samples.pem("PRIVATE KEY", rsa.getPrivate().getEncoded())))
                .hasMessageContaining("not an Ed25519 key; make one with openssl genpkey -algorithm ed25519");
        assertThatThrownBy(() ->
                        Keys.publicKey(Samples.pem("PUBLIC KEY", rsa.getPublic().getEncoded())))
                .hasMessageContaining("not an Ed25519 key");
        assertThatThrownBy(() -> Keys.privateKey(
                        Samples.pem("PUBLIC KEY", KEYS.getPublic().getEncoded())))
                .hasMessageContaining("a PUBLIC KEY, needed is an Ed25519 key in PKCS#8 PEM");
        for (var pem : List.of("", "secret", "-----BEGIN PRIVATE KEY-----\n!\n-----END PRIVATE KEY-----"))
            assertThatThrownBy(() -> Keys.privateKey(pem)).isInstanceOf(IllegalArgumentException.class);
    }
}
