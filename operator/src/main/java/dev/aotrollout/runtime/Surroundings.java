package dev.aotrollout.runtime;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.cluster.ObjectKey;
import dev.aotrollout.decision.RouteFacts;
import dev.aotrollout.decision.Trouble;
import dev.aotrollout.traffic.GatewayRoutes;
import dev.aotrollout.traffic.RouteTarget;
import dev.aotrollout.workload.Owner;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Optional;

/**
 * The cluster objects around one rollout, as cached.
 *
 * @param target between which Services routes are weighted
 * @param routes those that exist
 * @param troubles objects that are missing or in the way
 * @param jitOwner who sets the replicas of the JIT Deployment
 */
record Surroundings(
        AotRollout rollout,
        ObjectKey key,
        Optional<Deployment> jit,
        Optional<Deployment> aot,
        Optional<Service> service,
        Optional<Service> jitService,
        Optional<Service> aotService,
        RouteTarget target,
        List<RouteView> routes,
        Owner jitOwner,
        List<Trouble> troubles) {
    Surroundings {
        routes = List.copyOf(routes);
        troubles = List.copyOf(troubles);
    }

    /** The same with other troubles. */
    Surroundings with(List<Trouble> others) {
        return new Surroundings(
                rollout, key, jit, aot, service, jitService, aotService, target, routes, jitOwner, others);
    }

    /** The AOT Deployment where it is ours: one of the same name that somebody else made is not to be touched. */
    Optional<Deployment> ownAot() {
        return aot.filter(deployment -> isOwnedBy(rollout, deployment));
    }

    /** Whether {@code object} was made for {@code rollout}. */
    static boolean isOwnedBy(AotRollout rollout, HasMetadata object) {
        var uid = rollout.getMetadata().getUid();
        List<OwnerReference> owners =
                Optional.ofNullable(object.getMetadata().getOwnerReferences()).orElse(List.of());
        return owners.stream().anyMatch(owner -> owner.getUid().equals(uid));
    }

    /** All routes together; without any route no weight is asked for anywhere. */
    RouteFacts routeFacts() {
        return routes.stream()
                .map(route -> GatewayRoutes.read(route.kind().kind(), route.tree(), target))
                .reduce(Surroundings::together)
                .orElse(new RouteFacts(0, 0, true, "no route"));
    }

    private static RouteFacts together(RouteFacts one, RouteFacts other) {
        return new RouteFacts(
                Math.max(one.weight(), other.weight()),
                Math.min(one.lowestWeight(), other.lowestWeight()),
                one.accepted() && other.accepted(),
                one.accepted() ? other.message() : one.message());
    }
}
