package dev.aotrollout.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aotrollout.decision.RouteFacts;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RouteFactsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            no AOT ref                          | [{backendRefs: [{name: checkout}]}]                                                      |   0 |   0
            nothing that is ours                | [{backendRefs: [{name: other}]}]                                                         |   0 |   0
            a pair                              | [{backendRefs: [{name: checkout, weight: 90}, {name: checkout-aot, weight: 10}]}]        |  10 |  10
            a pair beside others                | [{backendRefs: [{name: checkout, weight: 90}, {name: checkout-aot, weight: 10}, {name: x, weight: 900}]}] | 10 | 10
            weights that are absent count 1     | [{backendRefs: [{name: checkout}, {name: checkout-aot}]}]                                |  50 |  50
            rules that differ                   | [{backendRefs: [{name: checkout, weight: 90}, {name: checkout-aot, weight: 10}]}, {backendRefs: [{name: checkout}]}] | 10 | 0
            no whole percentage is neither      | [{backendRefs: [{name: checkout, weight: 2}, {name: checkout-aot, weight: 1}]}]          |  34 |  33
            all of it                           | [{backendRefs: [{name: checkout, weight: 0}, {name: checkout-aot, weight: 100}]}]        | 100 | 100
            rules for the test header are none  | [{backendRefs: [{name: checkout}]}, {backendRefs: [{name: checkout-aot}]}]               |   0 |   0
            """)
    void weightIsReadFromTheRules(String situation, String rules, int highest, int lowest) {
        var route = Yaml.parse("{spec: {rules: %s}}".formatted(rules));

        var facts = GatewayRoutes.read("HTTPRoute", route, LiveRoute.TARGET);

        assertThat(facts.weight()).isEqualTo(highest);
        assertThat(facts.lowestWeight()).isEqualTo(lowest);
    }

    static Stream<Arguments> reports() {
        var edge = "parentRef: {name: edge}";
        var accepted = "{type: Accepted, status: 'True', observedGeneration: 7}";
        return Stream.of(
                Arguments.of("all is well", "[{%s, conditions: [%s]}]".formatted(edge, accepted), ""),
                Arguments.of(
                        "with the defaults of the API server written out",
                        "[{parentRef: {group: gateway.networking.k8s.io, kind: Gateway, namespace: shop, name: edge}, conditions:"
                                + " [%s, {type: ResolvedRefs, status: 'True', observedGeneration: 7}]}]"
                                        .formatted(accepted),
                        ""),
                Arguments.of(
                        "nobody reported", "[]", "Gateway shop/edge of HTTPRoute shop/web has not reported on it yet"),
                Arguments.of(
                        "another gateway reported",
                        "[{parentRef: {name: other}, conditions: [%s]}]".formatted(accepted),
                        "Gateway shop/edge of HTTPRoute shop/web has not reported on it yet"),
                Arguments.of(
                        "the report is about an older generation",
                        "[{%s, conditions: [{type: Accepted, status: 'True', observedGeneration: 6}]}]".formatted(edge),
                        "Gateway shop/edge of HTTPRoute shop/web has not looked at generation 7 yet, only at 6"),
                Arguments.of(
                        "it is not accepted",
                        "[{%s, conditions: [{type: Accepted, status: 'False', observedGeneration: 7, reason: NoMatchingListener, message: no listener for it}]}]"
                                .formatted(edge),
                        "Gateway shop/edge of HTTPRoute shop/web reports Accepted=False: NoMatchingListener: no listener for it"),
                Arguments.of(
                        "a Service is not found",
                        "[{%s, conditions: [%s, {type: ResolvedRefs, status: 'False', observedGeneration: 7, reason: BackendNotFound, message: no checkout-aot}]}]"
                                .formatted(edge, accepted),
                        "Gateway shop/edge of HTTPRoute shop/web reports ResolvedRefs=False: BackendNotFound: no checkout-aot"),
                Arguments.of(
                        "a Service was not found in an older generation",
                        "[{%s, conditions: [%s, {type: ResolvedRefs, status: 'False', observedGeneration: 6}]}]"
                                .formatted(edge, accepted),
                        ""),
                Arguments.of(
                        "no condition Accepted",
                        "[{%s, conditions: []}]".formatted(edge),
                        "Gateway shop/edge of HTTPRoute shop/web reports no condition Accepted"),
                Arguments.of(
                        "a controller that is gone left a report behind",
                        "[{%s, conditions: [{type: Accepted, status: 'True', observedGeneration: 2}]}, {%s, conditions: [%s]}]"
                                .formatted(edge, edge, accepted),
                        ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void acceptedIsWhatTheGatewaySaysOfTheCurrentGeneration(String situation, String parents, String message) {
        var facts = GatewayRoutes.read("HTTPRoute", route("[{name: edge}]", parents), LiveRoute.TARGET);

        assertThat(facts).isEqualTo(new RouteFacts(0, 0, message.isEmpty(), message));
    }

    @Test
    void everyParentMustHaveAccepted() {
        var route = route(
                "[{name: edge}, {name: mesh, kind: Service, group: '', port: 80}]",
                "[{parentRef: {name: edge}, conditions: [{type: Accepted, status: 'True', observedGeneration: 7}]}]");

        assertThat(GatewayRoutes.read("HTTPRoute", route, LiveRoute.TARGET).message())
                .isEqualTo("Service shop/mesh of HTTPRoute shop/web has not reported on it yet");
    }

    @Test
    void aRouteWithoutParentsIsServedByNobody() {
        assertThat(GatewayRoutes.read("GRPCRoute", route("[]", "[]"), LiveRoute.TARGET))
                .isEqualTo(new RouteFacts(
                        0, 0, false, "GRPCRoute shop/web has no parentRefs: add the Gateway that serves it"));
    }

    private static JsonNode route(String parentRefs, String parents) {
        return Yaml.parse(
                "{metadata: {name: web, namespace: shop, generation: 7}, spec: {parentRefs: %s, rules: [{backendRefs: [{name: checkout}]}]}, status: {parents: %s}}"
                        .formatted(parentRefs, parents));
    }
}
