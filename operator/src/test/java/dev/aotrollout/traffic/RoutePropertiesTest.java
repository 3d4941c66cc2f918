package dev.aotrollout.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for any route. The seed is in the name of the test: run one again with {@code -Droutes.seed=<seed>}. */
class RoutePropertiesTest {
    private static final int ROUTES = 1000;

    static List<Long> seeds() {
        var again = Long.getLong("routes.seed");
        return again == null ? List.of(20261101L, new Random().nextLong()) : List.of(again);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void restoreGivesBackWhatTheUserWrote(long seed) {
        var random = new SplittableRandom(seed);
        for (var i = 0; i < ROUTES; i++) {
            var routes = new RandomRoute(random);
            var user = routes.route();
            var live = new LiveRoute(user.deepCopy());

            for (var passes = 1 + random.nextInt(3); passes > 0; passes--) {
                live.pass(new Wanted(weight(random), random.nextBoolean(), random.nextBoolean()));
                if (random.nextInt(3) == 0) {
                    routes.edit(user, (ObjectNode) live.route());
                }
            }
            live.restore();

            assertThat(live.route()).as("route %d", i).isEqualTo(user);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void onlyOurFieldsChangeAndAllSharesAreExact(long seed) {
        var random = new SplittableRandom(seed);
        for (var i = 0; i < ROUTES; i++) {
            var user = new RandomRoute(random).route();
            var live = new LiveRoute(user.deepCopy());
            live.pass(weight(random), random.nextBoolean());
            var weight = weight(random);

            live.pass(new Wanted(weight, random.nextBoolean(), false));

            assertThat(live.route().at("/spec/rules")).hasSameSizeAs(user.at("/spec/rules"));
            for (var rule = 0; rule < user.at("/spec/rules").size(); rule++) {
                assertShares(
                        user.at("/spec/rules").get(rule),
                        live.route().at("/spec/rules").get(rule),
                        weight);
            }
            assertThat(withoutOurs(live.route())).isEqualTo(withoutOurs(user));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void withoutWhatWasCapturedNoTrafficIsLeftOnAot(long seed) {
        var random = new SplittableRandom(seed);
        for (var i = 0; i < ROUTES; i++) {
            var live = new LiveRoute(new RandomRoute(random).route());
            live.pass(weight(random), random.nextBoolean());

            live.restore(random.nextBoolean() ? "" : "{broken");

            for (var rule : live.route().at("/spec/rules")) {
                if (names(rule).stream().anyMatch(it -> it.equals("checkout") || it.equals("checkout-jit"))) {
                    assertThat(names(rule)).as("route %d", i).doesNotContain("checkout-aot");
                }
            }
        }
    }

    private static int weight(SplittableRandom random) {
        return random.nextInt(4) == 0 ? random.nextInt(2) * 100 : random.nextInt(101);
    }

    /** AOT has exactly its percentage of the pair, and every backend of others exactly its former share of the rule. */
    private static void assertShares(JsonNode before, JsonNode after, int weight) {
        var hasJit = names(before).contains("checkout") || names(before).contains("checkout-jit");
        if (!hasJit) {
            assertThat(after).isEqualTo(before);
            return;
        }
        var aot = sum(after, "checkout-aot");
        var pair = aot + sum(after, "checkout") + sum(after, "checkout-jit");
        assertThat(aot * 100).isEqualTo(weight * pair);
        for (var ref : before.path("backendRefs")) {
            var name = ref.path("name").asText();
            if (!name.startsWith("checkout")) {
                assertThat(product(sum(after, name), sum(before, "")))
                        .isEqualTo(product(sum(before, name), sum(after, "")));
            }
        }
    }

    private static BigInteger product(long a, long b) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }

    private static long sum(JsonNode rule, String name) {
        var sum = 0L;
        for (var ref : rule.path("backendRefs")) {
            if (name.isEmpty() || name.equals(ref.path("name").asText())) {
                sum += ref.path("weight").asLong(1);
            }
        }
        return sum;
    }

    private static List<String> names(JsonNode rule) {
        return rule.path("backendRefs").findValuesAsText("name");
    }

    private static JsonNode withoutOurs(JsonNode route) {
        var copy = route.deepCopy();
        for (var rule : copy.at("/spec/rules")) {
            var refs = (ArrayNode) rule.path("backendRefs");
            for (var i = refs.size() - 1; i >= 0; i--) {
                ((ObjectNode) refs.get(i)).remove("weight");
                if (refs.get(i).path("name").asText().equals("checkout-aot")) {
                    refs.remove(i);
                }
            }
        }
        return copy;
    }
}
