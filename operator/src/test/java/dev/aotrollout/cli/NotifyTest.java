package dev.aotrollout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.notify.Receiver;
import dev.aotrollout.notify.Receiver.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code aotrollout notify}. */
class NotifyTest {
    @TempDir
    private Path folder;

    private String file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("notifications.yaml"), yaml).toString();
    }

    @Test
    void aFileIsCheckedWithoutSendingAnything() throws Exception {
        try (var receiver = new Receiver()) {
            var result = Shell.run("notify", "-f", file("sinks: [{name: ops, url: '%s'}]".formatted(receiver.url())));

            assertThat(result).isEqualTo(new Shell.Result(0, "1 sinks, nothing wrong" + System.lineSeparator(), ""));
            assertThat(receiver.waiting()).isZero();
        }
    }

    @Test
    void everySinkIsTriedAndTheCodeSaysWhetherAllTookIt() throws Exception {
        try (var good = new Receiver();
                var bad = new Receiver()) {
            var sinks = file("sinks: [{name: ops, url: '%s'}, {name: chat, url: '%s', format: Slack}]"
                    .formatted(good.url(), bad.url()));
            bad.answers(Answer.of(500));

            var result = Shell.run("notify", "--test", "-f", sinks);
            assertThat(result.out()).containsSubsequence("ops", "delivered", "chat", "not delivered", "HTTP 500");
            assertThat(result.code()).isEqualTo(1);
            assertThat(good.next().body()).contains("dev.aotrollout.rollout.test");

            var again = Shell.run("notify", "--test", "-o", "json", "-f", sinks);
            assertThat(again.out()).contains("\"sink\" : \"chat\"", "\"delivered\" : true");
            assertThat(again.code()).isZero();
        }
    }

    @Test
    void aFileThatCannotBeUsedIsUsage() throws Exception {
        var result = Shell.run("notify", "-f", file("sinks: [{name: ops}]"));

        assertThat(result.err()).contains("sinks[0] (ops): write either url or urlFile");
        assertThat(result.code()).isEqualTo(2);
    }
}
