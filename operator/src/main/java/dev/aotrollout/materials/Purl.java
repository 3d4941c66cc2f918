package dev.aotrollout.materials;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * The parts of a package URL ({@code pkg:type/namespace/name@version?qualifiers#subpath}) that a policy asks for.
 *
 * @param text without qualifiers and subpath
 * @param type in lower case
 * @param name with its namespace, decoded
 * @param version decoded, may be empty
 */
record Purl(String text, String type, String name, String version) {
    private static final String SCHEME = "pkg:";
    private static final int HEX = 16;

    /** Empty where {@code purl} is none. */
    static Optional<Purl> parse(String purl) {
        if (!purl.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) return Optional.empty();
        var text = SCHEME + withoutEnd(purl.substring(SCHEME.length()));
        var slash = text.indexOf('/');
        if (slash <= SCHEME.length()) return Optional.empty();
        // an @ before the last slash belongs to a namespace that was not encoded, as npm has them
        var at = text.indexOf('@', text.lastIndexOf('/') + 2);
        var name = text.substring(slash + 1, at < 0 ? text.length() : at);
        if (name.isEmpty() || name.endsWith("/") || (name.startsWith("@") && name.indexOf('/') < 0))
            return Optional.empty();
        var type = text.substring(SCHEME.length(), slash).toLowerCase(Locale.ROOT);
        return Optional.of(new Purl(text, type, decoded(name), at < 0 ? "" : decoded(text.substring(at + 1))));
    }

    /** Some writers put slashes after the colon. */
    private static String withoutEnd(String rest) {
        var end = rest.length();
        for (var mark : new char[] {'#', '?'}) {
            var at = rest.indexOf(mark);
            if (at >= 0) end = Math.min(end, at);
        }
        var start = 0;
        while (start < end && rest.charAt(start) == '/') start++;
        return rest.substring(start, end);
    }

    /** What is no escape stays as it is. */
    private static String decoded(String text) {
        if (text.indexOf('%') < 0) return text;
        var bytes = new ByteArrayOutputStream();
        for (var i = 0; i < text.length(); i++) {
            var value = text.charAt(i) == '%' && i + 2 < text.length() ? escape(text, i) : -1;
            if (value < 0) bytes.writeBytes(text.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
            else {
                bytes.write(value);
                i += 2;
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static int escape(String text, int at) {
        var high = Character.digit(text.charAt(at + 1), HEX);
        var low = Character.digit(text.charAt(at + 2), HEX);
        return high < 0 || low < 0 ? -1 : high * HEX + low;
    }
}
