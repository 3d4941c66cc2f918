package dev.aotrollout.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromQlTest {
    @Test
    void quotesWhatWouldEndTheLiteral() {
        assertThat(PromQl.quoted("a\"} or vector(1) #\\\n\r")).isEqualTo("\"a\\\"} or vector(1) #\\\\\\n\\r\"");
    }

    @Test
    void quotesWhatARegexReadsOtherwise() {
        assertThat(PromQl.anyOf(List.of("a.b", "c|d", "e"))).isEqualTo("a\\.b|c\\|d|e");
        assertThat("a.b".matches(PromQl.literal("a.b"))).isTrue();
        assertThat("axb".matches(PromQl.literal("a.b"))).isFalse();
    }

    /** Whatever a value holds, it is read back as it was, and nothing after it is taken for the literal's own. */
    @Test
    void everyValueIsReadBackAsItWas() {
        var random = new Random();
        var seed = random.nextLong();
        random.setSeed(seed);
        for (var round = 0; round < 2_000; round++) {
            var value = random.ints(random.nextInt(12), 0, HOSTILE.length())
                    .mapToObj(i -> String.valueOf(HOSTILE.charAt(i)))
                    .collect(Collectors.joining());
            var quoted = PromQl.quoted(value);
            assertThat(unquoted(quoted)).as("seed %d, %s", seed, quoted).isEqualTo(value);
            assertThat(Pattern.compile(PromQl.literal(value)).matcher(value).matches())
                    .as("seed %d, %s", seed, value)
                    .isTrue();
            assertThat(Pattern.compile(PromQl.literal(value))
                            .matcher(value + "x")
                            .matches())
                    .as("seed %d, %s", seed, value)
                    .isFalse();
            assertThat(unquoted(PromQl.quoted(PromQl.literal(value)))).isEqualTo(PromQl.literal(value));
        }
    }

    private static final String HOSTILE = "\"'`\\\n\r\t{}[]()|.*+?^$,=~!#%/-_ aZ0é\u2028";

    /** Reads a double-quoted literal as PromQL does: a raw line end or another quote ends it. */
    private static String unquoted(String literal) {
        assertThat(literal).startsWith("\"").endsWith("\"");
        var text = new StringBuilder();
        for (var i = 1; i < literal.length() - 1; i++) {
            var c = literal.charAt(i);
            assertThat(c).isNotIn('"', '\n');
            if (c == '\\') {
                i++;
                assertThat(i).isLessThan(literal.length() - 1);
                text.append(
                        switch (literal.charAt(i)) {
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            case '"', '\\' -> literal.charAt(i);
                            default -> throw new AssertionError("unknown escape in " + literal);
                        });
            } else text.append(c);
        }
        return text.toString();
    }

    @Test
    void aNameOfALabelCannotBeEscapedAndIsRefused() {
        assertThat(PromQl.wrongLabel(List.of("sloth_service", "_a1"))).isEmpty();
        assertThat(PromQl.wrongLabel(List.of("ok", "a=\"b\"} or vector(1) #")).orElseThrow())
                .isEqualTo(
                        "\"a=\\\"b\\\"} or vector(1) #\" is no name of a label: letters, digits and _, not beginning with a digit");
        for (var name : List.of("", "1a", "a-b", "a.b", "a b", "a\nb", "ä"))
            assertThat(PromQl.wrongLabel(List.of(name))).as(name).isPresent();
    }

    @Test
    void writesRangesInMilliseconds() {
        assertThat(PromQl.range(Duration.ofMillis(65_250))).isEqualTo("[65250ms]");
    }

    @Test
    void selectsTheNamespaceAndOneBoundInOneQuery() {
        var tracks = new Tracks(
                "shop", "app", new TrackPods("a.b", "a", List.of()), new TrackPods("a.b-aot", "a-aot", List.of()));
        var counters = Selection.ofRequests(Profiles.named("OtelHttp"), tracks);

        assertThat(counters.samples("0\\.25|0\\.250", Duration.ofSeconds(60)))
                .startsWith(
                        "{__name__=~\"http_server_request_duration_seconds_count|http_server_request_duration_seconds_bucket|up\","
                                + "namespace=\"shop\",pod=~\"a\\\\.b-[")
                .endsWith(",le=~\"|0\\\\.25|0\\\\.250\"}[60000ms]");
        assertThat(counters.samples("", Duration.ofSeconds(60)))
                .doesNotContain("bucket")
                .doesNotContain("le=");
    }

    @ParameterizedTest(name = "{0} has pod {1}: {2}")
    @CsvSource({
        "checkout, checkout-7d9f8c6b5-x7k2p, true",
        "checkout, checkout-7d9f8c6b5f-x7k2p, true",
        "checkout, checkout-aot-7d9f8c6b5-x7k2p, false",
        "checkout-aot, checkout-aot-7d9f8c6b5-x7k2p, true",
        "checkout-aot, checkout-7d9f8c6b5-x7k2p, false",
        "checkout, checkout-bcd-7d9f8-x7k2p, false",
        "checkout, my-checkout-7d9f8c6b5-x7k2p, false",
        "checkout, checkout-7d9f8c6b5-x7k2, false",
        "check.out, check.out-7d9f8c6b5-x7k2p, true",
        "check.out, checkxout-7d9f8c6b5-x7k2p, false"
    })
    void podsBelongToTheirDeployment(String deployment, String pod, boolean belongs) {
        assertThat(TrackNames.ofPods(deployment).match(pod)).isEqualTo(belongs);
    }

    /** As Kubernetes does it: base cut to 58 characters, then 5 of the suffix. */
    @ParameterizedTest(name = "Deployment name of {0} characters")
    @ValueSource(ints = {1, 30, 46, 47, 48, 52, 56})
    void cutNamesAreStillToldApart(int length) {
        var deployment = "d".repeat(length);
        for (var hash : List.of("7d9f8c6b5f", "7d9f8c6b5", "7d9")) {
            var jit = pod(deployment, hash);
            var aot = pod(deployment + "-aot", hash);
            assertThat(TrackNames.ofPods(deployment).match(jit)).as(jit).isTrue();
            assertThat(TrackNames.ofPods(deployment + "-aot").match(aot))
                    .as(aot)
                    .isTrue();
            assertThat(TrackNames.ofPods(deployment).match(aot)).as(aot).isFalse();
            assertThat(TrackNames.ofPods(deployment + "-aot").match(jit))
                    .as(jit)
                    .isFalse();
        }
    }

    private static String pod(String deployment, String hash) {
        var base = deployment + "-" + hash + "-";
        return base.substring(0, Math.min(58, base.length())) + "x7k2p";
    }
}
