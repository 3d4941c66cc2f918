package dev.aotrollout.examples.demo.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** What somebody could do to an export of evidence. */
final class EvidenceCopy {
    private static final KubernetesSerialization YAML = new KubernetesSerialization();
    private static final String DOCUMENT = "evidence.json.gz";
    private static final Pattern NUMBER = Pattern.compile("(:\\s*)(\\d)(\\d)");

    private EvidenceCopy() {}

    /** One digit of one number in the first document is another one. */
    static String withOneDigitChanged(String export) throws IOException {
        var list = YAML.unmarshal(export, JsonNode.class);
        for (var object : list.path("items")) {
            if (object.path("binaryData") instanceof ObjectNode data && data.has(DOCUMENT)) {
                data.put(DOCUMENT, packed(changed(unpacked(data.path(DOCUMENT).asText()))));
                return YAML.asYaml(list);
            }
        }
        throw new IllegalArgumentException("no document in this export");
    }

    private static String changed(String json) {
        return NUMBER.matcher(json)
                .replaceFirst(number ->
                        number.group(1) + number.group(2) + (number.group(3).equals("7") ? "8" : "7"));
    }

    private static String unpacked(String base64) throws IOException {
        try (var in =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(base64)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String packed(String json) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(json.getBytes(StandardCharsets.UTF_8));
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
