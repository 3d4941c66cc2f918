package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Prometheus server and how to reach it; Secrets are read in the namespace of the AOTRollout. */
@ValidationRule(
        value = "!(has(self.bearerTokenSecret) && has(self.basicAuthSecret))",
        message = "metrics.prometheus: set either bearerTokenSecret or basicAuthSecret, not both")
public record PrometheusSpec(
        @Required
        @Size(max = 2048)
        @Pattern("^https?://[^\\s]+$")
        @JsonPropertyDescription("Base address, such as http://prometheus.monitoring:9090")
        String url,

        @JsonPropertyDescription("Sent as Authorization: Bearer") @Nullable
        SecretKey bearerTokenSecret,

        @JsonPropertyDescription("Sent as Authorization: Basic") @Nullable
        BasicAuth basicAuthSecret,

        @Default("{}") @JsonPropertyDescription("Sent with each query, such as X-Scope-OrgID")
        Map<String, String> headers,

        @Default("[]") @Size(max = 16) @JsonPropertyDescription("Headers whose value is in a Secret")
        List<SecretHeader> headerSecrets,

        @JsonPropertyDescription("PEM certificates that sign the server's certificate") @Nullable
        SecretKey caSecret,

        @Default("5") @Min(1) @Max(60) @JsonPropertyDescription("Deadline of one query, in seconds")
        Integer timeoutSeconds) {

    /** One key of one Secret. */
    public record SecretKey(
            @Required
            @Size(min = 1, max = 253)
            @JsonPropertyDescription("Name of a Secret in the namespace of the AOTRollout")
            String name,

            @Required @Size(min = 1, max = 253) @JsonPropertyDescription("Key in its data")
            String key) {}

    /** User and password in one Secret. */
    public record BasicAuth(
            @Required
            @Size(min = 1, max = 253)
            @JsonPropertyDescription("Name of a Secret in the namespace of the AOTRollout")
            String name,

            @Default("username") @JsonPropertyDescription("Key of the user name")
            String usernameKey,

            @Default("password") @JsonPropertyDescription("Key of the password")
            String passwordKey) {
        /** Fills in the keys of a kubernetes.io/basic-auth Secret. */
        public BasicAuth {
            usernameKey = usernameKey == null ? "username" : usernameKey;
            passwordKey = passwordKey == null ? "password" : passwordKey;
        }
    }

    /** A header whose value is one key of one Secret. */
    public record SecretHeader(
            @Required @Size(min = 1, max = 256) @JsonPropertyDescription("Name of the header")
            String header,

            @Required
            @Size(min = 1, max = 253)
            @JsonPropertyDescription("Name of a Secret in the namespace of the AOTRollout")
            String name,

            @Required @Size(min = 1, max = 253) @JsonPropertyDescription("Key in its data")
            String key) {}

    /** Fills in the defaults. */
    public PrometheusSpec {
        headers = headers == null ? Map.of() : Map.copyOf(headers);
        headerSecrets = headerSecrets == null ? List.of() : List.copyOf(headerSecrets);
        timeoutSeconds = timeoutSeconds == null ? 5 : timeoutSeconds;
    }
}
