package dev.aotrollout.evidence;

import java.util.List;

/** What is around each chart: its title, what it says in a sentence, and which line is which. */
final class ChartFigure {
    /** Both tracks, by colour and by stroke. */
    static final Html TRACKS = legend(List.of("jit", "JIT", "aot", "AOT"));

    private ChartFigure() {}

    static Html of(String title, String sentence, Html legend, Html... plots) {
        return Html.tag(
                "figure",
                Html.tag(
                        "figcaption",
                        Html.tag("div", Html.tag("h3", title), legend).styled("title"),
                        Html.tag("p", sentence)),
                Html.all(plots));
    }

    /** Where there is nothing to draw. */
    static Html missing(String title, String why) {
        return of(title, why, Html.NOTHING).styled("missing");
    }

    /** Pairs of style and words. */
    static Html legend(List<String> entries) {
        var drawn = new StringBuilder();
        for (var i = 0; i < entries.size(); i += 2)
            drawn.append(Html.tag(
                            "span",
                            Html.tag(
                                            "svg",
                                            Html.tag("line")
                                                    .styled(entries.get(i))
                                                    .with("x1", "1")
                                                    .with("y1", "6")
                                                    .with("x2", "25")
                                                    .with("y2", "6"))
                                    .with("width", "26")
                                    .with("height", "12")
                                    .with("aria-hidden", "true"),
                            Html.text(entries.get(i + 1)))
                    .styled("key"));
        return Html.tag("div", new Html("", "", drawn.toString())).styled("legend");
    }
}
