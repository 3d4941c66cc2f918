package dev.aotrollout.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table whose rows have a heading each; on a phone each row becomes a block of its own, with the column's name before each value
 * (the roles keep it a table for those who listen to it).
 *
 * @param caption what it shows, for those who do not see it
 * @param columns names of the columns; one that ends with {@code #} holds numbers
 * @param rows as many cells each as there are columns
 */
record HtmlTable(String caption, List<String> columns, List<List<Html>> rows) {
    /** A cell that says nothing; phones leave it out. */
    static final Html BLANK = Html.text("–");

    /** So many columns fit on a phone. */
    private static final int NARROW = 2;

    HtmlTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    Html drawn() {
        if (rows.isEmpty()) return Html.NOTHING;
        var heads = IntStream.range(0, columns.size())
                .mapToObj(i -> Html.tag("th", name(i))
                        .with("scope", "col")
                        .with("role", "columnheader")
                        .styled(style(i)))
                .toList();
        var body = rows.stream().map(this::row).toList();
        return Html.tag(
                        "table",
                        Html.tag("caption", caption),
                        Html.tag("thead", Html.tag("tr", heads).with("role", "row"))
                                .with("role", "rowgroup"),
                        Html.tag("tbody", body).with("role", "rowgroup"))
                .with("role", "table")
                .styled(columns.size() > NARROW ? "stack" : "");
    }

    private Html row(List<Html> cells) {
        var drawn = new ArrayList<Html>();
        drawn.add(Html.tag("th", cells.getFirst()).with("scope", "row").with("role", "rowheader"));
        for (var i = 1; i < cells.size(); i++)
            drawn.add(Html.tag("td", Html.tag("span", cells.get(i)))
                    .with("data-name", name(i))
                    .with("role", "cell")
                    .styled(style(i) + (cells.get(i).equals(BLANK) ? " blank" : "")));
        return Html.tag("tr", drawn).with("role", "row");
    }

    private String name(int column) {
        return columns.get(column).replace("#", "");
    }

    private String style(int column) {
        return columns.get(column).endsWith("#") ? "number" : "";
    }
}
