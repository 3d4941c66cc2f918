package dev.aotrollout.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aotrollout.api.AotRolloutStatus.Transition;
import dev.aotrollout.cluster.ClusterWriter;
import dev.aotrollout.notify.Happening;
import dev.aotrollout.notify.Notice;
import dev.aotrollout.notify.Notifications;
import dev.aotrollout.notify.Receiver;
import io.fabric8.kubernetes.api.model.Event;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rollout on a real API server whose facts are told to a real HTTP server. */
class NotificationsIT {
    private final Shop shop = Shop.open();
    private Receiver receiver;
    private Wiring operator;

    @TempDir
    private Path folder;

    @BeforeEach
    void startOperator() throws Exception {
        receiver = new Receiver();
        operator = start();
    }

    private Wiring start() throws Exception {
        var file = Files.writeString(
                folder.resolve("notifications.yaml"),
                "{cluster: test, sinks: [{name: bus, url: '%s', timeoutSeconds: 60}]}".formatted(receiver.url()));
        var started = new Wiring(shop.client, new Settings(Set.of(shop.namespace), Notifications.read(file)));
        started.start();
        return started;
    }

    @AfterEach
    void stop() {
        shop.close();
        operator.close();
        receiver.close();
    }

    @Test
    void everyFactThatIsAnEventIsToldOnceInOrderAndNotAgainByTheNextOperator() throws Exception {
        shop.roll("steps", Shop.HALFWAY);
        shop.awaitServed(50);
        shop.annotate("abort", "pager");
        shop.awaitPhase("RolledBack");

        var told = new ArrayList<JsonNode>();
        while (told.stream().noneMatch(NotificationsIT::isRollback)) told.add(next());
        var back = told.getLast();
        assertThat(back.path("subject").asText()).isEqualTo(shop.namespace + "/checkout");
        assertThat(back.path("data").path("reason").asText()).isEqualTo("Aborted");
        assertThat(back.path("data").path("weight").asInt(-1)).isZero();
        assertThat(back.path("data").path("step").asText()).isEqualTo("1/2");
        assertThat(told).extracting(it -> it.path("id").asText()).doesNotHaveDuplicates();
        assertThat(told)
                .extracting(it -> it.path("data").path("reason").asText())
                .isEqualTo(reasonsInOrder());
        assertThat(told)
                .extracting(it -> it.path("id").asText().replaceFirst("^[0-9a-f-]+\\.", ""))
                .containsExactlyInAnyOrderElementsOf(events());

        operator.close();
        operator = start();
        shop.annotate("abort", null);
        shop.annotate("retry", "1");

        // What comes next is the new run, nothing of the old one.
        var first = next();
        assertThat(Instant.parse(first.path("time").asText()))
                .isAfter(Instant.parse(back.path("time").asText()));
    }

    @Test
    void aSinkThatHangsDelaysNoDecision() throws Exception {
        receiver.hang();
        shop.roll("steps", "[{weight: 50, soakSeconds: 1}, {weight: 100, soakSeconds: 1}]");

        shop.awaitPhase("Promoted");

        receiver.next(); // which was never answered
    }

    @Test
    void whatBecameOfThemIsCounted() throws Exception {
        receiver.answers(Receiver.Answer.of(400));
        shop.roll("steps", Shop.HALFWAY);
        shop.awaitServed(50);

        shop.await(
                "both are counted",
                () -> metrics().contains("aotrollout_notifications_total{result=\"refused\",sink=\"bus\"} 1.0")
                        && metrics().contains("aotrollout_notifications_total{result=\"delivered\",sink=\"bus\"}"));
    }

    @Test
    void theEventIsTheMemoryOfWhatWasTold() {
        var told = new ArrayList<Notice>();
        var herald = new Herald(new ClusterWriter(shop.client), told::add);
        shop.roll("paused", "true");
        var fact = new Herald.Fact(
                "checkout.1", Happening.Promoted, false, "Promoted", "m", Instant.EPOCH, Notice.Progress.NONE);

        herald.announce(shop.rollout(), fact);
        // As after a restart, or by another leader.
        new Herald(new ClusterWriter(shop.client), told::add).announce(shop.rollout(), fact);

        assertThat(told).hasSize(1);
        assertThat(told.getFirst().id()).isEqualTo(shop.rollout().getMetadata().getUid() + ".checkout.1");
    }

    private JsonNode next() throws Exception {
        return new ObjectMapper().readTree(receiver.next().body());
    }

    private static boolean isRollback(JsonNode event) {
        return event.path("type").asText().equals("dev.aotrollout.rollout.rolledback");
    }

    private List<String> reasonsInOrder() {
        return shop.status().orElseThrow().transitions().reversed().stream()
                .map(Transition::reason)
                .toList();
    }

    private List<String> events() {
        return shop.client.v1().events().inNamespace(shop.namespace).list().getItems().stream()
                .filter(event -> "aotrollout".equals(event.getSource().getComponent()))
                .map(Event::getMetadata)
                .map(metadata -> metadata.getName())
                .toList();
    }

    private String metrics() {
        var out = new ByteArrayOutputStream();
        try {
            operator.metrics().write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
