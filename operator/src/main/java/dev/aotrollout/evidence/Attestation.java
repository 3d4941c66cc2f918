package dev.aotrollout.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.PrivateKey;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Signed in-toto Statements v1 about the AOT images: one with our own predicate, which carries the digest of the document, and a
 * test result, which policies of others can read. Stored as a JSON array of DSSE envelopes.
 */
public final class Attestation {
    /** The predicate that carries the digest of the document. */
    public static final String EVIDENCE = "https://aotrollout.dev/evidence/v1";
    /** Of the in-toto project: guards as tests. */
    public static final String TEST_RESULT = "https://in-toto.io/attestation/test-result/v0.1";

    private static final String STATEMENT = "https://in-toto.io/Statement/v1";
    private static final String SHA_256 = "sha256:";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Attestation() {}

    /** The envelopes, canonical, about {@code document}, which the pack {@code name} holds. */
    public static byte[] sign(String name, EvidenceDocument document, PrivateKey key) {
        var digest = EvidenceJson.digest(EvidenceJson.write(document));
        var envelopes = NODES.arrayNode();
        for (var statement : List.of(evidence(name, digest, document), testResult(name, digest, document)))
            envelopes.add(EvidenceJson.tree(Envelope.seal(statement, key)));
        return CanonicalJson.bytes(envelopes);
    }

    /** Throws {@link IllegalArgumentException} for what is none. */
    static List<Envelope> read(String json) {
        return List.of(EvidenceJson.parse(json, Envelope[].class));
    }

    static ObjectNode evidence(String name, String digest, EvidenceDocument document) {
        var predicate = NODES.objectNode();
        predicate.put("pack", name);
        predicate.put("namespace", document.subject().namespace());
        predicate.put("digest", digest);
        predicate.put("schema", document.schema());
        predicate.set("headline", EvidenceJson.tree(Headline.of(document)));
        return statement(EVIDENCE, predicate, name, digest, document);
    }

    /** An observed guard that failed is a warning: it could not stop anything. */
    static ObjectNode testResult(String name, String digest, EvidenceDocument document) {
        var predicate = NODES.objectNode();
        predicate.put(
                "result",
                switch (document.conclusion().verdict()) {
                    case Conclusion.PASSED -> "PASSED";
                    case Conclusion.WARNED -> "WARNED";
                    default -> "FAILED";
                });
        predicate.putArray("configuration").add(descriptor(name, digest));
        var passed = predicate.putArray("passedTests");
        var warned = predicate.putArray("warnedTests");
        var failed = predicate.putArray("failedTests");
        for (var guard : document.guards()) {
            var enforced = !guard.mode().equals(GuardAnswer.OBSERVE);
            if (guard.verdict().equals(GuardAnswer.PASS)) passed.add(guard.guard());
            else if (guard.verdict().equals(GuardAnswer.FAIL) && enforced) failed.add(guard.guard());
            else warned.add(guard.guard());
        }
        return statement(TEST_RESULT, predicate, name, digest, document);
    }

    private static ObjectNode statement(
            String type, JsonNode predicate, String name, String digest, EvidenceDocument document) {
        var statement = NODES.objectNode();
        statement.put("_type", STATEMENT);
        statement.set("subject", subjects(name, digest, document));
        statement.put("predicateType", type);
        statement.set("predicate", predicate);
        return statement;
    }

    /** The document itself where no pod was left to tell the digest of the image: a statement needs a subject. */
    private static ArrayNode subjects(String name, String digest, EvidenceDocument document) {
        var subjects = NODES.arrayNode();
        var aot = document.subject().aot();
        aot.digests().forEach(image -> subjects.add(descriptor(aot.image(), image)));
        if (subjects.isEmpty()) subjects.add(descriptor(name, digest));
        return subjects;
    }

    private static ObjectNode descriptor(String name, String digest) {
        var descriptor = NODES.objectNode();
        descriptor.put("name", name);
        descriptor.putObject("digest").put("sha256", digest.substring(SHA_256.length()));
        return descriptor;
    }

    /** Whether {@code statement} speaks of the document with that {@code digest}. */
    static boolean speaksOf(JsonNode statement, String digest) {
        var hex = digest.substring(SHA_256.length());
        if (statement.path("predicateType").asText().equals(EVIDENCE))
            return statement.at("/predicate/digest").asText().equals(digest);
        return StreamSupport.stream(statement.at("/predicate/configuration").spliterator(), false)
                .anyMatch(pack -> pack.at("/digest/sha256").asText().equals(hex));
    }
}
