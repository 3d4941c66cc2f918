package dev.aotrollout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One row for each thing that lint finds: what is changed in a sound manifest, and what is said of it. */
class LintTest {
    private static final String SOUND = """
            apiVersion: aotrollout.dev/v1alpha1
            kind: AOTRollout
            metadata: {name: checkout, namespace: shop}
            spec:
              workloadRef: {name: checkout}
              aot: {containers: [{name: app, image: "c:1-aot"}]}
              traffic: {service: checkout, httpRoutes: [{name: checkout}]}
              metrics: {prometheus: {url: "http://prometheus:9090"}}
            """;

    private static Shell.Result lint(String manifest, String... more) {
        var args = Stream.concat(Stream.of("lint", "-f", "-"), Stream.of(more)).toArray(String[]::new);
        return Shell.withInput(manifest, args);
    }

    @Test
    void aSoundManifestHasNoFinding() {
        var result = lint(SOUND, "--strict");
        assertThat(result.out()).isEqualTo("1 rollout checked: 0 errors, 0 warnings, 0 advice\n");
        assertThat(result.code()).isZero();
    }

    @Test
    void ourOtherKindsAreHeldToTheirSchemasToo() {
        var approval = """
                apiVersion: aotrollout.dev/v1alpha1
                kind: AOTApproval
                metadata: {name: ok}
                spec: {rollout: checkout, revision: r1, weight: 101, approver: alice, expiresAt: tomorrow}
                """;
        var result = lint(SOUND + "---\n" + approval);
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out())
                .contains(
                        "weight 101 must be at most 100",
                        "[out-of-range]",
                        "1 rollout and 1 other resource checked: 2 errors");
        assertThat(lint(approval.replace("101", "50").replace("tomorrow", "\"2026-12-24T18:00:00Z\""))
                        .out())
                .isEqualTo("1 other resource checked: 0 errors, 0 warnings, 0 advice\n");
    }

    @ParameterizedTest(name = "{0} is an error {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            guards: {errors: {maxRatoi: 2}}                                   | unknown-field   | 9:21 | did you mean maxRatio?
            guardz: {}                                                        | unknown-field   | 9:3  | did you mean guards?
            goal: 3                                                           | wrong-type      | 9:3  | goal must be a text
            paused: 'yes'                                                     | wrong-type      | 9:3  | true or false
            paused: maybe                                                     | wrong-type      | 9:3  | not the text
            steps: {weight: 100}                                              | wrong-type      | 9:3  | must be a list, not fields
            progress: [1]                                                     | wrong-type      | 9:3  | must be fields, not a list
            errorBudget: {windowDays: 1.5}                                    | wrong-type      | 9:17 | a whole number
            goal: Native                                                      | not-allowed     | 9:3  | known: AOT, JIT
            progress: {onInconclusive: pause}                                 | not-allowed     | 9:14 | did you mean Pause?
            steps: [{weight: 101}]                                            | out-of-range    | 9:12 | at most 100
            steps: [{weight: 100, soakSeconds: -1}]                           | out-of-range    | 9:25 | at least 0
            steps: []                                                         | out-of-range    | 9:3  | needs at least 1 items
            errorBudget: {objective: 100}                                     | out-of-range    | 9:17 | below 100
            errorBudget: {objective: 0}                                       | out-of-range    | 9:17 | above 0
            steps: [{soakSeconds: 5}]                                         | missing-field   | 9:11 | spec.steps[0].weight is missing
            goal: AOT\\n  goal: JIT                                           | duplicate-field | 10:3 | written twice
            steps: [{weight: 10}]                                             | schema-rule     | 9:3  | the last step must have weight 100
            steps: [{weight: 50}, {weight: 10}, {weight: 100}]                | schema-rule     | 9:3  | weights must ascend
            errorBudget: {source: Sloth}                                      | schema-rule     | 9:3  | need a selector
            errorBudget: {fastBurn: [{longSeconds: 60, shortSeconds: 300, factor: 2}]} | schema-rule | 9:28 | shortSeconds must not exceed
            guards: {custom: [{name: x, query: up}]}                          | schema-rule     | 9:21 | set max, maxRatio, or both
            """)
    void wrongFieldIsAnError(String field, String rule, String place, String message) {
        var result = lint(SOUND + "  " + field.replace("\\n", "\n") + "\n");
        assertFound(result, "error", rule, message);
        assertThat(result.out()).contains("stdin:" + place + ": error");
    }

    @ParameterizedTest(name = "{1} is an error {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            aotrollout.dev/v1alpha1        | aotrollout.dev/v1beta1                          | wrong-kind    | apiVersion must be aotrollout.dev/v1alpha1
            kind: AOTRollout               | kind: AotRollout                                | wrong-kind    | kind must be AOTRollout
            name: checkout, namespace      | namespace                                       | missing-field | metadata.name is missing
            name: checkout, namespace      | name: Checkout, namespace                       | not-allowed   | lower-case
            name: checkout, namespace      | name: a23456789012345678901234567890123456789012345678901234, namespace | schema-rule | at most 52 characters
            , image: \"c:1-aot\"           | ""                                              | missing-field | spec.aot.containers[0].image is missing: The AOT image
            containers: [                  | containers: [{name: app, image: x:1},           | duplicate-item| name app is in the list twice
            containers: [                  | replicas: {mode: Fixed}, containers: [          | schema-rule   | say how many pods
            httpRoutes: [{name: checkout}] | httpRoutes: []                                  | schema-rule   | name at least one route
            http://prometheus:9090         | prometheus:9090                                 | not-allowed   | does not match ^https?
            {prometheus: {                 | {profile: Custom, prometheus: {                 | schema-rule   | profile Custom and customProfile go together
            {prometheus: {                 | {prometheus: {bearerTokenSecret: {name: a, key: b}, basicAuthSecret: {name: c}, | schema-rule | either bearerTokenSecret or basicAuthSecret
            """)
    void wrongReplacementIsAnError(String before, String after, String rule, String message) {
        assertThat(SOUND).contains(before);
        assertFound(lint(SOUND.replace(before, after)), "error", rule, message);
    }

    @ParameterizedTest(name = "{0} is a {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            steps: [{weight: 30}, {weight: 100}]                            | warning | first-weight-large    | begin with 1 to 10
            steps: [{weight: 5}, {weight: 100}]\\n  errorBudget: {objective: 99.99} | advice | step-may-overspend | of the error budget at weight 100
            errorBudget: {maxStepSpendPercent: 0.001} | warning | step-may-overspend | a step of weight
            steps: [{weight: 1}, {weight: 100}]                             | warning | weight-jump           | put a step of about 10
            steps: [{weight: 1, soakSeconds: 600}, {weight: 10, soakSeconds: 20}, {weight: 100}] | warning | soak-below-scrapes | at least 50 s
            steps: [{weight: 5, soakSeconds: 120}, {weight: 100}]           | advice  | soak-below-warm-up    | AOT pods are 2m old
            steps: [{weight: 0}, {weight: 5}, {weight: 100}]                | advice  | weight-0-without-header | set it, or drop the step
            guards: {errors: {mode: Observe}, latency: {mode: Observe}, memory: {mode: Observe}, startup: {mode: Observe}, restarts: {mode: Observe}} | warning | nothing-enforced | nothing but the error budget
            guards: {errors: {mode: Observe}}                               | advice  | harm-only-observed    | failed requests are only observed
            errorBudget: {maxStepSpendPercent: 10}                          | advice  | step-limit-above-rollout-limit | never decides
            retire: {warmStandbySeconds: 60}                                | warning | short-standby         | 1m after promotion
            """)
    void doubtfulFieldIsNamed(String field, String severity, String rule, String message) {
        assertFound(lint(SOUND + "  " + field.replace("\\n", "\n") + "\n"), severity, rule, message);
    }

    @ParameterizedTest(name = "{1} is a {2} {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            aot: {             | aot: {replicas: {min: 1},                            | warning | one-aot-pod         | 2 pods of each track
            aot: {             | aot: {replicas: {mode: Fixed, count: 1},             | warning | one-aot-pod         | 2 pods of each track
            c:1-aot            | c:latest                                             | warning | moving-tag          | name a version or a digest
            c:1-aot            | registry:5000/c                                      | warning | moving-tag          | name a version or a digest
            prometheus: {      | prometheus: {bearerTokenSecret: {name: a, key: b},   | warning | secret-in-the-clear | use https
            namespace: shop    | "namespace: shop, annotations: {aotrollout.dev/pase: \'1\'}" | warning | command-annotation | did you mean aotrollout.dev/pause?
            namespace: shop    | "namespace: shop, annotations: {aotrollout.dev/promote: yes please}" | warning | command-annotation | write step or full
            namespace: shop    | "namespace: shop, annotations: {aotrollout.dev/abort: \'\'}" | warning | command-annotation | rolls back as long as it is there
            """)
    void doubtfulReplacementIsNamed(String before, String after, String severity, String rule, String message) {
        assertThat(SOUND).contains(before);
        assertFound(lint(SOUND.replace(before, after)), severity, rule, message);
    }

    @Test
    void aGainFromACacheIsDoubtful() {
        var manifest = SOUND.replace("aot: {", "aot: {runtime: JdkAotCache, ")
                + "  guards: {memory: {requiredGainPercent: 20}}\n";
        assertFound(lint(manifest), "advice", "gain-from-cache", "keeps the JVM");
    }

    @ParameterizedTest(name = "{0} requests/s: {2}")
    @CsvSource({"0.0001, warning, evidence-out-of-reach", "1, advice, evidence-after-soak"})
    void evidenceIsHeldAgainstTheTraffic(String perSecond, String severity, String rule) {
        assertFound(lint(SOUND, "--requests-per-second", perSecond), severity, rule, "100 are needed");
    }

    private static void assertFound(Shell.Result result, String severity, String rule, String message) {
        assertThat(result.out().lines())
                .as(result.out())
                .anySatisfy(line -> assertThat(line)
                        .contains(": " + severity + ": ")
                        .endsWith(" [" + rule + "]")
                        .contains(message));
        assertThat(result.code()).isEqualTo(severity.equals("error") ? 1 : 0);
    }

    @Test
    void warningsFailOnlyWhereStrict() {
        var doubtful = SOUND + "  steps: [{weight: 30}, {weight: 100}]\n";
        assertThat(lint(doubtful).code()).isZero();
        assertThat(lint(doubtful, "--strict").code()).isEqualTo(1);
    }

    @Test
    void theReportIsTheSameToTheLetter(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("rollout.yaml"), """
                apiVersion: v1
                kind: Service
                metadata: {name: checkout}
                ---
                apiVersion: aotrollout.dev/v1alpha1
                kind: AOTRollout
                metadata:
                  name: checkout
                spec:
                  workloadRef:
                    name: checkout
                  aot:
                    containers:
                    - name: app
                      image: c:1-aot
                  traffic:
                    service: checkout
                    httpRoutes:
                    - name: checkout
                  metrics:
                    prometheus:
                      url: http://prometheus:9090
                      timeoutSecond: 5
                  guards:
                    errors:
                      maxRatio: 0.5
                """);
        var text = Shell.run("lint", "-f", file.toString());
        assertThat((text.out() + text.err()).replace(folder + "/", "")).isEqualTo("""
                rollout.yaml:23:7: error: unknown field timeoutSecond: the API server drops it; did you mean timeoutSeconds? [unknown-field]
                rollout.yaml:26:7: error: maxRatio 0.5 must be at least 1 [out-of-range]
                1 rollout checked: 2 errors, 0 warnings, 0 advice
                skipped rollout.yaml: Service checkout
                """);
        var json = Shell.run("lint", "-f", file.toString(), "-o", "json").out().replace(folder + "/", "");
        assertThat(json).isEqualTo(Shell.golden("lint.json", json));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theExamplesHaveNoErrorAndNoWarning(Path example) {
        var result = Shell.run("lint", "--strict", "-f", example.toString());
        assertThat(result.code()).as(result.out()).isZero();
    }

    private static Stream<Path> examples() throws IOException {
        try (var files = Files.list(Shell.ROOT.resolve("examples/rollouts"))) {
            return files.toList().stream();
        }
    }
}
