package dev.aotrollout.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** What sinks get to read. */
class FormatsTest {
    private static final String HOSTILE = "a \"quote\", a \\ backslash,\na line, \u0000 and } {{name}} <!channel> & ü";

    @Test
    void aCloudEventHasTheAttributesOfTheSpecification() throws Exception {
        var event = json(new Format.CloudEvents().body(Notices.rolledBack("checkout"), "prod eu"));

        assertThat(event).isEqualTo(json("""
                {"specversion": "1.0", "id": "0f1e.checkout.19d", "source": "/aotrollout/prod%20eu",
                 "type": "dev.aotrollout.rollout.rolledback", "subject": "shop/checkout", "time": "2026-11-29T03:00:00Z",
                 "datacontenttype": "application/json",
                 "data": {"event": "RolledBack", "severity": "Warning", "kind": "AOTRollout", "namespace": "shop", "name": "checkout",
                          "reason": "ErrorsRegressed", "message": "AOT errors 11.0x JIT (limit 1.25) on route /pay",
                          "step": "2/5", "weight": 0, "findings": ["errors: 11.0x JIT"], "evidence": "checkout-7f3a"}}
                """));
    }

    @Test
    void aWavePlanHasNeitherNamespaceNorStep() throws Exception {
        var event = json(new Format.CloudEvents().body(Notices.waveHalted(), ""));

        assertThat(event.path("source").asText()).isEqualTo("/aotrollout");
        assertThat(event.path("subject").asText()).isEqualTo("net-aot-2026");
        assertThat(event.path("type").asText()).isEqualTo("dev.aotrollout.waveplan.wavehalted");
        assertThat(event.path("data").fieldNames())
                .toIterable()
                .containsExactly("event", "severity", "kind", "name", "reason", "message");
    }

    @Test
    void slackGetsATextWithoutMentionsOfItsOwn() throws Exception {
        var text = json(new Format.Slack().body(Notices.rolledBack("checkout", HOSTILE), "prod-eu"))
                .path("text")
                .asText();

        assertThat(text)
                .isEqualTo(":warning: *RolledBack* shop/checkout in prod-eu (ErrorsRegressed)\n"
                        + "a \"quote\", a \\ backslash,\na line, \u0000 and } {{name}} &lt;!channel&gt; &amp; ü\n"
                        + "step 2/5, weight 0 %\nevidence checkout-7f3a");
    }

    @Test
    void whatIsFilledIntoATemplateStaysInItsString() throws Exception {
        var template = new Template("{\"summary\": \"{{ subject }}: {{message}}\", \"weight\": {{weight}}}");
        assertThat(template.problem()).isEmpty();

        var body = json(new Format.Templated(template).body(Notices.rolledBack("checkout", HOSTILE), ""));

        assertThat(body.path("summary").asText()).isEqualTo("shop/checkout: " + HOSTILE);
        assertThat(body.path("weight").asInt(-1)).isZero();
    }

    @Test
    void aTemplateIsTriedBeforeAnythingIsSent() {
        assertThat(new Template("{\"a\": \"{{summary}}\"}").problem())
                .hasValueSatisfying(it ->
                        assertThat(it).startsWith("names the field 'summary'; fields are: id, type, source, cluster"));
        assertThat(new Template("{\"a\": {{message}}}").problem())
                .hasValueSatisfying(it -> assertThat(it).contains("is not JSON", "line 1", "inside quotes"));
        assertThat(new Template("{} trailing").problem()).isPresent();
        assertThat(new Template(" ").problem())
                .hasValueSatisfying(it -> assertThat(it).contains("is empty"));
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }
}
