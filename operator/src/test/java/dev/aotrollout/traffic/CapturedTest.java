package dev.aotrollout.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is remembered of a route, and what happens when it is lost, stale or written by another. */
class CapturedTest {
    private static final RouteTarget TARGET = LiveRoute.TARGET;

    @Test
    void nothingIsRememberedOfARouteThatIsNotOurs() {
        assertThat(GatewayRoutes.capture(route("[{name: other}]"), TARGET, "")).isEmpty();
    }

    @Test
    void sixteenRulesWithSixteenBackendsFitIntoAStatus() {
        var rules = new ArrayList<String>();
        for (var i = 0; i < 16; i++) {
            rules.add("{matches: [{path: {value: /%d}}], backendRefs: [{name: checkout}%s]}"
                    .formatted(
                            i,
                            ", {name: a-backend-with-quite-a-long-name, port: 8080, filters: [{type: Any}]}"
                                    .repeat(15)));
        }
        var route = Yaml.parse("{metadata: {namespace: shop}, spec: {rules: %s}}".formatted(rules));

        assertThat(GatewayRoutes.capture(route, TARGET, "").length()).isLessThan(12_000);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            JIT alone again                    | [{name: checkout, weight: 90}, {name: checkout-aot, weight: 10}]                              | [{name: checkout}]
            scaled weights are scaled back     | [{name: checkout, weight: 180}, {name: checkout-aot, weight: 20}, {name: o, weight: 300}]     | [{name: checkout, weight: 2}, {name: o, weight: 3}]
            others keep what was never scaled  | [{name: checkout, weight: 9}, {name: checkout-aot, weight: 1}, {name: o, weight: 3}]          | [{name: checkout, weight: 10}, {name: o, weight: 3}]
            nothing on AOT any more            | [{name: checkout, weight: 100}, {name: checkout-aot, weight: 0}]                              | [{name: checkout}]
            no ref to AOT is no change         | [{name: checkout, weight: 7}]                                                                 | [{name: checkout, weight: 7}]
            """)
    void withoutItTheStructureTellsWhatTheUserWrote(String situation, String live, String restored) {
        for (var captured : List.of("", "{not json", "{}", "{\"rules\":[{\"refs\":[[\"checkout:\",\"x\"]]}]}")) {
            var patch = GatewayRoutes.restore(route(live), TARGET, captured);

            assertThat(JsonPatch.apply(patch, route(live))).as(captured).isEqualTo(route(restored));
        }
    }

    @Test
    void withoutItARouteThatWeNeverWroteIsLeftAlone() {
        var route = writtenBy("kubectl-edit", route("[{name: checkout}, {name: checkout-aot, weight: 3}]"));

        assertThat(GatewayRoutes.restore(route, TARGET, "")).isEmpty();
        assertThat(GatewayRoutes.capture(route, TARGET, "")).contains("[\"checkout-aot:\",\"3\"]");
    }

    @Test
    void trafficToAotInARouteThatWeWroteIsOurs() {
        var route = writtenBy("aotrollout", route("[{name: checkout, weight: 90}, {name: checkout-aot, weight: 10}]"));

        assertThat(GatewayRoutes.capture(route, TARGET, "")).contains("\"refs\":[[\"checkout:\",\"\"]]");
    }

    @Test
    void rulesOfAFormerTestHeaderAreFoundAndRemoved() {
        var live = new LiveRoute(route("[{name: checkout}]"));
        live.pass(10, true);
        var renamed = new RouteTarget("checkout", "checkout-jit", "checkout-aot", "x-other", "yes");

        var captured = GatewayRoutes.capture(live.route(), renamed, live.captured());
        var patch = GatewayRoutes.change(live.route(), renamed, new Wanted(10, false, true), captured);
        var rules = JsonPatch.apply(patch, live.route()).at("/spec/rules");

        assertThat(rules).hasSize(2);
        assertThat(rules.get(1).at("/matches/0/headers/0/name").asText()).isEqualTo("x-other");
        var without = new RouteTarget("checkout", "checkout-jit", "checkout-aot", "", "");
        assertThat(JsonPatch.apply(
                                GatewayRoutes.change(
                                        live.route(), without, new Wanted(10, false, true), live.captured()),
                                live.route())
                        .at("/spec/rules"))
                .hasSize(1);
    }

    @Test
    void theAotServiceIsNamedBeforeItGetsAShare() {
        var live = new LiveRoute(route("[{name: checkout}]"));
        var user = live.route().deepCopy();

        live.pass(new Wanted(0, true, false));

        var refs = live.route().at("/spec/rules/0/backendRefs");
        assertThat(refs).hasSize(2);
        assertThat(refs.get(0).path("weight").asInt()).isEqualTo(100);
        assertThat(refs.get(1).path("name").asText()).isEqualTo("checkout-aot");
        assertThat(refs.get(1).path("weight").asInt()).isZero();
        assertThat(GatewayRoutes.read("HTTPRoute", live.route(), TARGET).weight())
                .isZero();
        live.restore();
        assertThat(live.route()).isEqualTo(user);
    }

    @Test
    void aConcurrentEditMakesThePatchFailInsteadOfBeingOverwritten() {
        var seen = route("[{name: checkout}]");
        var patch = GatewayRoutes.change(
                seen, TARGET, new Wanted(10, false, false), GatewayRoutes.capture(seen, TARGET, ""));
        var edited = route("[{name: checkout}, {name: new}]");

        assertThatThrownBy(() -> JsonPatch.apply(patch, edited)).hasMessageContaining("test failed");
    }

    @Test
    void aStaleViewOfTheRouteDoesNotAppendTheTestHeaderTwice() {
        var live = new LiveRoute(route("[{name: checkout}]"));
        var stale = live.route();
        live.pass(0, true);

        var patch = GatewayRoutes.change(stale, TARGET, new Wanted(0, false, true), live.captured());

        assertThatThrownBy(() -> JsonPatch.apply(patch, live.route())).hasMessageContaining("test failed");
    }

    @Test
    void aRuleOfOursThatWasDuplicatedIsThinnedOut() {
        var live = new LiveRoute(route("[{name: checkout}]"));
        live.pass(0, true);
        var rules = (ArrayNode) live.route().at("/spec/rules");
        rules.add(rules.get(1).deepCopy());

        live.pass(0, true);

        assertThat(live.route().at("/spec/rules")).hasSize(2);
    }

    @Test
    void theRefToAotFollowsAnEditOfTheJitRef() {
        var live = new LiveRoute(route("[{name: checkout, port: 80}]"));
        live.pass(10, false);
        var jit = (ObjectNode) live.route().at("/spec/rules/0/backendRefs/0");
        jit.putArray("filters").addObject().put("type", "New");

        live.pass(10, false);

        assertThat(live.route().at("/spec/rules/0/backendRefs/1/filters/0/type").asText())
                .isEqualTo("New");
    }

    private static JsonNode route(String refs) {
        return Yaml.parse(
                "{kind: HTTPRoute, metadata: {name: web, namespace: shop}, spec: {rules: [{backendRefs: %s}]}}"
                        .formatted(refs));
    }

    private static JsonNode writtenBy(String manager, JsonNode route) {
        var entry =
                ((ObjectNode) route.path("metadata")).putArray("managedFields").addObject();
        entry.put("manager", manager).putObject("fieldsV1").putObject("f:spec").putObject("f:rules");
        return route;
    }
}
