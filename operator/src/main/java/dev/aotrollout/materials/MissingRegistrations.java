package dev.aotrollout.materials;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a native image prints of elements that were not registered: with {@code -XX:MissingRegistrationReportingMode=Warn} and
 * {@code --exact-reachability-metadata} (GraalVM for JDK 23 and later), or in the trace of the error that it throws.
 */
final class MissingRegistrations {
    private static final Pattern ERROR = Pattern.compile("\\b(Missing[A-Z][A-Za-z]*Registration)Error: (.+)$");
    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");
    /** Before JDK 24 the element stood on a line of its own, or in the sentence. */
    private static final Pattern INLINE = Pattern.compile("\\[?([\\w$]+(?:\\.[\\w$]+)+)");

    private static final String REMEDY = ". To allow this operation";
    private static final String OLD_REMEDY = " without it being registered";

    private record Said(String code, String element, String message) {}

    private MissingRegistrations() {}

    static BuildWarnings read(List<String> lines) {
        var counts = new LinkedHashMap<Said, Integer>();
        for (var i = 0; i < lines.size(); i++) {
            var error = ERROR.matcher(lines.get(i));
            if (!error.find()) continue;
            var said = said(error.group(1), error.group(2).strip(), i + 2 < lines.size() ? lines.get(i + 2) : "");
            counts.merge(said, 1, Integer::sum);
        }
        return new BuildWarnings(counts.entrySet().stream()
                .map(entry -> new BuildWarning(
                        entry.getKey().code(),
                        entry.getKey().element(),
                        entry.getKey().message(),
                        false,
                        entry.getValue()))
                .toList());
    }

    private static Said said(String code, String text, String nextButOne) {
        var sentence = until(until(text, REMEDY), OLD_REMEDY);
        var isComplete = sentence.length() < text.length();
        var message = isComplete ? sentence : text + " " + nextButOne.strip();
        var quoted = QUOTED.matcher(message);
        var inline = INLINE.matcher(message);
        var element = quoted.find() ? quoted.group(1) : inline.find() ? inline.group(1) : "";
        return new Said(code, bare(element), message);
    }

    /** {@code public int com.acme.Order#total(int)} is {@code com.acme.Order}. */
    private static String bare(String element) {
        var head = until(until(element, "("), "#");
        return head.substring(head.lastIndexOf(' ') + 1);
    }

    private static String until(String text, String mark) {
        var at = text.indexOf(mark);
        return at < 0 ? text : text.substring(0, at);
    }
}
