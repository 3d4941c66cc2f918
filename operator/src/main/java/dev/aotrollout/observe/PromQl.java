package dev.aotrollout.observe;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Pieces of PromQL with every value escaped. */
final class PromQl {
    private static final Pattern LABEL = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");
    private static final String REGEX_SPECIAL = "\\.+*?()|[]{}^$";

    private PromQl() {}

    /** The first of {@code labels} that is no name of a label; names stand outside of quotes, so nothing escapes them. */
    static Optional<String> wrongLabel(Collection<String> labels) {
        return labels.stream()
                .filter(label -> !LABEL.matcher(label).matches())
                .sorted()
                .findFirst()
                .map(label ->
                        quoted(label) + " is no name of a label: letters, digits and _, not beginning with a digit");
    }

    /** A string literal, in double quotes. */
    static String quoted(String value) {
        return '"'
                + value.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + '"';
    }

    /** A regular expression that matches exactly {@code text}; not yet a string literal. */
    static String literal(String text) {
        return text.chars()
                .mapToObj(c -> (REGEX_SPECIAL.indexOf(c) < 0 ? "" : "\\") + (char) c)
                .collect(Collectors.joining());
    }

    /** A regular expression that matches any of {@code texts} exactly; not yet a string literal. */
    static String anyOf(Collection<String> texts) {
        return texts.stream().map(PromQl::literal).collect(Collectors.joining("|"));
    }

    /** {@code [45000ms]}: a range in the unit that Prometheus and its kin all read. */
    static String range(Duration duration) {
        return "[" + duration.toMillis() + "ms]";
    }
}
