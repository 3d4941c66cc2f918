package dev.aotrollout.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.aotrollout.runtime.KubeApi;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be set is documented, and what cannot work is refused. */
class ChartValuesIT {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @ParameterizedTest(name = "{0} is refused: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            replica=2                                     | additional properties 'replica' not allowed
            image.tagg=x                                  | additional properties 'tagg' not allowed
            metrics.serviceMonitor.on=true                | additional properties 'on' not allowed
            replicas=two                                  | at '/replicas': got string, want integer
            replicas=11                                   | at '/replicas': maximum: got 11, want 10
            leaderElection.leaseSeconds=1                 | at '/leaderElection/leaseSeconds': minimum: got 1, want 5
            watchNamespaces=shop                          | at '/watchNamespaces': got string, want array
            watchNamespaces=["Shop"]                      | at '/watchNamespaces/0'
            prometheusUrlPrefixes=["prometheus:9090"]     | at '/prometheusUrlPrefixes/0'
            secrets=[{"namespace":"shop"}]                | at '/secrets/0': missing property 'names'
            image.pullPolicy=Sometimes                    | value must be one of
            image.digest=latest                           | at '/image/digest'
            drain.timeoutSeconds=0                        | at '/drain/timeoutSeconds': minimum: got 0, want 10
            networkPolicy.apiServerPorts=[]               | at '/networkPolicy/apiServerPorts'
            image.repository=                             | image.repository: there is no published image; build one with packaging/build-image, push it to a registry of yours and name it
            leaderElection.enabled=false                  | replicas: 2 operators without leaderElection.enabled would all act; set replicas to 1 or leaderElection.enabled to true
            metrics={"service":{"enabled":false},"serviceMonitor":{"enabled":true}} | set metrics.service.enabled to true
            serviceAccount.create=false                   | serviceAccount.name: name the ServiceAccount that exists
            """)
    void aBadValueIsRefusedWithItsPlaceAndTheRemedy(String value, String message) {
        var answer = Helm.tryTemplate("aotrollout", value);
        assertThat(answer.exitCode()).as(answer.output()).isNotZero();
        assertThat(answer.output()).contains(message);
    }

    @Test
    void aSecretOfANamespaceThatIsNotWatchedIsRefused() {
        var answer = Helm.tryTemplate(
                "aotrollout", "watchNamespaces=[\"shop\"]", "secrets=[{\"namespace\":\"other\",\"names\":[\"a\"]}]");
        assertThat(answer.output())
                .contains("namespace other is not watched; add it to watchNamespaces (shop) or leave it out");
    }

    /** Who reads values.yaml learns all of them, and what they do. */
    @Test
    void everyValueHasACommentAndAPlaceInTheSchema() throws IOException {
        var text = Files.readString(KubeApi.ROOT.resolve("helm/aotrollout/values.yaml"));
        var lines = text.lines().toList();
        var key = Pattern.compile("^( *)([A-Za-z]+):(.*)$");
        for (var i = 0; i < lines.size(); i++) {
            var found = key.matcher(lines.get(i));
            if (!found.matches()) continue;
            var isGroup = found.group(3).isBlank();
            var isOfAnObjectInOneLine =
                    lines.get(i).startsWith("  requests") || lines.get(i).startsWith("  limits");
            if (!isGroup && !isOfAnObjectInOneLine)
                assertThat(lines.get(i - 1))
                        .as("comment before %s", lines.get(i))
                        .contains("#");
        }
        var schema = new ObjectMapper()
                .readTree(KubeApi.ROOT
                        .resolve("helm/aotrollout/values.schema.json")
                        .toFile());
        assertThat(names(schema.path("properties"))).isEqualTo(with("global", names(YAML.readTree(text))));
    }

    private static Set<String> names(JsonNode object) {
        var names = new HashSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> with(String name, Set<String> names) {
        names.add(name);
        return names;
    }
}
