package dev.aotrollout.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.workload.Relabelling.Edit;
import dev.aotrollout.workload.Selector.Requirement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RelabellingTest {
    private static final Map<String, String> LABELS =
            Map.of("app", "shop", "app.kubernetes.io/name", "shop", "aaa", "x", "zzz", "y");

    private static final List<String> KEYS = List.of("app", "tier", "stage", "zone");

    /** None, two that selectors name, and one that they do not. */
    private static final List<String> VALUES = List.of("", "a", "b", "other");

    static Stream<Arguments> edits() {
        return Stream.of(
                Arguments.of(
                        "app is preferred", where("zzz=y,app=shop"), where("aaa=x,app=shop"), List.of(edit("app"))),
                Arguments.of(
                        "the recommended name comes next",
                        where("aaa=x,app.kubernetes.io/name=shop"),
                        where("aaa=x,app.kubernetes.io/name=shop"),
                        List.of(edit("app.kubernetes.io/name"))),
                Arguments.of(
                        "then the first of the alphabet",
                        where("zzz=y,aaa=x"),
                        where("aaa=x,zzz=y"),
                        List.of(edit("aaa"))),
                Arguments.of(
                        "a key in both selectors beats a preferred one in one of them",
                        where("app=shop,zzz=y"),
                        where("zzz=y"),
                        List.of(edit("zzz"))),
                Arguments.of(
                        "no common key takes two edits",
                        where("app=shop"),
                        where("zzz=y"),
                        List.of(edit("app"), edit("zzz"))),
                Arguments.of(
                        "a value that the selector names as well is no way out",
                        selector(new Requirement("app", "In", List.of("shop", "shop-aot")), in("aaa", "x")),
                        where("aaa=x,app=shop"),
                        List.of(edit("aaa"))),
                Arguments.of(
                        "a label that only has to exist is removed",
                        selector(new Requirement("app", "Exists", List.of())),
                        where("app=shop"),
                        List.of(new Edit("app", "shop", ""))),
                Arguments.of(
                        "a label that must not exist is added",
                        selector(new Requirement("track", "DoesNotExist", List.of())),
                        selector(new Requirement("track", "DoesNotExist", List.of())),
                        List.of(new Edit("track", "", "aot"))),
                Arguments.of(
                        "a forbidden value is taken",
                        selector(new Requirement("track", "NotIn", List.of("canary", "test"))),
                        where("app=other"),
                        List.of(new Edit("track", "", "canary"))),
                Arguments.of("selectors that miss already need nothing", where("app=other"), where("aaa=q"), List.of()),
                Arguments.of("an empty selector selects nothing", where(""), where("app=shop"), List.of(edit("app"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edits")
    void changesAsLittleAsItTakes(String situation, Selector deployment, Selector service, List<Edit> expected) {
        var found = Relabelling.of(LABELS, List.of(deployment, service));

        assertThat(found.edits()).isEqualTo(expected);
        assertThat(found.isMatchedBy(deployment)).isFalse();
        assertThat(found.isMatchedBy(service)).isFalse();
    }

    @Test
    void ourOwnLabelsAreNeverChanged() {
        var labels = Map.of(AotNames.TRACK, "aot", "app", "shop");
        var selector = selector(new Requirement(AotNames.TRACK, "Exists", List.of()));

        var found = Relabelling.of(labels, List.of(selector));

        assertThat(found.edits()).isEmpty();
        assertThat(found.isMatchedBy(selector)).isTrue();
    }

    @Test
    void longValuesStayDistinctAndValid() {
        var values = List.of("a".repeat(63), "a".repeat(62) + "b", "a".repeat(60), "a".repeat(59), "");
        var results = values.stream()
                .map(it -> Relabelling.of(Map.of("app", it), List.of(selector(in("app", it))))
                        .labels()
                        .get("app"))
                .toList();

        assertThat(results).doesNotHaveDuplicates().allMatch(it -> it.matches("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?"));
    }

    static List<Long> seeds() {
        return List.of(20261101L, new Random().nextLong());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aWayIsFoundWhereThereIsOne(long seed) {
        var random = new SplittableRandom(seed);
        for (var i = 0; i < 2000; i++) {
            var labels = new HashMap<String, String>();
            KEYS.forEach(key -> put(labels, key, VALUES.get(random.nextInt(3))));
            var selectors = List.of(random(random), random(random));

            var found = Relabelling.of(labels, selectors);

            assertThat(isMissed(found.labels(), selectors))
                    .as("%s of %s became %s", selectors, labels, found)
                    .isEqualTo(isPossible(new HashMap<>(), KEYS, selectors));
            assertThat(found.edits()).hasSizeLessThanOrEqualTo(2);
        }
    }

    private static boolean isPossible(Map<String, String> labels, List<String> keys, List<Selector> selectors) {
        if (keys.isEmpty()) {
            return isMissed(labels, selectors);
        }
        return VALUES.stream().anyMatch(value -> {
            put(labels, keys.getFirst(), value);
            return isPossible(labels, keys.subList(1, keys.size()), selectors);
        });
    }

    private static boolean isMissed(Map<String, String> labels, List<Selector> selectors) {
        return selectors.stream().noneMatch(it -> !it.isEmpty() && it.matches(labels));
    }

    private static void put(Map<String, String> labels, String key, String value) {
        if (value.isEmpty()) {
            labels.remove(key);
        } else {
            labels.put(key, value);
        }
    }

    private static Selector random(SplittableRandom random) {
        var operators = List.of("In", "NotIn", "Exists", "DoesNotExist");
        var requirements = new ArrayList<Requirement>();
        for (var key : KEYS) {
            if (random.nextInt(3) == 0) {
                var operator = operators.get(random.nextInt(4));
                requirements.add(new Requirement(
                        key,
                        operator,
                        operator.endsWith("In") ? List.of(random.nextBoolean() ? "a" : "b") : List.of()));
            }
        }
        return new Selector(requirements);
    }

    private static Edit edit(String key) {
        var from = LABELS.getOrDefault(key, "");
        return new Edit(key, from, from + "-aot");
    }

    private static Requirement in(String key, String value) {
        return new Requirement(key, "In", List.of(value));
    }

    private static Selector selector(Requirement... requirements) {
        return new Selector(List.of(requirements));
    }

    private static Selector where(String labels) {
        return new Selector(Stream.of(labels.split(","))
                .filter(it -> !it.isEmpty())
                .map(it -> in(it.substring(0, it.indexOf('=')), it.substring(it.indexOf('=') + 1)))
                .toList());
    }
}
