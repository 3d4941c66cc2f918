package dev.aotrollout.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class HtmlReportTest {
    private static final String PROMOTED = HtmlReport.of(ReportSamples.promoted(), ReportSamples.ORIGIN);
    private static final String ROLLED_BACK = HtmlReport.of(ReportSamples.rolledBack(), ReportSamples.ORIGIN);

    @Test
    void aPageOfAPromotedRun() {
        assertThat(PROMOTED).isEqualTo(ReportSamples.golden("report.html", PROMOTED));
    }

    @Test
    void beginsWithTheVerdictAndFourFigures() {
        assertThat(PROMOTED)
                .contains(
                        "<h1>checkout went from JIT to AOT: <span>promoted on 3 Nov 2026 at 17:00 UTC, after 9 h</span></h1>",
                        "−54 %",
                        "interval −56 % to −52 %",
                        "0.94×",
                        "0.327 %");
        assertThat(ROLLED_BACK)
                .contains(
                        "<h1>checkout went back from AOT to JIT: <span>rolled back at weight 10 on 3 Nov 2026 at 08:13 UTC");
    }

    @Test
    void saysWhatWasNotMeasured() {
        assertThat(ROLLED_BACK)
                .contains(
                        "not measured",
                        "No memory was measured.",
                        "No start was measured.",
                        "No burn rate was measured.",
                        "No checks were recorded.",
                        "no money was computed",
                        "Prometheus did not answer");
    }

    @Test
    void loadsNothingAndRunsNothing() {
        var names = ReportSamples.elements(ReportSamples.xml(PROMOTED));
        assertThat(names).doesNotContain("script", "link", "img", "iframe", "object", "embed", "image", "use", "a");
        assertThat(PROMOTED).doesNotContain(" src=", " href=", "url(", "@import", " onload=");
    }

    @Test
    void aTextCannotBecomeMarkup() {
        var attack = "</title><script>alert(1)</script>\" onload='x' & \u202Efed\u0000\uD800 ünï 漢字 🎉";
        var page = HtmlReport.of(
                ReportSamples.hostile(attack), new ReportOrigin("n" + attack, "sha256:0" + attack, false));
        var parsed = ReportSamples.xml(page);
        assertThat(ReportSamples.elements(parsed)).isSubsetOf(ReportSamples.elements(ReportSamples.xml(PROMOTED)));
        assertThat(page).doesNotContain("<script", "\u202E", "\u0000").contains("ünï 漢字 🎉");
        assertThat(attributes(parsed)).doesNotContain("onload");
    }

    private static HashSet<String> attributes(Document document) {
        var names = new HashSet<String>();
        var all = document.getElementsByTagName("*");
        for (var i = 0; i < all.getLength(); i++) {
            var attributes = all.item(i).getAttributes();
            for (var j = 0; j < attributes.getLength(); j++)
                names.add(attributes.item(j).getNodeName());
        }
        return names;
    }

    @Test
    void everyChartSaysWhatItShows() {
        var ids = new HashSet<String>();
        var charts = 0;
        var drawings = ReportSamples.xml(PROMOTED).getElementsByTagName("svg");
        for (var i = 0; i < drawings.getLength(); i++) {
            var drawing = (Element) drawings.item(i);
            if (!drawing.getAttribute("role").equals("img")) continue;
            charts++;
            assertThat(drawing.getElementsByTagName("title").item(0).getTextContent())
                    .isNotBlank();
            assertThat(drawing.getElementsByTagName("desc").item(0).getTextContent())
                    .isNotBlank();
            assertThat(ids.add(drawing.getAttribute("aria-labelledby"))).isTrue();
        }
        assertThat(charts).isEqualTo(12);
    }

    @Test
    void localeAndTimeZoneChangeNothing() {
        var locale = Locale.getDefault();
        var zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            assertThat(HtmlReport.of(ReportSamples.promoted(), ReportSamples.ORIGIN))
                    .isEqualTo(PROMOTED);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}
