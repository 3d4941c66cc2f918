package dev.aotrollout.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerifierTest {
    private static final String JSON = Samples.json();
    private static final KeyPair KEYS = Samples.keys();

    private static Verification verify(FiledPack... packs) {
        return Verifier.verify(List.of(packs), Optional.empty());
    }

    private static Verification verifyWith(KeyPair keys, FiledPack... packs) {
        return Verifier.verify(List.of(packs), Optional.of(keys.getPublic()));
    }

    private static FiledPack with(ObjectNode spec) {
        return new FiledPack("test", Samples.name(JSON), JSON, "", spec);
    }

    @Test
    void anUntouchedPackIsIntact() {
        var result = verify(Samples.filed(JSON));
        assertThat(result.flaws()).isEmpty();
        assertThat(result.packs()).hasSize(1);
        assertThat(result.packs().getFirst().digest()).isEqualTo(Samples.digest(JSON));
        assertThat(result.notes())
                .containsExactly(Samples.name(JSON)
                        + ": the pack before, checkout-19ab44f0, was removed by retention or not given");
    }

    @Test
    void aChangedDocumentHasAnotherDigest() {
        var changed = JSON.replace("\"oomKills\":0,\"pods\":[]", "\"oomKills\":1,\"pods\":[]");
        var result = verify(new FiledPack("test", Samples.name(JSON), changed, "", Samples.spec(JSON, false)));
        assertThat(result.flaws()).hasSize(2);
        assertThat(result.flaws().get(0))
                .contains("digest differs", Samples.digest(JSON), Samples.digest(changed), "the document was changed");
        assertThat(result.flaws().get(1)).contains("figures.oomKills says 0, the document says 1");
    }

    @Test
    void aChangedFigureOfTheResourceIsNamed() {
        var spec = Samples.spec(JSON, false);
        ((ObjectNode) spec.get("figures")).put("memoryGainPercent", 12);
        assertThat(verify(with(spec)).flaws())
                .containsExactly(Samples.name(JSON)
                        + ": figures.memoryGainPercent says 12, the document says 54: the resource was changed");
    }

    @Test
    void aFigureThatTheDocumentDoesNotHaveIsNamed() {
        var spec = Samples.spec(JSON, false);
        ((ObjectNode) spec.get("summary")).put("mood", "splendid");
        spec.put("verdict", "Passed");
        assertThat(verify(with(spec)).flaws())
                .containsExactly(
                        Samples.name(JSON)
                                + ": summary.mood says splendid, the document says nothing: the resource was changed",
                        Samples.name(JSON)
                                + ": verdict says Passed, the document says Warned: the resource was changed");
    }

    @Test
    void aLinkThatWasAddedIsNamed() {
        var first = Samples.run(0, "", "");
        var spec = Samples.spec(first, false);
        spec.putObject("previous").put("name", "checkout-00000000").put("digest", "sha256:00");
        var result = verify(new FiledPack("test", Samples.name(first), first, "", spec));
        assertThat(result.flaws())
                .containsExactly(Samples.name(first)
                        + ": previous says checkout-00000000, the document names none: the resource was changed");
    }

    @Test
    void aDocumentUnderAnotherNameIsNamed() {
        var result = verify(new FiledPack("test", "checkout-12345678", JSON, "", Samples.spec(JSON, false)));
        assertThat(result.flaws())
                .containsExactly("checkout-12345678: the document is of the run " + Samples.name(JSON)
                        + ": it was put under another name");
    }

    @Test
    void aDocumentThatWasWrittenAgainIsNotCanonical() {
        var pretty = Samples.tree().toPrettyString();
        assertThat(verify(FiledPack.alone("test", "evidence", pretty, "")).flaws())
                .containsExactly("evidence: the document is not in canonical form: it was written by another program");
    }

    @Test
    void whatIsNoDocumentIsSaid() {
        assertThat(verify(FiledPack.alone("test", "one", "{\"schema\":\"v2\"}", ""))
                        .flaws())
                .containsExactly("one: the document cannot be read: schema is v2; this version reads "
                        + EvidenceDocument.SCHEMA);
        assertThat(verify(FiledPack.alone("test", "two", "{", "")).flaws()).hasSize(1);
    }

    @Test
    void aDocumentAloneIsNotComparedWithAnything() {
        var result = verify(FiledPack.alone("test", "evidence", JSON, ""));
        assertThat(result.flaws()).isEmpty();
        assertThat(result.notes().getFirst()).contains("its AOTEvidencePack was not given", Samples.digest(JSON));
    }

    @Test
    void aResourceWithoutItsDocumentIsNotChecked() {
        var result = verify(new FiledPack("test", Samples.name(JSON), "", "", Samples.spec(JSON, false)));
        assertThat(result.packs()).isEmpty();
        assertThat(result.notes().getFirst())
                .contains("its document was not given", PackName.configMap(Samples.name(JSON)));
    }

    @Test
    void threePacksInARowAreAChain() {
        var first = Samples.run(0, "", "");
        var second = Samples.run(1, Samples.name(first), Samples.digest(first));
        var third = Samples.run(2, Samples.name(second), Samples.digest(second));
        var result = verify(Samples.filed(third), Samples.filed(first), Samples.filed(second));
        assertThat(result.flaws()).isEmpty();
        assertThat(result.notes()).isEmpty();
        assertThat(result.packs())
                .extracting(Verification.Checked::name)
                .containsExactly(Samples.name(first), Samples.name(second), Samples.name(third));

        var gap = verify(Samples.filed(first), Samples.filed(third));
        assertThat(gap.flaws())
                .containsExactly("chain broken between %s and %s: the later one follows %s, which is missing"
                        .formatted(Samples.name(first), Samples.name(third), Samples.name(second)));

        var oldest = verify(Samples.filed(second), Samples.filed(third));
        assertThat(oldest.isIntact()).isTrue();
        assertThat(oldest.notes().getFirst()).contains("removed by retention");
    }

    @Test
    void aForgedPackInTheChainIsFoundByTheNext() {
        var first = Samples.run(0, "", "");
        var second = Samples.run(1, Samples.name(first), Samples.digest(first));
        // Document, digest and resource fit one another; only the next pack knows better.
        var forged = first.replace("\"verdict\":\"Warned\"", "\"verdict\":\"Passed\"");
        var result = verify(Samples.filed(forged), Samples.filed(second));
        assertThat(result.flaws()).hasSize(1);
        assertThat(result.flaws().getFirst())
                .contains(
                        "chain broken between " + Samples.name(first) + " and " + Samples.name(second),
                        Samples.digest(first),
                        Samples.digest(forged),
                        "the earlier one was changed");
    }

    @Test
    void aPackThatNamesNoneBeforeBreaksTheChain() {
        var first = Samples.run(0, "", "");
        var second = Samples.run(1, "", "");
        assertThat(verify(Samples.filed(first), Samples.filed(second)).flaws())
                .containsExactly("chain broken between %s and %s: the later one names no pack before it"
                        .formatted(Samples.name(first), Samples.name(second)));
    }

    @Test
    void aSignatureIsCheckedByTheKey() {
        var pack = Samples.signed(JSON, KEYS);
        assertThat(verifyWith(KEYS, pack).packs().getFirst().signature()).isEqualTo("valid");
        assertThat(verifyWith(KEYS, pack).isIntact()).isTrue();

        var other = verifyWith(Samples.keys(), pack);
        assertThat(other.packs().getFirst().signature()).isEqualTo("invalid");
        assertThat(other.flaws().getFirst()).contains("the signature does not fit the key sha256:");

        var without = verify(pack);
        assertThat(without.packs().getFirst().signature()).isEqualTo("unchecked");
        assertThat(without.isIntact()).isTrue();
        assertThat(without.notes()).anyMatch(note -> note.contains("--public-key"));
    }

    @Test
    void aSignatureOfAnotherDocumentIsNone() {
        var other = Samples.run(3, "", "");
        var attestation = Samples.attestation(other, KEYS);
        var pack = new FiledPack("test", Samples.name(JSON), JSON, attestation, Samples.spec(JSON, true));
        assertThat(verifyWith(KEYS, pack).flaws())
                .containsExactly("%s: the signed statement speaks of another document than the one with digest %s"
                        .formatted(Samples.name(JSON), Samples.digest(JSON)));
    }

    @Test
    void aSignatureThatWasRemovedIsMissed() {
        var pack = new FiledPack("test", Samples.name(JSON), JSON, "", Samples.spec(JSON, true));
        assertThat(verify(pack).flaws())
                .containsExactly(
                        Samples.name(JSON) + ": the resource names an attestation, and there is none: it was removed");
        assertThat(verifyWith(KEYS, Samples.filed(JSON)).flaws().getFirst())
                .contains("it is not signed, though a key was given");
    }

    @Test
    void anAttestationThatCannotBeReadIsSaid() {
        for (var attestation : List.of("[", "{}", "[{\"payload\":\"!\",\"payloadType\":\"x\",\"signatures\":[]}]")) {
            var pack = new FiledPack("test", Samples.name(JSON), JSON, attestation, Samples.spec(JSON, true));
            assertThat(verifyWith(KEYS, pack).flaws()).as(attestation).hasSize(1);
        }
    }
}
