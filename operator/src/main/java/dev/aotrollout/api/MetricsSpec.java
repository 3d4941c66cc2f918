package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** Where figures come from and how often they are looked at. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@ValidationRule(
        value = "(self.profile == 'Custom') == has(self.customProfile)",
        message = "metrics: profile Custom and customProfile go together; set both or neither")
public record MetricsSpec(
        @Required @JsonPropertyDescription("The Prometheus server that scrapes both tracks")
        PrometheusSpec prometheus,

        @Default("5") @Min(1) @Max(300) @JsonPropertyDescription("How often a live step is looked at, in seconds")
        Integer intervalSeconds,

        @Default("300")
        @Min(0)
        @Max(86400)
        @JsonPropertyDescription(
                "Latency, memory and processor time of a pod count from this age on, in seconds: before, JIT still compiles and caches fill")
        Integer warmUpSeconds,

        @Default("OtelHttp")
        @JsonPropertyDescription(
                "Which metric names carry requests and latency, and how a series is told to be of a track")
        Profile profile,

        @JsonPropertyDescription("The names, where profile is Custom") @Nullable
        CustomProfileSpec customProfile) {

    /** Families of metric names. */
    public enum Profile {
        /** OpenTelemetry HTTP semantic conventions, as ASP.NET Core 8 and later export them too. */
        @JsonProperty("OtelHttp")
        OTEL_HTTP,
        /** The .NET library prometheus-net. */
        @JsonProperty("PrometheusNet")
        PROMETHEUS_NET,
        /** Micrometer, as Spring Boot and Quarkus export it. */
        @JsonProperty("Micrometer")
        MICROMETER,
        /** Sidecars of Istio. */
        @JsonProperty("Istio")
        ISTIO,
        /** Envoy as the gateway, as Contour names its clusters. */
        @JsonProperty("Envoy")
        ENVOY,
        /** Ingress-NGINX as the gateway. */
        @JsonProperty("NginxIngress")
        NGINX_INGRESS,
        /** Traefik as the gateway. */
        @JsonProperty("Traefik")
        TRAEFIK,
        /** {@code customProfile}. */
        @JsonProperty("Custom")
        CUSTOM
    }

    /** Fills in the defaults. */
    public MetricsSpec {
        intervalSeconds = intervalSeconds == null ? 5 : intervalSeconds;
        warmUpSeconds = warmUpSeconds == null ? 300 : warmUpSeconds;
        profile = profile == null ? Profile.OTEL_HTTP : profile;
    }
}
