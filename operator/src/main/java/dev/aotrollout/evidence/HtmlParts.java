package dev.aotrollout.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Shapes that several sections use. */
final class HtmlParts {
    private HtmlParts() {}

    /** With a heading, or nothing at all. */
    static Html titled(String title, Html content) {
        return content.isNothing() ? Html.NOTHING : Html.all(Html.tag("h3", title), content);
    }

    static Html list(List<String> items) {
        return items.isEmpty()
                ? Html.NOTHING
                : Html.tag(
                        "ul", items.stream().map(item -> Html.tag("li", item)).toList());
    }

    static Html none(String words) {
        return Html.tag("p", words).styled("none");
    }

    /** {@code cpu: 250m, memory: 128Mi}, sorted by name. */
    static String pairs(Map<String, String> map) {
        var words = new ArrayList<String>();
        new TreeMap<>(map).forEach((name, value) -> words.add(name + ": " + value));
        return words.isEmpty() ? "–" : String.join(", ", words);
    }

    static Html more(String summary, Html content) {
        return content.isNothing() ? Html.NOTHING : Html.tag("details", Html.tag("summary", summary), content);
    }
}
