package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;

/** Where figures come from and how often they are looked at. */
public record MetricsSpec(
        @Required @JsonPropertyDescription("The Prometheus server that scrapes both tracks")
        PrometheusSpec prometheus,

        @Default("5") @Min(1) @Max(300) @JsonPropertyDescription("How often a live step is looked at, in seconds")
        Integer intervalSeconds,

        @Default("OtelHttp") @JsonPropertyDescription("Which metric names the service exports")
        Profile profile) {

    /** Families of metric names. */
    public enum Profile {
        /** OpenTelemetry HTTP semantic conventions. */
        @JsonProperty("OtelHttp")
        OTEL_HTTP
    }

    /** Fills in the defaults. */
    public MetricsSpec {
        intervalSeconds = intervalSeconds == null ? 5 : intervalSeconds;
        profile = profile == null ? Profile.OTEL_HTTP : profile;
    }
}
