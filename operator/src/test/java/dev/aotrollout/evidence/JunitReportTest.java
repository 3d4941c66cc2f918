package dev.aotrollout.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class JunitReportTest {
    @Test
    void aPromotedRun() {
        var text = JunitReport.of(ReportSamples.promoted());
        assertThat(text).isEqualTo(ReportSamples.golden("report.xml", text));
    }

    @Test
    void aRunThatWasRolledBack() {
        var text = JunitReport.of(ReportSamples.rolledBack());
        assertThat(text).isEqualTo(ReportSamples.golden("report-rolled-back.xml", text));
    }

    @Test
    void countsAreThoseOfTheTests() {
        for (var suite : suites(ReportSamples.rolledBack())) {
            assertThat(suite.getAttribute("tests")).isEqualTo(count(suite, "testcase"));
            assertThat(suite.getAttribute("failures")).isEqualTo(count(suite, "failure"));
            assertThat(suite.getAttribute("skipped")).isEqualTo(count(suite, "skipped"));
        }
    }

    @Test
    void aFailedGuardAndItsStepFailAndLaterStepsAreSkipped() {
        var failed =
                ReportSamples.xml(JunitReport.of(ReportSamples.rolledBack())).getElementsByTagName("failure");
        assertThat(((Element) failed.item(0).getParentNode()).getAttribute("name"))
                .isEqualTo("errors");
        assertThat(((Element) failed.item(1).getParentNode()).getAttribute("name"))
                .isEqualTo("step 2, weight 10 %");
        assertThat(((Element) failed.item(1)).getAttribute("message")).contains("9 of 2,208 AOT requests failed");
        assertThat(JunitReport.of(ReportSamples.rolledBack()))
                .contains("<testcase classname=\"shop.checkout.steps\" name=\"step 4, weight 100 %\" time=\"0.000\">"
                        + "<skipped message=\"not reached\"></skipped>");
    }

    @Test
    void whatIsOnlyObservedOrUnknownIsSkipped() {
        assertThat(JunitReport.of(ReportSamples.promoted())).contains("<skipped message=\"observed only, Unknown: ");
    }

    @Test
    void aTextCannotBecomeMarkup() {
        var text = JunitReport.of(ReportSamples.hostile("]]></failure><x a=\"&\u0000\u202E"));
        assertThat(ReportSamples.elements(ReportSamples.xml(text))).doesNotContain("x");
    }

    private static String count(Element suite, String name) {
        return Integer.toString(suite.getElementsByTagName(name).getLength());
    }

    private static List<Element> suites(EvidenceDocument document) {
        var suites = new ArrayList<Element>();
        var root = ReportSamples.xml(JunitReport.of(document)).getDocumentElement();
        suites.add(root);
        var inside = root.getElementsByTagName("testsuite");
        for (var i = 0; i < inside.getLength(); i++) suites.add((Element) inside.item(i));
        return suites;
    }
}
