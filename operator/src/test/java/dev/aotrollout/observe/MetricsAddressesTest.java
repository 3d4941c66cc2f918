package dev.aotrollout.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsAddressesTest {
    private final MetricsAddresses two =
            MetricsAddresses.of(List.of("http://prometheus.monitoring:9090", "https://metrics.example.com/team-a"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://prometheus.monitoring:9090",
                "http://prometheus.monitoring:9090/",
                "http://PROMETHEUS.monitoring.:9090/prometheus",
                "https://metrics.example.com/team-a",
                "https://metrics.example.com:443/team-a/prometheus",
                "https://metrics.example.com/team-a/?tenant=x"
            })
    void addressesBelowAPrefixAreAllowed(String address) {
        assertThat(two.refusal(URI.create(address))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://prometheus.monitoring:9090",
                "http://prometheus.monitoring",
                "http://prometheus.monitoring:9091",
                "http://prometheus.monitoring.evil.example:9090",
                "http://evil.example:9090/prometheus.monitoring:9090",
                "http://evil.example/?http://prometheus.monitoring:9090",
                "http://169.254.169.254/latest/meta-data",
                "https://metrics.example.com/",
                "https://metrics.example.com/team-ab",
                "https://metrics.example.com/team-b",
                "https://metrics.example.com/team-a/../team-b",
                "https://metrics.example.com/team-a/..",
                "https://metrics.example.com/team-a/%2e%2e/team-b",
                "https://metrics.example.com/team-a/..;/team-b",
                "https://metrics.example.com/team-a%2f..%2fteam-b",
                "https://METRICS.example.com/Team-A"
            })
    void othersAreRefusedWithTheRemedy(String address) {
        assertThat(two.refusal(URI.create(address)).orElseThrow())
                .startsWith("metrics.prometheus.url http")
                .contains("is not allowed by this operator")
                .contains("http://prometheus.monitoring:9090")
                .contains("--metrics-url-prefix");
    }

    @ParameterizedTest
    @CsvSource({
        "http://prometheus.monitoring:9090@evil.example/, holds a user name",
        "http://user:secret@prometheus.monitoring:9090/, holds a user name",
        "file:///etc/passwd, is no http or https address",
        "ftp://prometheus.monitoring:9090/, is no http or https address",
        "http:prometheus.monitoring, names no host",
        "http:///path, names no host"
    })
    void someAreRefusedWhateverIsAllowed(String address, String why) {
        for (var addresses : List.of(two, MetricsAddresses.ALL))
            assertThat(addresses.refusal(URI.create(address)).orElseThrow())
                    .contains(why)
                    .doesNotContain("secret");
    }

    @Test
    void withoutPrefixesAllAreAllowed() {
        assertThat(MetricsAddresses.ALL.refusal(URI.create("http://any.example:1234/%20x")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"prometheus:9090", "http://a@b/", "", "http://[", "/path"})
    void aPrefixThatIsNoneIsNamed(String prefix) {
        assertThatThrownBy(() -> MetricsAddresses.of(List.of(prefix)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(prefix);
    }
}
