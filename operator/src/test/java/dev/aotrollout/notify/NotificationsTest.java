package dev.aotrollout.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The configuration: what it means, and what is said of one that means nothing. */
class NotificationsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void secrets() throws Exception {
        Files.writeString(folder.resolve("url"), "https://hooks.example/T0/s3cret\n");
        Files.writeString(folder.resolve("token"), "Bearer s3cret\n");
        Files.writeString(folder.resolve("empty"), "\n");
        Files.writeString(folder.resolve("not-a-url"), "s3cret");
        Files.writeString(folder.resolve("two-lines"), "s3cret\nInjected: yes");
    }

    private Notifications read(String yaml) throws Exception {
        return Notifications.read(Files.writeString(folder.resolve("notifications.yaml"), yaml));
    }

    @Test
    void everyFieldIsRead() throws Exception {
        var sinks = read("""
                cluster: prod-eu
                sinks:
                  - name: chat
                    urlFile: url
                    format: Slack
                    events: [RolledBack, ApprovalPending]
                    namespaces: [shop]
                  - name: pager
                    url: https://pager.example/v2
                    format: Template
                    template: '{"text": "{{message}}"}'
                    headers: {X-Team: shop}
                    headerFiles: {Authorization: token}
                    minSeverity: Warning
                    timeoutSeconds: 3
                  - name: bus
                    url: http://broker.events.svc/default
                """).sinks();

        assertThat(sinks).extracting(Sink::name).containsExactly("chat", "pager", "bus");
        var chat = sinks.get(0);
        assertThat(chat.url().read()).isEqualTo("https://hooks.example/T0/s3cret");
        assertThat(chat.cluster()).isEqualTo("prod-eu");
        assertThat(chat.wants(Notices.rolledBack("checkout"))).isTrue();
        assertThat(chat.wants(Notices.entered("shop", "checkout", "1/3"))).isFalse();
        var pager = sinks.get(1);
        assertThat(pager.headers().get("Authorization").read()).isEqualTo("Bearer s3cret");
        assertThat(pager.headers().get("X-Team").read()).isEqualTo("shop");
        assertThat(pager.timeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(pager.wants(Notices.entered("shop", "checkout", "1/3"))).isFalse();
        assertThat(pager.wants(Notices.waveHalted())).isTrue();
        var bus = sinks.get(2);
        assertThat(bus.format()).isEqualTo(new Format.CloudEvents());
        assertThat(bus.happenings()).isEqualTo(EnumSet.allOf(Happening.class));
        assertThat(bus.timeout()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aSecretThatIsRotatedIsReadAnew() throws Exception {
        var sink = read("sinks: [{name: chat, urlFile: url}]").sinks().getFirst();
        Files.writeString(folder.resolve("url"), "https://hooks.example/T0/new");

        assertThat(sink.url().read()).isEqualTo("https://hooks.example/T0/new");
    }

    @Test
    void nobodyIsAConfigurationToo() throws Exception {
        assertThat(read("sinks: []")).isEqualTo(Notifications.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            []                                                                  | it has no list 'sinks'
            {sinks: [], sink: 1}                                                | unknown field 'sink'; fields are: cluster, sinks
            {sinks: [], cluster: 7}                                             | cluster: write a name
            {sinks: [x]}                                                        | sinks[0]: is not a map
            {sinks: [{name: a, url: 'https://s3cret.example', colour: red}]}    | sinks[0] (a): unknown field 'colour'; fields are: events, format
            {sinks: [{name: A_b, url: 'https://s3cret.example'}]}               | sinks[0] (A_b): name: write 1 to 63 lower-case
            {sinks: [{url: 'https://s3cret.example'}]}                          | sinks[0]: name: write
            {sinks: [{name: a}]}                                                | write either url or urlFile
            {sinks: [{name: a, url: 'https://s3cret.example', urlFile: url}]}   | write either url or urlFile
            {sinks: [{name: a, url: 'ftp://s3cret.example'}]}                   | url: write http:// or https://
            {sinks: [{name: a, url: 'https:///s3cret'}]}                        | url: it has no host
            {sinks: [{name: a, url: 'https://s3cret@host.example'}]}            | url: it has a user in it
            {sinks: [{name: a, url: 'https://h.example/s3cret path'}]}          | url: not an address
            {sinks: [{name: a, url: 8080}]}                                     | url: write a text
            {sinks: [{name: a, urlFile: missing}]}                              | urlFile: cannot read
            {sinks: [{name: a, urlFile: empty}]}                                | is empty
            {sinks: [{name: a, urlFile: not-a-url}]}                            | url: write http:// or https://
            {sinks: [{name: a, urlFile: url, headers: {'X Y': z}}]}             | headers: 'X Y' is not a header
            {sinks: [{name: a, urlFile: url, headers: {Host: z}}]}              | headers: 'Host' is not a header
            {sinks: [{name: a, urlFile: url, headers: {X: 1}}]}                 | headers: write the value of X in quotes
            {sinks: [{name: a, urlFile: url, headers: [X]}]}                    | headers: write a map
            {sinks: [{name: a, urlFile: url, headers: {X: y}, headerFiles: {X: token}}]} | X is in headers too
            {sinks: [{name: a, urlFile: url, headerFiles: {X: two-lines}}]}     | the value of X has a line break
            {sinks: [{name: a, urlFile: url, headerFiles: {X: missing}}]}       | headerFiles.X: cannot read
            {sinks: [{name: a, urlFile: url, format: Teams}]}                   | format: 'Teams' is none of CloudEvents, Slack, Template
            {sinks: [{name: a, urlFile: url, template: '{}'}]}                  | template: write format: Template with it
            {sinks: [{name: a, urlFile: url, format: Template}]}                | template: write the JSON to send
            {sinks: [{name: a, urlFile: url, format: Template, template: '{{x}}'}]} | template: it names the field 'x'
            {sinks: [{name: a, urlFile: url, events: [Promoted], minSeverity: Warning}]} | has events and minSeverity
            {sinks: [{name: a, urlFile: url, events: []}]}                      | events: write one at least
            {sinks: [{name: a, urlFile: url, events: Promoted}]}                | events: write a list
            {sinks: [{name: a, urlFile: url, events: [Test]}]}                  | events: 'Test' is none of StepEntered, WeightShifted
            {sinks: [{name: a, urlFile: url, minSeverity: Error}]}              | minSeverity: 'Error' is none of Normal, Warning
            {sinks: [{name: a, urlFile: url, namespaces: [1]}]}                 | namespaces: write texts in the list
            {sinks: [{name: a, urlFile: url, timeoutSeconds: 0}]}               | timeoutSeconds: write a whole number from 1 to 60
            {sinks: [{name: a, urlFile: url, timeoutSeconds: 5.5}]}             | timeoutSeconds: write a whole number
            {sinks: [{name: a, urlFile: url}, {name: a, urlFile: url}]}         | two sinks are named 'a'
            {sinks: [{name: s3cret}, s3cret: {]}                                | line 1, column
            {sinks: [], sinks: []}                                              | duplicate key sinks
            """)
    void whatIsWrongIsNamed(String yaml, String problem) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(NotificationsInvalid.class)
                .hasMessageContaining(problem)
                .hasMessageContaining("notifications.yaml")
                .message()
                .doesNotContain("s3cret");
    }

    @Test
    void allProblemsAreSaidAtOnce() {
        assertThatThrownBy(() -> read("sinks: [{name: a}, {name: b, urlFile: url, format: Teams}]"))
                .hasMessageContaining("sinks[0] (a)")
                .hasMessageContaining("sinks[1] (b)");
    }

    @Test
    void tooManySinksAreRefused() {
        var one = "{name: a, urlFile: url}";
        var yaml = "sinks: [" + (one + ",").repeat(20) + one + "]";
        assertThatThrownBy(() -> read(yaml)).hasMessageContaining("21 sinks are too many; 20 is the limit");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Notifications.read(folder.resolve("nowhere.yaml")))
                .isInstanceOf(NotificationsInvalid.class)
                .hasMessageContaining("nowhere.yaml")
                .hasMessageContaining("no such file");
    }

    @Test
    void aTestReachesEverySinkWhateverItChooses() throws Exception {
        try (var good = new Receiver();
                var bad = new Receiver()) {
            bad.answers(Receiver.Answer.of(403));
            var tried = read("""
                    sinks:
                      - {name: good, url: '%s', namespaces: [none], events: [Promoted]}
                      - {name: bad, url: '%s', minSeverity: Warning}
                    """.formatted(good.url(), bad.url())).test(Clock.systemUTC());

            assertThat(tried)
                    .containsExactly(
                            new Notifications.Tried("good", true, ""),
                            new Notifications.Tried("bad", false, "HTTP 403"));
            assertThat(good.next().body()).contains("dev.aotrollout.rollout.test", "nothing happened");
        }
    }
}
