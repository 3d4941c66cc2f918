package dev.aotrollout.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aotrollout.evidence.Verification.Checked;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Checks hash, headline, signature and chain of packs, and says in sentences what does not fit. */
public final class Verifier {
    private final Optional<PublicKey> key;
    private final List<String> flaws = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** One that could be read. */
    record Opened(EvidenceDocument document, Checked checked) {}

    private Verifier(Optional<PublicKey> key) {
        this.key = key;
    }

    /** Without a key signatures are noted, not checked. */
    public static Verification verify(List<FiledPack> packs, Optional<PublicKey> key) {
        var verifier = new Verifier(key);
        var opened = packs.stream()
                .flatMap(pack -> verifier.open(pack).stream())
                .sorted(Comparator.comparing((Opened one) -> one.checked().namespace())
                        .thenComparing(one -> one.checked().rollout())
                        .thenComparing(one -> one.checked().endedAt())
                        .thenComparing(one -> one.checked().name()))
                .toList();
        ChainCheck.check(opened, verifier.flaws, verifier.notes);
        return new Verification(opened.stream().map(Opened::checked).toList(), verifier.flaws, verifier.notes);
    }

    private Optional<Opened> open(FiledPack pack) {
        if (pack.json().isEmpty()) {
            var digest = pack.spec().path("digest").asText();
            notes.add("%s: its document was not given, so nothing of it was checked; get ConfigMap %s (%s)"
                    .formatted(
                            pack.name(), pack.spec().at("/document/configMap").asText(), digest));
            return Optional.empty();
        }
        EvidenceDocument document;
        try {
            document = EvidenceJson.read(pack.json());
        } catch (IllegalArgumentException e) {
            flaws.add("%s: the document cannot be read: %s".formatted(pack.name(), e.getMessage()));
            return Optional.empty();
        }
        var bytes = pack.json().getBytes(StandardCharsets.UTF_8);
        var digest = EvidenceJson.digest(bytes);
        if (!Arrays.equals(bytes, CanonicalJson.bytes(EvidenceJson.parse(pack.json()))))
            flaws.add("%s: the document is not in canonical form: it was written by another program"
                    .formatted(pack.name()));
        compareWithResource(pack, document, digest);
        return Optional.of(new Opened(document, checked(pack, document, digest)));
    }

    private void compareWithResource(FiledPack pack, EvidenceDocument document, String digest) {
        if (!pack.hasSpec()) {
            notes.add("%s: its AOTEvidencePack was not given, so the digest %s was compared with nothing"
                    .formatted(pack.name(), digest));
            return;
        }
        var recorded = pack.spec().path("digest").asText();
        if (!recorded.equals(digest))
            flaws.add("%s: digest differs: the resource says %s, the document has %s: the document was changed"
                    .formatted(pack.name(), recorded, digest));
        differences("", pack.name(), EvidenceJson.tree(Headline.of(document)), pack.spec());
        if (pack.spec().hasNonNull("previous") && document.previous() == null)
            flaws.add("%s: previous says %s, the document names none: the resource was changed"
                    .formatted(pack.name(), pack.spec().at("/previous/name").asText()));
        var expected = PackName.of(
                document.subject().rollout(),
                document.subject().uid(),
                document.subject().revision(),
                document.conclusion().startedAt(),
                document.conclusion().endedAt());
        if (!pack.name().equals(expected))
            flaws.add("%s: the document is of the run %s: it was put under another name"
                    .formatted(pack.name(), expected));
    }

    /** What the resource says beyond the headline, such as where the document is, cannot be told from the document. */
    private void differences(String path, String name, JsonNode expected, JsonNode actual) {
        if (expected.isObject()) {
            var fields = new TreeSet<String>();
            expected.fieldNames().forEachRemaining(fields::add);
            if (!path.isEmpty()) actual.fieldNames().forEachRemaining(fields::add);
            for (var field : fields)
                differences(
                        path.isEmpty() ? field : path + "." + field, name, expected.path(field), actual.path(field));
            return;
        }
        if (!text(expected).equals(text(actual)))
            flaws.add("%s: %s says %s, the document says %s: the resource was changed"
                    .formatted(name, path, text(actual), text(expected)));
    }

    private static String text(JsonNode value) {
        if (value.isNumber()) return EcmaNumber.text(value.doubleValue());
        return value.isValueNode() && !value.isNull() ? value.asText() : "nothing";
    }

    private Checked checked(FiledPack pack, EvidenceDocument document, String digest) {
        return new Checked(
                pack.name(),
                document.subject().namespace(),
                document.subject().rollout(),
                document.subject().revision(),
                document.conclusion().verdict(),
                document.conclusion().endedAt(),
                digest,
                signature(pack, digest));
    }

    private String signature(FiledPack pack, String digest) {
        if (pack.attestation().isEmpty()) return unsigned(pack);
        List<Envelope> envelopes;
        try {
            envelopes = Attestation.read(pack.attestation());
            for (var envelope : envelopes)
                if (!Attestation.speaksOf(envelope.statement(), digest)) {
                    flaws.add("%s: the signed statement speaks of another document than the one with digest %s"
                            .formatted(pack.name(), digest));
                    return Checked.INVALID;
                }
            if (key.isEmpty()) {
                notes.add("%s: it is signed; give the key with --public-key to check by whom".formatted(pack.name()));
                return Checked.UNCHECKED;
            }
            if (!envelopes.isEmpty() && envelopes.stream().allMatch(envelope -> envelope.fits(key.get())))
                return Checked.VALID;
            flaws.add("%s: the signature does not fit the key %s: the statement was changed, or another key signed it"
                    .formatted(pack.name(), Keys.id(key.get())));
        } catch (IllegalArgumentException e) {
            flaws.add("%s: the attestation cannot be read: %s".formatted(pack.name(), e.getMessage()));
        }
        return Checked.INVALID;
    }

    private String unsigned(FiledPack pack) {
        if (pack.spec().at("/document/attestationKey").isTextual())
            flaws.add(
                    "%s: the resource names an attestation, and there is none: it was removed".formatted(pack.name()));
        else if (key.isPresent())
            flaws.add("%s: it is not signed, though a key was given: the signature was removed, or nothing signed it"
                    .formatted(pack.name()));
        return Checked.NONE;
    }
}
