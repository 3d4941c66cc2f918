package dev.aotrollout.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aotrollout.api.AotException;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** AOTExceptions and AOTCandidateRubrics on a real API server: what is refused, what the status says, and the one warning before an end. */
class ExceptionIT {
    private final String namespace = KubeApi.get().newNamespace();
    private final KubernetesClient client = KubeApi.get().newClient();
    private final Wiring operator = new Wiring(client, new Settings(Set.of(namespace)));

    @AfterEach
    void close() {
        operator.close();
        client.close();
    }

    private GenericKubernetesResource create(String kind, String name, String spec) {
        var object = Serialization.unmarshal("""
                apiVersion: aotrollout.dev/v1alpha1
                kind: %s
                metadata: {name: %s}
                spec: %s
                """.formatted(kind, name, spec), GenericKubernetesResource.class);
        return kind.equals("AOTException")
                ? client.resource(object).inNamespace(namespace).create()
                : client.resource(object).create();
    }

    private void except(String name, LocalDate until, String more) {
        create(
                "AOTException",
                name,
                "{reason: r, owner: team-a, until: \"%s\", warnDays: 5, %s}".formatted(until, more));
    }

    private void awaitState(String name, String state) {
        Awaitility.await("%s is %s".formatted(name, state))
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    var found = find(name);
                    return found.getStatus() != null
                            && state.equals(found.getStatus().state());
                });
    }

    private AotException find(String name) {
        return client.resources(AotException.class)
                .inNamespace(namespace)
                .withName(name)
                .get();
    }

    private List<Event> warnings(String name) {
        return client.v1().events().inNamespace(namespace).list().getItems().stream()
                .filter(event -> name.equals(event.getInvolvedObject().getName()))
                .toList();
    }

    @Test
    void itsStateIsInItsStatusAndItsEndIsAnnouncedOnce() {
        var today = LocalDate.now(ZoneOffset.UTC);
        operator.start();
        except("long", today.plusDays(60), "rollout: checkout");
        except("short", today.plusDays(2), "rollout: checkout");
        except("over", today.minusDays(3), "packages: [\"pkg:nuget/Moq\"]");
        awaitState("long", "Active");
        awaitState("short", "Expiring");
        awaitState("over", "Expired");
        assertThat(warnings("long")).isEmpty();
        assertThat(warnings("short")).singleElement().satisfies(event -> {
            assertThat(event.getType()).isEqualTo("Warning");
            assertThat(event.getReason()).isEqualTo("ExceptionExpires");
            assertThat(event.getMessage())
                    .isEqualTo(
                            "AOTException short keeps checkout on JIT until %s: r (owner team-a); end what it excepts, or set until to a later day"
                                    .formatted(today.plusDays(2)));
        });
        client.resources(AotException.class)
                .inNamespace(namespace)
                .withName("short")
                .patch(
                        Shop.merge(),
                        "{\"spec\":{\"until\":\"%s\",\"reason\":\"still\"}}".formatted(today.plusDays(60)));
        awaitState("short", "Active");
        assertThat(warnings("short")).hasSize(1);
        assertThat(warnings("over")).hasSize(1);
    }

    @ParameterizedTest(name = "{0} is refused: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            an exception of nothing        | AOTException       | {reason: r, owner: o, until: "2026-12-31"}                             | name the rollout that stays on JIT
            an exception without an end    | AOTException       | {rollout: a, reason: r, owner: o}                                      | spec.until
            an exception until some day    | AOTException       | {rollout: a, reason: r, owner: o, until: "2026-13-01"}                 | spec.until
            an exception without an owner  | AOTException       | {rollout: a, reason: r, until: "2026-12-31"}                           | spec.owner
            a criterion twice              | AOTCandidateRubric | {criteria: [{name: Owner, weight: 1}, {name: Owner, weight: 2}]}       | each name may appear once
            a rubric without weights       | AOTCandidateRubric | {criteria: [{name: Owner, hardStop: true}]}                            | needs a weight above 0
            an unknown criterion           | AOTCandidateRubric | {criteria: [{name: Luck, weight: 1}]}                                  | spec.criteria[0].name
            a weight above 100             | AOTCandidateRubric | {criteria: [{name: Owner, weight: 101}]}                               | spec.criteria[0].weight
            """)
    void badInputIsRefused(String what, String kind, String spec, String message) {
        assertThatThrownBy(() -> create(kind, "bad", spec))
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining(message);
    }
}
