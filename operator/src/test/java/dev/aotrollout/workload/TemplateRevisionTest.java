package dev.aotrollout.workload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aotrollout.api.AotRollout;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The revision is the same for all spellings of the same two tracks, and another one for any other. */
class TemplateRevisionTest {
    private static final String BEFORE = revision("", "");

    @Test
    void isPinned() {
        assertThat(List.of(revision(Objects.read("in-revision.yaml")), revision(Objects.read("in-simple.yaml"))))
                .as("a new release of the operator, or of a library, must not start every rollout again")
                .isEqualTo(List.of("097e56a06d", "b46eed506c"));
    }

    @Test
    void isWhatItWasForTheSameTextInAnotherOrder() {
        var in = Objects.read("in-revision.yaml");
        var reversed = new Objects(
                in.documents().stream().map(it -> (ObjectNode) reversed(it)).toList());

        assertThat(reversed.documents().toString()).isNotEqualTo(in.documents().toString());
        assertThat(revision(reversed)).isEqualTo(BEFORE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            replicas                              | /spec                                              | {replicas: 9}
            pausing                               | /spec                                              | {paused: true, revisionHistoryLimit: 1, minReadySeconds: 9}
            labels of the Deployment              | /metadata                                          | {labels: {team: x}, annotations: {a: b}, generation: 99, resourceVersion: '7'}
            what the server says                  | /                                                  | {status: {replicas: 4}}
            kubectl rollout restart               | /spec/template/metadata                            | {annotations: {kubectl.kubernetes.io/restartedAt: now}}
            an empty creation time                | /spec/template/metadata                            | {creationTimestamp: null}
            no annotations                        | /spec/template/metadata                            | {annotations: {}}
            defaults of the pod                   | /spec/template/spec                                | {dnsPolicy: ClusterFirst, restartPolicy: Always, schedulerName: default-scheduler, terminationGracePeriodSeconds: 30, securityContext: {}, enableServiceLinks: true}
            the deprecated service account        | /spec/template/spec                                | {serviceAccount: checkout}
            false that means absent               | /spec/template/spec                                | {hostNetwork: false, hostPID: false, hostIPC: false}
            empty lists                           | /spec/template/spec                                | {tolerations: [], imagePullSecrets: [], initContainers: [], hostAliases: []}
            defaults of the container             | /spec/template/spec/containers/0                   | {imagePullPolicy: IfNotPresent, terminationMessagePath: /dev/termination-log, terminationMessagePolicy: File, stdin: false, tty: false, securityContext: {}}
            a default in a security context       | /spec/template/spec/containers/0                   | {securityContext: {procMount: Default}}
            empty resources of a sidecar          | /spec/template/spec/containers/1                   | {resources: {}}
            the protocol                          | /spec/template/spec/containers/0/ports/0           | {protocol: TCP}
            defaults of a probe                   | /spec/template/spec/containers/0/readinessProbe    | {timeoutSeconds: 1, successThreshold: 1, failureThreshold: 3, initialDelaySeconds: 0}
            the scheme of a probe                 | /spec/template/spec/containers/0/readinessProbe/httpGet | {scheme: HTTP}
            the path of a probe                   | /spec/template/spec/containers/0/livenessProbe/httpGet  | {path: /}
            a spelling of whole cores             | /spec/template/spec/containers/0/resources/requests | {cpu: 1000m}
            a spelling of memory                  | /spec/template/spec/containers/0/resources/limits  | {memory: 0.5Gi}
            a spelling in bytes                   | /spec/template/spec/containers/0/resources/limits  | {memory: '536870912'}
            the version of a field                | /spec/template/spec/containers/0/env/1/valueFrom/fieldRef | {apiVersion: v1}
            the divisor of a resource             | /spec/template/spec/containers/0/env/2/valueFrom/resourceFieldRef | {divisor: '0'}
            an empty value                        | /spec/template/spec/containers/0/env/3             | {value: ''}
            a mount that may be written           | /spec/template/spec/containers/0/volumeMounts/0    | {readOnly: false}
            the mode of a volume                  | /spec/template/spec/volumes/0/configMap            | {defaultMode: 420, optional: false}
            the modes of a projected volume       | /spec/template/spec/volumes/1/projected            | {defaultMode: 420}
            the life of a token                   | /spec/template/spec/volumes/1/projected/sources/0/serviceAccountToken | {expirationSeconds: 3600}
            a field of a later API                | /spec/template/spec                                | {fromTheFuture: {a: 1}}
            a field of a later API in a container | /spec/template/spec/containers/0                   | {fromTheFuture: {a: 1}}
            """)
    void isTheSameWith(String what, String place, String merged) {
        assertThat(revision(place, merged)).isEqualTo(BEFORE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            image                          | /spec/template/spec/containers/0                   | {image: 'registry.example/checkout:2'}
            a name                         | /spec/template/spec/containers/1                   | {name: other}
            command                        | /spec/template/spec/containers/0                   | {command: [a]}
            arguments                      | /spec/template/spec/containers/0                   | {args: [a]}
            working directory              | /spec/template/spec/containers/0                   | {workingDir: /x}
            a value                        | /spec/template/spec/containers/0/env/0             | {value: debug}
            where a value comes from       | /spec/template/spec/containers/0/env/1/valueFrom/fieldRef | {fieldPath: metadata.namespace}
            more environment               | /spec/template/spec/containers/0                   | {envFrom: [{secretRef: {name: s}}]}
            a request                      | /spec/template/spec/containers/0/resources/requests | {cpu: 1001m}
            a limit                        | /spec/template/spec/containers/0/resources/limits  | {memory: 513Mi}
            a port                         | /spec/template/spec/containers/0/ports/0           | {containerPort: 8081}
            a protocol                     | /spec/template/spec/containers/0/ports/0           | {protocol: UDP}
            a probe                        | /spec/template/spec/containers/0/readinessProbe    | {failureThreshold: 4}
            a period                       | /spec/template/spec/containers/0/readinessProbe    | {periodSeconds: 9}
            a mount                        | /spec/template/spec/containers/0/volumeMounts/0    | {mountPath: /other}
            a mount that is read only      | /spec/template/spec/containers/0/volumeMounts/0    | {readOnly: true}
            privileges                     | /spec/template/spec/containers/0                   | {securityContext: {allowPrivilegeEscalation: false}}
            a hook                         | /spec/template/spec/containers/0                   | {lifecycle: {preStop: {sleep: {seconds: 5}}}}
            an init container              | /spec/template/spec                                | {initContainers: [{name: i, image: i}]}
            a sidecar among them           | /spec/template/spec                                | {initContainers: [{name: i, image: i, restartPolicy: Always}]}
            a volume                       | /spec/template/spec/volumes/0/configMap            | {name: other}
            service account                | /spec/template/spec                                | {serviceAccountName: other}
            a token on purpose             | /spec/template/spec                                | {automountServiceAccountToken: true}
            nodes                          | /spec/template/spec                                | {nodeSelector: {disk: ssd}}
            a default's name as a label    | /spec/template/spec                                | {nodeSelector: {readOnly: 'false'}}
            tolerations                    | /spec/template/spec                                | {tolerations: [{key: a, operator: Exists}]}
            affinity                       | /spec/template/spec                                | {affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: a, operator: Exists}]}]}}}}
            a spread over everything       | /spec/template/spec                                | {topologySpreadConstraints: [{maxSkew: 1, topologyKey: z, whenUnsatisfiable: DoNotSchedule, labelSelector: {}}]}
            a spread over nothing          | /spec/template/spec                                | {topologySpreadConstraints: [{maxSkew: 1, topologyKey: z, whenUnsatisfiable: DoNotSchedule}]}
            user of the pod                | /spec/template/spec                                | {securityContext: {runAsUser: 1000}}
            grace                          | /spec/template/spec                                | {terminationGracePeriodSeconds: 31}
            DNS                            | /spec/template/spec                                | {dnsPolicy: Default}
            host network                   | /spec/template/spec                                | {hostNetwork: true}
            a label                        | /spec/template/metadata                            | {labels: {app: other}}
            an annotation                  | /spec/template/metadata                            | {annotations: {checksum/config: b}}
            AOT image                      | /aot                                               | {image: 'registry.example/checkout:1-aot2'}
            AOT command                    | /aot                                               | {command: [a]}
            AOT without JIT's command      | /aot                                               | {command: []}
            AOT without JIT's arguments    | /aot                                               | {args: []}
            AOT environment                | /aot                                               | {env: [{name: A, value: b}]}
            AOT resources                  | /aot                                               | {resources: {limits: {memory: 127Mi}}}
            """)
    void isAnotherWithAnother(String what, String place, String merged) {
        assertThat(revision(place, merged)).isNotEqualTo(BEFORE).matches("[0-9a-f]{10}");
    }

    @Test
    void aSelectorOfEverythingIsNotOneOfNothing() {
        var constraint = "{topologySpreadConstraints: [{maxSkew: 1, topologyKey: z%s}]}";

        assertThat(revision("/spec/template/spec", constraint.formatted(", labelSelector: {}")))
                .isNotEqualTo(revision("/spec/template/spec", constraint.formatted("")));
    }

    @Test
    void otherFieldsOfTheRolloutAreNotInIt() {
        var in = Objects.read("in-revision.yaml");
        var spec = (ObjectNode) in.documents().get(1).path("spec");
        ((ObjectNode) spec.path("aot")).putObject("replicas").put("min", 7);
        spec.put("paused", true).put("goal", "JIT");

        assertThat(revision(in)).isEqualTo(BEFORE);
    }

    private static String revision(String place, String merged) {
        var in = Objects.read("in-revision.yaml");
        if (!place.isEmpty()) {
            var at = switch (place) {
                case "/" -> in.documents().get(0);
                case "/aot" -> in.documents().get(1).at("/spec/aot/containers/0");
                default -> in.documents().get(0).at(place);
            };
            assertThat(at.isObject()).as(place).isTrue();
            merge((ObjectNode) at, Objects.parse(merged).documents().getFirst());
        }
        return revision(in);
    }

    private static void merge(ObjectNode into, ObjectNode changes) {
        for (var change : changes.properties()) {
            if (into.get(change.getKey()) instanceof ObjectNode object
                    && change.getValue() instanceof ObjectNode more) {
                merge(object, more);
            } else {
                into.set(change.getKey(), change.getValue());
            }
        }
    }

    private static String revision(Objects in) {
        Deployment jit = in.deployment();
        AotRollout rollout = in.rollout();
        return TemplateRevision.of(jit, rollout.getSpec());
    }

    private static JsonNode reversed(JsonNode node) {
        if (node instanceof ArrayNode array) {
            var copy = array.arrayNode();
            array.forEach(it -> copy.add(reversed(it)));
            return copy;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        var copy = object.objectNode();
        object.properties().stream().toList().reversed().forEach(it -> copy.set(it.getKey(), reversed(it.getValue())));
        return copy;
    }
}
