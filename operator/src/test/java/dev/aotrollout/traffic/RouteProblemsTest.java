package dev.aotrollout.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RouteProblemsTest {
    private static final RouteTarget PLAIN = new RouteTarget("checkout", "checkout-jit", "checkout-aot", "", "");

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(
                        "no rule names the Service",
                        "[{backendRefs: [{name: other, port: 80}]}]",
                        "HTTPRoute shop/web names Service checkout in none of its rules: add it to the backendRefs of the"
                                + " rules whose traffic shall be shifted"),
                Arguments.of(
                        "the Service is one of another namespace",
                        "[{}, {backendRefs: [{name: checkout, namespace: pay, port: 80}]}]",
                        "HTTPRoute shop/web names Service checkout of namespace pay in rule 2: only a Service of the route's"
                                + " own namespace can be weighted; name a route in pay"),
                Arguments.of(
                        "the user has switched the Service off",
                        "[{backendRefs: [{name: checkout, port: 80, weight: 0}]}]",
                        "HTTPRoute shop/web gives Service checkout no weight at all in rule 1: give it one, or remove its"
                                + " backendRef there"),
                Arguments.of(
                        "the JIT track is named twice in a rule",
                        "[{backendRefs: [{name: checkout, port: 80}, {name: checkout-jit, port: 80}]}]",
                        "HTTPRoute shop/web names Service checkout (or checkout-jit) more than once in rule 1: leave one"
                                + " backendRef of them"),
                Arguments.of(
                        "the AOT track is named twice in a rule",
                        "[{backendRefs: [{name: checkout}, {name: checkout-aot}, {name: checkout-aot}]}]",
                        "HTTPRoute shop/web names Service checkout-aot more than once in rule 1: leave one backendRef of"
                                + " them"),
                Arguments.of(
                        "weights are large and coprime",
                        "[{backendRefs: [{name: checkout, weight: 10001}, {name: other, weight: 7}]}]",
                        "HTTPRoute shop/web has weights in rule 1 that cannot be divided into hundredths: use weights of at"
                                + " most 10000 there"),
                Arguments.of(
                        "the rule has no room for another backend",
                        "[{backendRefs: [{name: checkout}%s]}]".formatted(", {name: other}".repeat(15)),
                        "HTTPRoute shop/web has 16 backendRefs in rule 1 and no room for Service checkout-aot: remove one"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void isNamedWithItsRemedy(String situation, String rules, String sentence) {
        assertThat(GatewayRoutes.problem("HTTPRoute", route(rules), PLAIN)).contains(sentence);
    }

    static Stream<Arguments> taken() {
        return Stream.of(
                Arguments.of("another rule has a Service of that name elsewhere", """
                        [{backendRefs: [{name: checkout}]}, {backendRefs: [{name: checkout, namespace: pay}]}]"""),
                Arguments.of("weights are large and have a common divisor", """
                        [{backendRefs: [{name: checkout, weight: 600000}, {name: other, weight: 400000}]}]"""),
                Arguments.of("weights are as large as can be scaled", """
                        [{backendRefs: [{name: checkout, weight: 9999}, {name: other, weight: 10000}]}]"""),
                Arguments.of("weights have been scaled already", """
                        [{backendRefs: [{name: checkout, weight: 989901}, {name: checkout-aot, weight: 9999},\
                         {name: other, weight: 1000000}]}]"""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("taken")
    void isNoneWhere(String situation, String rules) {
        assertThat(GatewayRoutes.problem("HTTPRoute", route(rules), LiveRoute.TARGET))
                .isEmpty();
    }

    @Test
    void nineRulesWithATestHeaderAreTooMany() {
        assertThat(GatewayRoutes.problem("HTTPRoute", routeOf(8), LiveRoute.TARGET))
                .isEmpty();
        assertThat(GatewayRoutes.problem("HTTPRoute", routeOf(9), PLAIN)).isEmpty();
        assertThat(GatewayRoutes.problem("HTTPRoute", routeOf(9), LiveRoute.TARGET))
                .contains(
                        "HTTPRoute shop/web would have 18 rules with those of the test header, and 16 are allowed: remove"
                                + " spec.traffic.testHeader or split the route");
    }

    @Test
    void rulesOfOursDoNotCount() {
        var live = new LiveRoute(routeOf(8));
        live.pass(10, true);

        assertThat(live.route().at("/spec/rules")).hasSize(16);
        assertThat(GatewayRoutes.problem("HTTPRoute", live.route(), LiveRoute.TARGET))
                .isEmpty();
    }

    @Test
    void moreThan128MatchesAreTooMany() {
        var route = routeOf(2);
        var matches = (ArrayNode) route.at("/spec/rules/0/matches");
        while (matches.size() < 64) {
            matches.add(matches.get(0).deepCopy());
        }

        assertThat(GatewayRoutes.problem("HTTPRoute", route, LiveRoute.TARGET))
                .contains(
                        "HTTPRoute shop/web would have 130 matches with those of the test header, and 128 are allowed:"
                                + " remove spec.traffic.testHeader or split the route");
    }

    @Test
    void aRuleThatMatchesTheTestHeaderItselfIsRefused() {
        var route =
                route("[{matches: [{headers: [{name: X-Aot-Track, value: aot}]}], backendRefs: [{name: checkout}]}]");

        assertThat(GatewayRoutes.problem("HTTPRoute", route, PLAIN)).isEmpty();
        assertThat(GatewayRoutes.problem("HTTPRoute", route, LiveRoute.TARGET))
                .contains(
                        "HTTPRoute shop/web matches the test header x-aot-track itself in rule 1: choose another name in"
                                + " spec.traffic.testHeader");
    }

    @Test
    void aMatchWithSixteenHeadersHasNoRoomForTheTestHeader() {
        var route = routeOf(1);
        var headers = ((ObjectNode) route.at("/spec/rules/0/matches/0")).putArray("headers");
        for (var i = 0; i < 16; i++) {
            headers.addObject().put("name", "h" + i).put("value", "v");
        }

        assertThat(GatewayRoutes.problem("HTTPRoute", route, LiveRoute.TARGET))
                .contains(
                        "HTTPRoute shop/web has a match with 16 headers in rule 1 and no room for the test header: remove"
                                + " spec.traffic.testHeader or one of them");
    }

    private static JsonNode route(String rules) {
        return Yaml.parse(
                "{kind: HTTPRoute, metadata: {name: web, namespace: shop}, spec: {rules: %s}}".formatted(rules));
    }

    private static JsonNode routeOf(int rules) {
        var route = JsonNodeFactory.instance.objectNode().put("kind", "HTTPRoute");
        route.putObject("metadata").put("name", "web").put("namespace", "shop");
        var array = route.putObject("spec").putArray("rules");
        for (var i = 0; i < rules; i++) {
            var rule = array.addObject();
            rule.putArray("matches").addObject().putObject("path").put("value", "/" + i);
            rule.putArray("backendRefs").addObject().put("name", "checkout");
        }
        return route;
    }
}
