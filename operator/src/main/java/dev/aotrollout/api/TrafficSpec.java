package dev.aotrollout.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which traffic is shifted, and by which routes. */
@ValidationRule(
        value = "size(self.httpRoutes) + size(self.grpcRoutes) > 0",
        message = "traffic: name at least one route in httpRoutes or grpcRoutes whose backendRefs name the service")
public record TrafficSpec(
        @Required
        @Size(min = 1, max = 59)
        @JsonPropertyDescription("Today's Service; <service>-jit and <service>-aot are added beside it")
        String service,

        @Default("[]") @Size(max = 16) @JsonPropertyDescription("HTTPRoutes whose backendRefs name the Service")
        List<RouteRef> httpRoutes,

        @Default("[]") @Size(max = 16) @JsonPropertyDescription("GRPCRoutes whose backendRefs name the Service")
        List<RouteRef> grpcRoutes,

        @JsonPropertyDescription("Requests with this header reach AOT before any weight does") @Nullable
        HeaderSpec testHeader) {

    /** A route in the namespace of the AOTRollout. */
    public record RouteRef(
            @Required
            @Size(min = 1, max = 253)
            @JsonPropertyDescription("Name of the route, in the namespace of the AOTRollout")
            String name) {}

    /** An exact header match. */
    public record HeaderSpec(
            @Required @Size(min = 1, max = 256) @JsonPropertyDescription("Name of the header")
            String name,

            @Required @Size(min = 1, max = 256) @JsonPropertyDescription("Its exact value")
            String value) {}

    /** Fills in the defaults. */
    public TrafficSpec {
        httpRoutes = httpRoutes == null ? List.of() : List.copyOf(httpRoutes);
        grpcRoutes = grpcRoutes == null ? List.of() : List.copyOf(grpcRoutes);
    }
}
