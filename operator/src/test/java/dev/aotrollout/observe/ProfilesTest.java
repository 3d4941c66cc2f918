package dev.aotrollout.observe;

import static dev.aotrollout.observe.Requests.ANCHOR;
import static dev.aotrollout.observe.Requests.LONG_AGO;
import static dev.aotrollout.observe.TwoPods.known;
import static dev.aotrollout.observe.TwoPods.second;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aotrollout.judge.Counts;
import dev.aotrollout.judge.Exceptions;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.judge.RouteTraffic;
import dev.aotrollout.judge.Traffic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each profile against what the real programs expose; what was sent is in {@code profiles/README.md}. */
class ProfilesTest {
    private static final Map<String, String> JIT_TARGET = target(ScrapedPod.JIT_POD);
    private static final Map<String, String> AOT_TARGET = target(ScrapedPod.AOT_POD);
    private static final Map<String, String> GATEWAY =
            Map.of("job", "gateway", "instance", "10.0.0.9:15090", "namespace", "gateways", "pod", "gateway-5d-x2x7q");

    private final RecordedPrometheus prometheus = new RecordedPrometheus();

    @ParameterizedTest(name = "{0} reads {1}: bound {2} s")
    @CsvSource({
        "OtelHttp, otel-dotnet-%d.derived.txt, 0.25",
        "OtelHttp, otel-java-%d.txt, 0.25",
        "PrometheusNet, prometheus-net-%d.derived.txt, 0.256",
        "Micrometer, micrometer-%d.txt, 0.268435456"
    })
    void aProcessCountsItsOwnRequests(String profile, String files, double bound) {
        scrape(files, AOT_TARGET);

        var traffic = traffic(profile);
        assertThat(traffic.slowBoundSeconds()).isEqualTo(bound);
        assertThat(traffic.jit()).isEqualTo(Counts.ZERO);
        // 343 with those that have no route; Java also counts that it was scraped.
        assertThat(traffic.aot().requests()).isBetween(343L, 345L);
        assertThat(traffic.aot().timed()).isEqualTo(traffic.aot().requests());
        assertThat(traffic.aot().errors()).isEqualTo(26);
        assertThat(traffic.aot().slow()).isEqualTo(20);
        assertThat(route(traffic, "/items/{id}")).isEqualTo(new Counts(217, 17, 0));
        assertThat(route(traffic, "/checkout")).isEqualTo(new Counts(123, 9, 20));
        assertThat(traffic.aotPods()).singleElement().satisfies(pod -> {
            assertThat(pod.pod()).isEqualTo(ScrapedPod.AOT_POD);
            assertThat(pod.total()).isEqualTo(traffic.aot());
        });
    }

    @Test
    void contoursEnvoyCountsByCluster() {
        scrape("envoy-%d.txt", GATEWAY);

        // Answers that Envoy made itself, for other clusters, are not of these tracks.
        assertThat(traffic("Envoy").jit()).isEqualTo(new Counts(343, 26, 343, 20));
        // One of the quick ones was slow on the machine that recorded it.
        assertThat(traffic("Envoy").aot()).isEqualTo(new Counts(343, 26, 343, 21));
        assertThat(traffic("Envoy").slowBoundSeconds()).isEqualTo(0.25);
        assertThat(traffic("Envoy").aotPods()).isEmpty();
    }

    @Test
    void ingressNginxTellsTheTracksByTheCanary() {
        scrape("nginx-ingress-%d.txt", GATEWAY);

        assertThat(traffic("NginxIngress").jit()).isEqualTo(new Counts(343, 26, 343, 20));
        assertThat(traffic("NginxIngress").aot()).isEqualTo(new Counts(343, 26, 343, 20));
        assertThat(route(traffic("NginxIngress"), "/checkout")).isEqualTo(new Counts(123, 9, 123, 20));
    }

    @Test
    void istiosCallersCountWhatNeverReachedAPod() {
        scrape("istio-%d.derived.txt", GATEWAY);

        // Without the 7 answers 404; AOT with 6 requests that got no answer and 9 that no pod took.
        assertThat(traffic("Istio").jit().requests()).isEqualTo(336);
        assertThat(traffic("Istio").jit().errors()).isEqualTo(26);
        assertThat(traffic("Istio").aot().requests()).isEqualTo(336 + 15);
        assertThat(traffic("Istio").aot().errors()).isEqualTo(26 + 15);
    }

    /** The text has no histogram of callers. */
    @Test
    void istiosMillisecondsBecomeSeconds() {
        scrape("istio-%d.derived.txt", GATEWAY);
        var istio = Profiles.named("Istio");
        var servers = new Profile(
                istio.requests(),
                istio.latency(),
                istio.latencyUnit(),
                istio.statusLabel(),
                istio.failed(),
                istio.routeLabel(),
                Map.of("reporter", "destination", "destination_service_namespace", "{{namespace}}"),
                istio.track(),
                istio.exceptions());

        var traffic = known(new TrafficReader().read(prometheus, request(servers), second(6)));
        assertThat(traffic.slowBoundSeconds()).isEqualTo(0.25);
        assertThat(traffic.jit()).isEqualTo(new Counts(336, 26, 336, 20));
        assertThat(traffic.aot()).isEqualTo(new Counts(336, 26, 336, 20));
    }

    @Test
    void exceptionsOfDotnetAreCountedByType() {
        scrape("otel-dotnet-%d.derived.txt", AOT_TARGET);

        assertThat(exceptions("OtelHttp").all())
                .containsExactly(new Exceptions.Thrown("System.InvalidOperationException", 0, 17));
    }

    @Test
    void exceptionsOfMicrometerAreRequestsThatEndedWithOne() {
        scrape("micrometer-%d.txt", JIT_TARGET);

        assertThat(exceptions("Micrometer").all())
                .containsExactly(new Exceptions.Thrown("IllegalStateException", 17, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OtelHttp", "PrometheusNet", "Micrometer", "Istio", "Envoy", "NginxIngress", "Traefik"})
    void everyProfileIsWholeAndCanBeUsed(String name) {
        assertThat(Profiles.named(name).trouble()).isEmpty();
        assertThat(Profiles.named(name)).isSameAs(Profiles.named(name));
    }

    @ParameterizedTest(name = "{0} is of {1}")
    @CsvSource({
        "shop-checkout-80@kubernetes, jit",
        "shop-checkout-aot-80@kubernetes, aot",
        "shop-checkout-http-80@kubernetesgateway, jit",
        "shop-checkout-aot-http-80@kubernetesgateway, aot",
        "shop-checkout-aot-80@kubernetescrd, aot",
        "shop-checkout-aot-next-80@kubernetes, neither",
        "other-checkout-80@kubernetes, neither",
        "shop-checkout-80@file, neither"
    })
    void traefiksServicesAreOfATrack(String service, String track) {
        var selection = Selection.ofRequests(Profiles.named("Traefik"), Requests.tracks(List.of(), List.of()));

        assertThat(selection.jit().match(service)).isEqualTo(track.equals("jit"));
        assertThat(selection.aot().match(service)).isEqualTo(track.equals("aot"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "5(.., metrics.customProfile: 5(.. is no regular expression: Unclosed group",
        "'{{pod}}-.*', 'metrics.customProfile: in {{pod}}-.* only {{namespace}}, {{deployment}}, {{service}} and {{pods}} are filled in'"
    })
    void aRegularExpressionThatIsNoneIsTroubleWithItsText(String regex, String trouble) {
        assertThat(custom("5..", regex).trouble()).contains(trouble);
        assertThat(custom(regex, "x").trouble()).contains(trouble);
        assertThat(custom("5..", "{{namespace}}/{{deployment}}.{3}").trouble()).isEmpty();
    }

    @Test
    void podsAreSelectedInTheirNamespaceWhateverElseTheSelectorSays() {
        var profile = new Profile(
                "requests_total",
                "",
                Profile.Unit.SECONDS,
                "code",
                "5..",
                "",
                Map.of("app", "checkout"),
                Profile.TrackLabel.BY_POD,
                List.of());

        assertThat(Selection.ofRequests(profile, Requests.tracks(List.of(), List.of()))
                        .samples("", Duration.ofSeconds(60)))
                .startsWith("{__name__=~\"requests_total|up\",app=\"checkout\",namespace=\"shop\",pod=~\"checkout-[");
    }

    private static Profile custom(String failed, String track) {
        return new Profile(
                "requests_total",
                "",
                Profile.Unit.SECONDS,
                "code",
                failed,
                "",
                Map.of(),
                new Profile.TrackLabel("backend", track, track, false),
                List.of());
    }

    @Test
    void thereIsNoOtherProfile() {
        assertThatThrownBy(() -> Profiles.named("Kong"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no profile Kong");
    }

    private void scrape(String files, Map<String, String> target) {
        new Exposition(files.formatted(1)).scrape(prometheus, target, second(-5));
        new Exposition(files.formatted(2)).scrape(prometheus, target, second(5));
    }

    private static MetricsRequest request(Profile profile) {
        var jit = new ObservedPod(ScrapedPod.JIT_POD, LONG_AGO, 0);
        var aot = new ObservedPod(ScrapedPod.AOT_POD, LONG_AGO, 0);
        return Requests.withProfile(Requests.since(ANCHOR, List.of(jit), List.of(aot)), profile);
    }

    private Traffic traffic(String profile) {
        return known(new TrafficReader().read(prometheus, request(Profiles.named(profile)), second(6)));
    }

    private Exceptions exceptions(String profile) {
        return ((Reading.Known<Exceptions>)
                        new ExceptionsReader().read(prometheus, request(Profiles.named(profile)), second(6)))
                .value();
    }

    private static Counts route(Traffic traffic, String route) {
        return traffic.routes().stream()
                .filter(r -> r.route().equals(route))
                .map(RouteTraffic::aot)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> target(String pod) {
        return Map.of("job", "pods", "instance", pod + ":9464", "namespace", "shop", "pod", pod);
    }
}
