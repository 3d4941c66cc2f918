package dev.aotrollout.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aotrollout.terminal.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;

/**
 * What a user gave to a command that reads evidence: a document, plain or gzip, or Kubernetes objects that hold documents.
 *
 * @param documents at least one, in the order in which they were given
 * @param packs the AOTEvidencePack objects that were given with them
 */
record EvidenceFiles(List<Evidence> documents, List<JsonNode> packs) {
    /** Of the ConfigMap. */
    static final String KEY = "evidence.json";

    /** Beside it where something signs. */
    static final String ATTESTATION = "attestation.json";

    private static final String GZIP = ".gz";
    /** Evidence is a few hundred KiB; what unpacks to more than this is something else. */
    private static final int LARGEST_BYTES = 64 << 20;

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One document.
     *
     * @param source where it was, as messages name it
     * @param name of the ConfigMap, or of the file without its endings; empty for standard input
     * @param json the document, byte for byte as it was hashed
     * @param others what else the ConfigMap holds, unpacked, by key without {@code .gz}
     */
    record Evidence(String source, String name, String json, Map<String, String> others) {
        Evidence {
            others = Map.copyOf(others);
        }
    }

    EvidenceFiles {
        documents = List.copyOf(documents);
        packs = List.copyOf(packs);
    }

    /** The file of that name, or {@code stdin} where it is {@code -}. */
    static EvidenceFiles read(String file, InputStream stdin) {
        var source = file.equals("-") ? "stdin" : file;
        return of(source, fileName(file), text(source, Input.bytes(file, stdin)));
    }

    /** What an API server answered. */
    static EvidenceFiles of(Input input) {
        return of(input.name(), "", input.text());
    }

    private static EvidenceFiles of(String source, String name, String text) {
        var objects = objects(source, text);
        if (objects.isEmpty()) return new EvidenceFiles(List.of(new Evidence(source, name, text, Map.of())), List.of());
        var documents = objects.stream()
                .flatMap(object -> evidence(source, object).stream())
                .toList();
        var packs = objects.stream().filter(EvidenceFiles::isPack).toList();
        if (documents.isEmpty()) throw new Unreadable(source + ": " + missing(objects.getFirst()));
        return new EvidenceFiles(documents, packs);
    }

    private static boolean isPack(JsonNode object) {
        return object.path("kind").asText().equals("AOTEvidencePack");
    }

    private static String missing(JsonNode first) {
        if (isPack(first))
            return "%s points to its document; give its ConfigMap: kubectl get configmap %s -n %s -o json"
                    .formatted(
                            label(first),
                            first.at("/spec/document/configMap").asText(),
                            first.at("/metadata/namespace").asText());
        return "no evidence in %s; its ConfigMap has %s in binaryData".formatted(label(first), KEY + GZIP);
    }

    private static String fileName(String file) {
        if (file.equals("-")) return "";
        var name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        for (var ending : List.of(GZIP, ".json"))
            if (name.endsWith(ending)) name = name.substring(0, name.length() - ending.length());
        return name;
    }

    /** The Kubernetes objects that a text is made of; none where it is a document itself. */
    private static List<JsonNode> objects(String source, String text) {
        if (!text.stripLeading().startsWith("{"))
            return YamlReader.read(new Input(source, text)).stream()
                    .map(Document::tree)
                    .toList();
        try {
            var root = JSON.readTree(text);
            return root.has("kind") && root.has("apiVersion") ? items(root).toList() : List.of();
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new Unreadable("%s:%s:%s: not JSON: %s"
                    .formatted(source, at.getLineNr(), at.getColumnNr(), e.getOriginalMessage()));
        }
    }

    private static Stream<JsonNode> items(JsonNode root) {
        return root.path("kind").asText().endsWith("List")
                ? StreamSupport.stream(root.path("items").spliterator(), false)
                : Stream.of(root);
    }

    private static Optional<Evidence> evidence(String source, JsonNode object) {
        if (!object.path("kind").asText().equals("ConfigMap")) return Optional.empty();
        var at = source + " " + label(object);
        var texts = new TreeMap<String, String>();
        for (var entry : object.path("data").properties())
            texts.put(entry.getKey(), entry.getValue().asText());
        var binary = object.path("binaryData");
        if (texts.containsKey(KEY) || binary.has(KEY + GZIP) || binary.has(KEY))
            for (var entry : binary.properties()) {
                var key = entry.getKey();
                texts.put(withoutGzip(key), text(at + " " + key, decoded(at + " " + key, entry.getValue())));
            }
        return Optional.ofNullable(texts.remove(KEY))
                .map(json -> new Evidence(at, object.at("/metadata/name").asText(), json, texts));
    }

    private static String withoutGzip(String key) {
        return key.endsWith(GZIP) ? key.substring(0, key.length() - GZIP.length()) : key;
    }

    private static byte[] decoded(String at, JsonNode base64) {
        try {
            return Base64.getMimeDecoder().decode(base64.asText());
        } catch (IllegalArgumentException e) {
            throw new Unreadable("%s: not base64: %s".formatted(at, e.getMessage()));
        }
    }

    /** Unpacked where it is packed. */
    private static String text(String at, byte[] bytes) {
        try {
            var plain = bytes.length > 1 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b ? unpacked(at, bytes) : bytes;
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(plain))
                    .toString();
            if (text.isBlank()) throw new Unreadable(at + " is empty");
            return text;
        } catch (CharacterCodingException e) {
            throw new Unreadable(at + ": neither text in UTF-8 nor gzip");
        } catch (IOException e) {
            throw new Unreadable(at + ": damaged gzip: " + e.getMessage());
        }
    }

    private static byte[] unpacked(String at, byte[] bytes) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            var plain = in.readNBytes(LARGEST_BYTES + 1);
            if (plain.length > LARGEST_BYTES)
                throw new Unreadable(at + " unpacks to more than 64 MiB, which no evidence does");
            return plain;
        }
    }

    private static String label(JsonNode object) {
        return "%s %s/%s"
                .formatted(
                        object.path("kind").asText("an object without kind"),
                        object.at("/metadata/namespace").asText("default"),
                        object.at("/metadata/name").asText());
    }
}
