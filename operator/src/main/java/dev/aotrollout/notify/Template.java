package dev.aotrollout.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JSON with {@code {{field}}} in its strings; what is filled in is escaped, so that no message breaks out of its string. */
record Template(String text) {
    private static final Pattern FIELD = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** What is wrong with it. */
    Optional<String> problem() {
        var fields = Fields.of(Fields.SAMPLE, "");
        var unknown = FIELD.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !fields.containsKey(name))
                .findFirst();
        if (unknown.isPresent())
            return Optional.of("names the field '%s'; fields are: %s"
                    .formatted(unknown.get(), String.join(", ", fields.keySet())));
        try {
            var body = JSON.readTree(fill(fields));
            return body.isMissingNode() ? Optional.of("is empty; write the JSON that is to be sent") : Optional.empty();
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            return Optional.of(
                    "is not JSON once it is filled in (line %s, column %s: %s); write {{field}} inside quotes"
                            .formatted(place.getLineNr(), place.getColumnNr(), e.getOriginalMessage()));
        }
    }

    String fill(Map<String, String> fields) {
        return FIELD.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(escaped(fields.getOrDefault(found.group(1), ""))));
    }

    private static String escaped(String value) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(value));
    }
}
