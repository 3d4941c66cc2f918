package dev.aotrollout.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

/** A route in a cluster of one object, and the operator's pass over it: capture, then patch. */
final class LiveRoute {
    static final RouteTarget TARGET = new RouteTarget("checkout", "checkout-jit", "checkout-aot", "x-aot-track", "aot");

    private JsonNode route;
    private String captured = "";

    LiveRoute(JsonNode route) {
        this.route = route;
    }

    JsonNode route() {
        return route;
    }

    String captured() {
        return captured;
    }

    void edit(JsonNode edited) {
        route = edited;
    }

    /** A pass, and a second one, which must find nothing to do. */
    void pass(int weight, boolean testHeader) {
        pass(new Wanted(weight, false, testHeader));
    }

    void pass(Wanted wanted) {
        captured = GatewayRoutes.capture(route, TARGET, captured);
        apply(GatewayRoutes.change(route, TARGET, wanted, captured));
        assertThat(GatewayRoutes.capture(route, TARGET, captured)).isSameAs(captured);
        assertThat(GatewayRoutes.change(route, TARGET, wanted, captured)).isEmpty();
    }

    /** The last pass of all. */
    void restore() {
        captured = GatewayRoutes.capture(route, TARGET, captured);
        restore(captured);
    }

    void restore(String from) {
        apply(GatewayRoutes.restore(route, TARGET, from));
        assertThat(GatewayRoutes.restore(route, TARGET, from)).isEmpty();
    }

    private void apply(ArrayNode patch) {
        for (var i = 0; i < patch.size(); i++) {
            assertThat(patch.path(i).path("op").asText().equals("test") || isTestedBefore(patch, i))
                    .as("tested before: %s", patch.path(i))
                    .isTrue();
        }
        route = JsonPatch.apply(patch, route);
    }

    private static boolean isTestedBefore(ArrayNode patch, int index) {
        var path = patch.path(index).path("path").asText();
        for (var i = 0; i < index; i++) {
            var tested = patch.path(i).path("path").asText();
            if (patch.path(i).path("op").asText().equals("test")
                    && (tested.equals(path) || path.equals(tested + "/-"))) {
                return true;
            }
        }
        return false;
    }
}
