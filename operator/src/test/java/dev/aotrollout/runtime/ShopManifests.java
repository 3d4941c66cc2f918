package dev.aotrollout.runtime;

/** What the owner of the service {@code checkout} wrote. */
final class ShopManifests {
    private ShopManifests() {}

    static String deployment(String name) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: %1$s}
                spec:
                  replicas: 2
                  selector: {matchLabels: {app: %1$s}}
                  template:
                    metadata: {labels: {app: %1$s}}
                    spec:
                      containers: [{name: app, image: "%1$s:1-jit", ports: [{containerPort: 8080}]}]
                """.formatted(name);
    }

    static String service(String name) {
        return """
                apiVersion: v1
                kind: Service
                metadata: {name: %1$s}
                spec:
                  selector: {app: %1$s}
                  ports: [{name: http, port: 8080}]
                """.formatted(name);
    }

    /** Its first rule is weighted; the second one is none of our business. */
    static String httpRoute(String service) {
        return """
                apiVersion: gateway.networking.k8s.io/v1
                kind: HTTPRoute
                metadata: {name: %1$s, labels: {team: payments}, annotations: {example.com/owner: "payments"}}
                spec:
                  parentRefs: [{name: public}]
                  hostnames: [shop.example]
                  rules:
                    - matches: [{path: {type: PathPrefix, value: /pay}}]
                      filters: [{type: RequestHeaderModifier, requestHeaderModifier: {add: [{name: x-shop, value: "1"}]}}]
                      timeouts: {request: 5s}
                      backendRefs: [{name: %1$s, port: 8080}]
                    - matches: [{path: {type: PathPrefix, value: /static}}]
                      backendRefs: [{name: static, port: 80, weight: 3}, {name: static-old, port: 80, weight: 1}]
                """.formatted(service);
    }

    static String grpcRoute(String service) {
        return """
                apiVersion: gateway.networking.k8s.io/v1
                kind: GRPCRoute
                metadata: {name: %1$s}
                spec:
                  parentRefs: [{name: public}]
                  rules:
                    - matches: [{method: {service: shop.Checkout}}]
                      backendRefs: [{name: %1$s, port: 8080}]
                """.formatted(service);
    }

    static String secret(String name, String token) {
        return """
                apiVersion: v1
                kind: Secret
                metadata: {name: %s}
                stringData: {token: %s}
                """.formatted(name, token);
    }

    /** Three tiny steps; pods that live for seconds are not measured for memory and start-up. */
    static String rollout(String name, String prometheus) {
        return """
                apiVersion: aotrollout.dev/v1alpha1
                kind: AOTRollout
                metadata: {name: %1$s}
                spec:
                  workloadRef: {name: %1$s}
                  aot: {containers: [{name: app, image: "%1$s:1-aot"}]}
                  traffic: {service: %1$s, httpRoutes: [{name: %1$s}]}
                  metrics: {prometheus: {url: "%2$s", timeoutSeconds: 2}, intervalSeconds: 1, warmUpSeconds: 1}
                  errorBudget: {windowDays: 1, fastBurn: []}
                  guards:
                    errors: {minRequests: 20}
                    latency: {minRequests: 20}
                    memory: {mode: Observe}
                    startup: {mode: Observe}
                    cpu: {mode: Observe}
                  rollback: {drainSeconds: 1}
                  steps: [{weight: 10, soakSeconds: 1}, {weight: 50, soakSeconds: 1}, {weight: 100, soakSeconds: 1}]
                """.formatted(name, prometheus);
    }
}
