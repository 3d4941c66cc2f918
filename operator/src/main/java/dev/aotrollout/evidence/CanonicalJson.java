package dev.aotrollout.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/**
 * JSON in the one form that RFC 8785 (JSON Canonicalization Scheme) allows: keys sorted by their UTF-16 code units, no white space,
 * numbers as ECMAScript writes them, UTF-8. Equal values have equal bytes, so their hash is theirs.
 */
public final class CanonicalJson {
    /** Beyond it a double, which is all that JSON numbers are here, skips integers. */
    private static final long LARGEST_EXACT = 1L << 53;

    private CanonicalJson() {}

    /** The bytes of {@code value}; throws {@link IllegalArgumentException} for one that JSON cannot hold exactly. */
    public static byte[] bytes(JsonNode value) {
        var text = new StringBuilder();
        append(value, text);
        try {
            var encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            var bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("half a surrogate pair is no text", e);
        }
    }

    private static void append(JsonNode value, StringBuilder out) {
        switch (value.getNodeType()) {
            case OBJECT -> appendObject(value, out);
            case ARRAY -> appendArray(value, out);
            case STRING -> appendString(value.textValue(), out);
            case NUMBER -> out.append(number(value));
            case BOOLEAN, NULL -> out.append(value.asText());
            case BINARY, MISSING, POJO -> throw new IllegalArgumentException(value.getNodeType() + " is not JSON");
        }
    }

    private static void appendObject(JsonNode object, StringBuilder out) {
        var sorted = new TreeMap<String, JsonNode>();
        for (var entry : object.properties()) sorted.put(entry.getKey(), entry.getValue());
        var separator = "{";
        for (var entry : sorted.entrySet()) {
            out.append(separator);
            appendString(entry.getKey(), out);
            out.append(':');
            append(entry.getValue(), out);
            separator = ",";
        }
        out.append(sorted.isEmpty() ? "{}" : "}");
    }

    private static void appendArray(JsonNode array, StringBuilder out) {
        out.append('[');
        for (var i = 0; i < array.size(); i++) {
            if (i > 0) out.append(',');
            append(array.get(i), out);
        }
        out.append(']');
    }

    private static void appendString(String text, StringBuilder out) {
        out.append('"');
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < ' ') out.append("\\u%04x".formatted((int) c));
                    else out.append(c);
                }
            }
        }
        out.append('"');
    }

    private static String number(JsonNode number) {
        if (!number.isIntegralNumber()) return EcmaNumber.text(number.doubleValue());
        var exact = number.canConvertToLong() && Math.abs(number.longValue()) <= LARGEST_EXACT;
        if (!exact) throw new IllegalArgumentException(number + " is beyond 2^53; write it as text");
        return String.valueOf(number.longValue());
    }
}
