package dev.aotrollout.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aotrollout.api.AotRollout;
import dev.aotrollout.api.AotRolloutStatus.RouteStatus;
import dev.aotrollout.api.TrafficSpec.RouteRef;
import dev.aotrollout.cluster.ClusterCache;
import dev.aotrollout.cluster.Interests;
import dev.aotrollout.cluster.ObjectKey;
import dev.aotrollout.cluster.RouteKind;
import dev.aotrollout.decision.Trouble;
import dev.aotrollout.judge.Reason;
import dev.aotrollout.traffic.GatewayRoutes;
import dev.aotrollout.traffic.RouteTarget;
import dev.aotrollout.workload.AotNames;
import dev.aotrollout.workload.JitReplicas;
import dev.aotrollout.workload.Owner;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Reads the objects around a rollout from the cache, and says what is missing or in the way. */
final class SurroundingsReader {
    private final ClusterCache cache;
    private final Interests interests;
    private final ObjectMapper json = new ObjectMapper();

    SurroundingsReader(ClusterCache cache, Interests interests) {
        this.cache = cache;
        this.interests = interests;
    }

    Surroundings read(AotRollout rollout) {
        var key = key(rollout);
        var names = AotNames.of(rollout);
        var target = target(rollout, names);
        watch(rollout, key, names);
        var namespace = key.namespace();
        var jit = cache.deployment(namespace, rollout.getSpec().workloadRef().name());
        var routes = new ArrayList<RouteView>();
        var troubles = new ArrayList<Trouble>();
        if (jit.isEmpty())
            troubles.add(
                    missing("Deployment", key, rollout.getSpec().workloadRef().name(), "spec.workloadRef.name"));
        var service = cache.service(namespace, target.service());
        if (service.isEmpty()) troubles.add(missing("Service", key, target.service(), "spec.traffic.service"));
        readRoutes(rollout, target, routes, troubles);
        var aot = cache.deployment(namespace, names.deployment());
        var jitService = cache.service(namespace, names.jitService());
        var aotService = cache.service(namespace, names.aotService());
        aot.ifPresent(object -> foreign(rollout, object, troubles));
        jitService.ifPresent(object -> foreign(rollout, object, troubles));
        aotService.ifPresent(object -> foreign(rollout, object, troubles));
        var owner = jit.map(deployment -> JitReplicas.owner(deployment, cache.autoscalers(namespace)))
                .orElse(new Owner.Ours());
        return new Surroundings(
                rollout, key, jit, aot, service, jitService, aotService, target, routes, owner, troubles);
    }

    static ObjectKey key(AotRollout rollout) {
        return new ObjectKey(
                "AOTRollout",
                rollout.getMetadata().getNamespace(),
                rollout.getMetadata().getName());
    }

    private static RouteTarget target(AotRollout rollout, AotNames names) {
        var traffic = rollout.getSpec().traffic();
        var header = traffic.testHeader();
        return new RouteTarget(
                traffic.service(),
                names.jitService(),
                names.aotService(),
                header == null ? "" : header.name(),
                header == null ? "" : header.value());
    }

    /** Also objects that do not exist yet: their coming must wake the rollout. */
    private void watch(AotRollout rollout, ObjectKey key, AotNames names) {
        var namespace = key.namespace();
        var traffic = rollout.getSpec().traffic();
        var objects = new HashSet<ObjectKey>();
        objects.add(new ObjectKey(
                "Deployment", namespace, rollout.getSpec().workloadRef().name()));
        objects.add(new ObjectKey("Deployment", namespace, names.deployment()));
        List.of(traffic.service(), names.jitService(), names.aotService())
                .forEach(name -> objects.add(new ObjectKey("Service", namespace, name)));
        for (var kind : RouteKind.values())
            refs(rollout, kind).forEach(ref -> objects.add(new ObjectKey(kind.kind(), namespace, ref.name())));
        objects.addAll(Governance.interests(rollout));
        interests.replace(key, objects);
    }

    private void readRoutes(AotRollout rollout, RouteTarget target, List<RouteView> routes, List<Trouble> troubles) {
        var key = key(rollout);
        for (var kind : RouteKind.values()) {
            for (var ref : refs(rollout, kind)) {
                var route = cache.route(kind, key.namespace(), ref.name());
                if (route.isEmpty()) {
                    troubles.add(missing(kind.kind(), key, ref.name(), "spec.traffic"));
                    continue;
                }
                var view = view(rollout, kind, route.get(), target);
                routes.add(view);
                GatewayRoutes.problem(kind.kind(), view.tree(), target)
                        .ifPresent(problem -> troubles.add(new Trouble(Reason.MissingReference, problem)));
            }
        }
    }

    RouteView view(AotRollout rollout, RouteKind kind, GenericKubernetesResource route, RouteTarget target) {
        JsonNode tree = json.valueToTree(route);
        var name = route.getMetadata().getName();
        return new RouteView(kind, name, tree, GatewayRoutes.capture(tree, target, recorded(rollout, kind, name)));
    }

    private static String recorded(AotRollout rollout, RouteKind kind, String name) {
        var status = rollout.getStatus();
        List<RouteStatus> routes = status == null || status.routes() == null ? List.of() : status.routes();
        return routes.stream()
                .filter(route ->
                        route.kind().equals(kind.kind()) && route.name().equals(name))
                .map(RouteStatus::original)
                .findFirst()
                .orElse("");
    }

    private static List<RouteRef> refs(AotRollout rollout, RouteKind kind) {
        var traffic = rollout.getSpec().traffic();
        return switch (kind) {
            case HTTP -> traffic.httpRoutes();
            case GRPC -> traffic.grpcRoutes();
        };
    }

    private static Trouble missing(String kind, ObjectKey rollout, String name, String field) {
        return new Trouble(
                Reason.MissingReference,
                "%s %s/%s does not exist; create it, or name another one in %s"
                        .formatted(kind, rollout.namespace(), name, field));
    }

    private static void foreign(AotRollout rollout, HasMetadata object, List<Trouble> troubles) {
        if (Surroundings.isOwnedBy(rollout, object)) return;
        troubles.add(new Trouble(
                Reason.TrackOverlap,
                "%s %s/%s exists and is not owned by this AOTRollout; rename or delete it"
                        .formatted(
                                object.getKind(),
                                object.getMetadata().getNamespace(),
                                object.getMetadata().getName())));
    }
}
