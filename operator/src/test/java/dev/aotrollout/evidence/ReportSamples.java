package dev.aotrollout.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Documents to render: made from the sample. */
final class ReportSamples {
    static final ReportOrigin ORIGIN = new ReportOrigin("checkout-7f3a9c21", "sha256:" + "4f0c9d2e".repeat(8), true);

    private static final Path FOLDER =
            Path.of(System.getProperty("aotrollout.root"), "operator/src/test/resources/evidence");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PODS = 2;
    /** One of so many points of a series is kept. */
    private static final int THINNED = 4;

    private ReportSamples() {}

    /** Promoted with remarks; fewer pods than in the sample. */
    static EvidenceDocument promoted() {
        return document(promotedTree());
    }

    private static ObjectNode promotedTree() {
        var tree = sample();
        tree.set("series", firstOfEach((ArrayNode) tree.path("series"), "query"));
        tree.path("series").forEach(series -> thin((ObjectNode) series));
        ((ObjectNode) tree.path("memory")).set("pods", firstOfEach((ArrayNode) tree.at("/memory/pods"), "track"));
        return tree;
    }

    private static void thin(ObjectNode series) {
        var values = (ArrayNode) series.path("values");
        var kept = JSON.createArrayNode();
        for (var i = 0; i < values.size(); i += THINNED) kept.add(values.get(i));
        series.set("values", kept);
        series.put("stepSeconds", series.path("stepSeconds").asLong() * THINNED);
    }

    private static ArrayNode firstOfEach(ArrayNode items, String key) {
        var kept = JSON.createArrayNode();
        for (var item : items) {
            var group = item.path(key).asText() + item.path("track").asText();
            var before = 0;
            for (var one : kept)
                if (group.equals(one.path(key).asText() + one.path("track").asText())) before++;
            if (before < PODS) kept.add(item);
        }
        return kept;
    }

    /** Rolled back in the second step for errors, with little measured. */
    static EvidenceDocument rolledBack() {
        var tree = promotedTree();
        tree.remove(List.of("candidate", "economics", "previous", "series"));
        tree.putArray("series");
        var conclusion = (ObjectNode) tree.path("conclusion");
        conclusion.put("outcome", "RolledBack").put("reason", "ErrorsRegressed").put("verdict", "Failed");
        conclusion.put("message", "9 of 2,208 AOT requests failed (0.408 %), 8.78x [1.87, 41.3], limit 1.25x");
        conclusion.put("endedAt", "2026-11-03T08:13:54Z").put("weight", 10);
        var taken = (ArrayNode) tree.at("/course/taken");
        while (taken.size() > 2) taken.remove(2);
        ((ObjectNode) taken.get(1)).put("leftAt", "2026-11-03T08:13:54Z");
        ((ObjectNode) tree.path("sources")).put("to", "2026-11-03T08:13:54Z");
        for (var guard : tree.path("guards"))
            if (guard.path("guard").asText().equals("errors")) regressed((ObjectNode) guard);
        ((ObjectNode) tree.path("quality"))
                .put("complete", false)
                .putArray("remarks")
                .add("Prometheus did not answer");
        return document(unmeasured(tree));
    }

    private static void regressed(ObjectNode errors) {
        errors.put("verdict", "Fail").put("reason", "ErrorsRegressed");
        errors.put("message", "9 of 2,208 AOT requests failed (0.408 %), 8.78x [1.87, 41.3], limit 1.25x");
        errors.put("aot", 0.00408).put("jit", 0.00046).put("samples", 2208);
        errors.putObject("ratio").put("estimate", 8.78).put("low", 1.87);
        errors.putArray("details").add("evidence that AOT is beyond chance: ln E 7.3 at most, a rollback needs 6.2");
    }

    private static ObjectNode unmeasured(ObjectNode tree) {
        ((ObjectNode) tree.path("memory")).remove(List.of("jitBytes", "aotBytes"));
        ((ObjectNode) tree.path("memory")).putArray("pods");
        ((ObjectNode) tree.path("memory")).putObject("gain");
        ((ObjectNode) tree.path("startup")).remove(List.of("jitMedianSeconds", "aotMedianSeconds"));
        ((ObjectNode) tree.path("startup")).putArray("jitSeconds");
        ((ObjectNode) tree.path("startup")).putArray("aotSeconds");
        ((ObjectNode) tree.path("startup")).putObject("gain");
        ((ObjectNode) tree.path("budget")).remove(List.of("remainingAtStartPercent", "worstBurnRate"));
        return tree;
    }

    /** Every text but times has {@code more} at its end, names of maps too. */
    static EvidenceDocument hostile(String more) {
        return document((ObjectNode) with(promotedTree(), more));
    }

    private static JsonNode with(JsonNode node, String more) {
        if (node instanceof ArrayNode array) {
            var copy = JSON.createArrayNode();
            array.forEach(item -> copy.add(with(item, more)));
            return copy;
        }
        if (node instanceof ObjectNode object) {
            var copy = JSON.createObjectNode();
            var maps = Set.of("counts", "settings");
            object.properties().forEach(entry -> {
                var value = with(entry.getValue(), more);
                copy.set(entry.getKey(), maps.contains(entry.getKey()) ? renamed(value, more) : value);
            });
            return copy;
        }
        var isTime = node.asText().matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
        return node.isTextual() && !isTime ? TextNode.valueOf(node.asText() + more) : node;
    }

    private static JsonNode renamed(JsonNode map, String more) {
        var copy = JSON.createObjectNode();
        map.properties().forEach(entry -> copy.set(entry.getKey() + more, entry.getValue()));
        return copy;
    }

    private static ObjectNode sample() {
        try {
            return (ObjectNode) JSON.readTree(FOLDER.resolve("sample.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EvidenceDocument document(ObjectNode tree) {
        return JSON.convertValue(tree, EvidenceDocument.class);
    }

    /** A file beside the sample; {@code -Devidence.update=true} writes it anew. */
    static String golden(String name, String actual) {
        try {
            if (Boolean.getBoolean("evidence.update")) Files.writeString(FOLDER.resolve(name), actual);
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("run again with -Devidence.update=true", e);
        }
    }

    static Document xml(String text) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Names of the elements that a document has. */
    static Set<String> elements(Document document) {
        var names = new HashSet<String>();
        var all = document.getElementsByTagName("*");
        for (var i = 0; i < all.getLength(); i++) names.add(all.item(i).getNodeName());
        return names;
    }
}
