package dev.aotrollout.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aotrollout.evidence.FiledPack;
import dev.aotrollout.evidence.Keys;
import dev.aotrollout.evidence.PackName;
import dev.aotrollout.evidence.Verification;
import dev.aotrollout.evidence.Verifier;
import dev.aotrollout.terminal.ExitCode;
import dev.aotrollout.terminal.Output;
import dev.aotrollout.terminal.Table;
import dev.aotrollout.terminal.Unreadable;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks evidence packs: hash, resource, chain and signature. */
@Command(
        name = "verify",
        description = {
            "Checks evidence packs, and says what was tampered with.",
            "The digest of each document, what its AOTEvidencePack says of it, the chain from pack to pack, and with a key the signature."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 intact, 1 tampered with, 2 unreadable input.",
            "",
            "Examples:",
            "  kubectl get aotev,cm -n shop -l aotrollout.dev/rollout=checkout -o json | ${ROOT-COMMAND-NAME} verify -",
            "  ${ROOT-COMMAND-NAME} verify packs.yaml --public-key key.pub.pem -o json"
        })
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private Output output = new Output();

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "The same as FILE. May be repeated.")
    private List<String> options = List.of();

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description =
                    "AOTEvidencePacks and their ConfigMaps as kubectl get -o yaml or -o json prints them, or evidence.json; - is standard input.")
    private List<String> files = List.of();

    @Option(
            names = "--public-key",
            paramLabel = "FILE",
            description = "Ed25519 key in PEM that all packs must be signed with.")
    private String publicKey = "";

    @Override
    public Integer call() {
        var key = publicKey.isEmpty() ? Optional.<PublicKey>empty() : Optional.of(readKey());
        var verification = Verifier.verify(packs(), key);
        if (output.isData()) output.data(verification);
        else print(verification);
        return verification.isIntact() ? ExitCode.FINE : ExitCode.FOUND;
    }

    private PublicKey readKey() {
        try {
            return Keys.publicKey(Input.read(publicKey, System.in).text());
        } catch (IllegalArgumentException e) {
            throw new Unreadable("%s: %s".formatted(publicKey, e.getMessage()));
        }
    }

    /** Each document with the resource that points to it; resources whose documents are missing come last. */
    private List<FiledPack> packs() {
        var documents = new ArrayList<EvidenceFiles.Evidence>();
        var resources = new ArrayList<JsonNode>();
        if (files.isEmpty() && options.isEmpty())
            throw new Unreadable("nothing to verify: name a file, or - for standard input");
        for (var file : Stream.concat(files.stream(), options.stream()).toList()) {
            var read = EvidenceFiles.read(file, System.in);
            documents.addAll(read.documents());
            resources.addAll(read.packs());
        }
        var found =
                documents.stream().map(document -> filed(document, resources)).toList();
        var missing = resources.stream()
                .filter(resource -> documents.stream().noneMatch(document -> pointsTo(resource, document)))
                .map(resource -> new FiledPack("", name(resource), "", "", resource.path("spec")));
        return Stream.concat(found.stream(), missing).toList();
    }

    private static FiledPack filed(EvidenceFiles.Evidence document, List<JsonNode> resources) {
        var attestation = document.others().getOrDefault(EvidenceFiles.ATTESTATION, "");
        return resources.stream()
                .filter(resource -> pointsTo(resource, document))
                .findFirst()
                .map(resource -> new FiledPack(
                        document.source(), name(resource), document.json(), attestation, resource.path("spec")))
                .orElseGet(() -> FiledPack.alone(
                        document.source(), PackName.ofConfigMap(document.name()), document.json(), attestation));
    }

    private static boolean pointsTo(JsonNode resource, EvidenceFiles.Evidence document) {
        return resource.at("/spec/document/configMap").asText().equals(document.name());
    }

    private static String name(JsonNode resource) {
        return resource.at("/metadata/name").asText();
    }

    private void print(Verification verification) {
        var table = new Table();
        verification
                .packs()
                .forEach(pack -> table.row(
                        pack.name(),
                        pack.namespace() + "/" + pack.rollout(),
                        pack.endedAt(),
                        pack.verdict(),
                        "signature " + pack.signature(),
                        pack.digest()));
        table.lines("").forEach(output::line);
        verification.flaws().forEach(flaw -> output.line(output.styled("fg(red)", "tampered  ") + flaw));
        verification.notes().forEach(note -> output.line("note      " + note));
        output.line(
                verification.isIntact()
                        ? output.styled("bold", "intact")
                        : output.styled("bold,fg(red)", "not intact"));
    }
}
