package dev.aotrollout.cluster;

import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;

/** The kinds of Gateway API routes whose weights can be set. */
public enum RouteKind {
    HTTP("HTTPRoute", "httproutes"),
    GRPC("GRPCRoute", "grpcroutes");

    private static final String GROUP = "gateway.networking.k8s.io";
    private static final String VERSION = "v1";

    private final String kind;
    private final String plural;

    RouteKind(String kind, String plural) {
        this.kind = kind;
        this.plural = plural;
    }

    /** The kind as written in manifests. */
    public String kind() {
        return kind;
    }

    ResourceDefinitionContext context() {
        return new ResourceDefinitionContext.Builder()
                .withGroup(GROUP)
                .withVersion(VERSION)
                .withKind(kind)
                .withPlural(plural)
                .withNamespaced(true)
                .build();
    }
}
