package dev.aotrollout.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
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
