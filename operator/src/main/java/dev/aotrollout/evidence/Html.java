package dev.aotrollout.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A piece of a page, or of a drawing in it: what is opened is closed, and words are escaped, so that a page is well-formed XML too.
 *
 * @param name of the element; empty for a mere sequence
 * @param attributes as markup, each with a space before it
 * @param content as markup
 */
record Html(String name, String attributes, String content) {
    private static final Set<String> VOID = Set.of("meta", "br", "line", "path", "rect", "circle");

    static final Html NOTHING = new Html("", "", "");

    static Html tag(String name, Html... inside) {
        return tag(name, Arrays.asList(inside));
    }

    static Html tag(String name, List<Html> inside) {
        return new Html(name, "", markup(inside));
    }

    static Html tag(String name, String words) {
        return new Html(name, "", escaped(words));
    }

    static Html text(String words) {
        return new Html("", "", escaped(words));
    }

    static Html all(Html... pieces) {
        return all(Arrays.asList(pieces));
    }

    static Html all(List<Html> pieces) {
        return new Html("", "", markup(pieces));
    }

    Html with(String attribute, String value) {
        return new Html(name, attributes + " " + attribute + "=\"" + escaped(value) + "\"", content);
    }

    Html styled(String style) {
        return style.isEmpty() ? this : with("class", style);
    }

    boolean isNothing() {
        return toString().isEmpty();
    }

    private static String markup(List<Html> pieces) {
        return pieces.stream().map(Html::toString).collect(Collectors.joining());
    }

    /**
     * Without what XML cannot hold and without characters that turn the direction of their neighbours: a name must not be able to make a
     * page look like another.
     */
    static String escaped(String words) {
        var text = new StringBuilder(words.length() + 16);
        words.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                case '\'' -> text.append("&#39;");
                default -> text.appendCodePoint(isPlain(c) ? c : 0xFFFD);
            }
        });
        return text.toString();
    }

    private static boolean isPlain(int c) {
        if (c < 0x20) return c == '\n' || c == '\t';
        var turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return !turns && (c < 0x7F || c > 0x9F) && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
    }

    /** The markup. */
    @Override
    public String toString() {
        if (name.isEmpty()) return content;
        if (content.isEmpty() && VOID.contains(name)) return "<" + name + attributes + "/>";
        return "<" + name + attributes + ">" + content + "</" + name + ">" + (breaksAfter() ? "\n" : "");
    }

    private boolean breaksAfter() {
        return switch (name) {
            case "p",
                    "h1",
                    "h2",
                    "h3",
                    "li",
                    "tr",
                    "svg",
                    "figure",
                    "section",
                    "header",
                    "footer",
                    "div",
                    "style",
                    "title" -> true;
            default -> false;
        };
    }
}
