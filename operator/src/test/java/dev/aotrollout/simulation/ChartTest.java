package dev.aotrollout.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class ChartTest {
    private static Story story(String name, long seed) {
        var scenario = Scenarios.named().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return Stage.run(scenario, seed);
    }

    @Test
    void theSameStoryGivesTheSameBytes() {
        assertThat(Chart.html(story("errors", 3))).isEqualTo(Chart.html(story("errors", 3)));
    }

    @Test
    void anotherStoryGivesAnotherImage() {
        assertThat(Chart.svg(story("errors", 3))).isNotEqualTo(Chart.svg(story("slow-answers", 3)));
    }

    @Test
    void theImageIsWellFormedAndSaysTheVerdict() throws Exception {
        var svg = Chart.svg(story("errors", 3));

        var root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement();

        assertThat(root.getAttribute("aria-label")).startsWith("checkout: RolledBack. errors: ErrorsRegressed after");
    }

    @Test
    void nothingIsLoadedAndNothingRuns() {
        assertThat(Chart.html(story("errors", 3)))
                .doesNotContain("<script", "<link", "url(", "@import", "src=")
                .doesNotContainPattern("https?://(?!www\\.w3\\.org/2000/svg)");
    }

    @Test
    void aMessageCannotBreakOutOfItsPlace() {
        var told = new Story(
                "<b>",
                "\"&",
                1,
                List.of(new Story.Line(1, "</li><i>")),
                new Story.Ending("Held", "", "<u>", 1),
                List.of(),
                List.of());

        assertThat(Chart.html(told)).doesNotContain("<b>", "<i>", "<u>");
    }
}
