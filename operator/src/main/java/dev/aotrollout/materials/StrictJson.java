package dev.aotrollout.materials;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/** JSON of which no second reading is possible: no key twice, nothing after the end. */
final class StrictJson {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {}

    /** An object. */
    static JsonNode parse(String text) throws Rejected {
        try {
            var root = JSON.readTree(text);
            if (!root.isObject()) throw new Rejected("not a JSON object");
            return root;
        } catch (JsonProcessingException e) {
            var what = e.getOriginalMessage().lines().findFirst().orElse("").strip();
            var where = Optional.ofNullable(e.getLocation())
                    .map(at -> "line %s, column %s: ".formatted(at.getLineNr(), at.getColumnNr()))
                    .orElse("");
            throw new Rejected("not JSON: " + where + what);
        }
    }
}
