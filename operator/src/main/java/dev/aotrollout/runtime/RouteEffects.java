package dev.aotrollout.runtime;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.aotrollout.cluster.ClusterWriter;
import dev.aotrollout.decision.DesiredState;
import dev.aotrollout.decision.DesiredState.AotTrack;
import dev.aotrollout.traffic.GatewayRoutes;
import dev.aotrollout.traffic.Wanted;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Set;
import java.util.function.Function;

/** Changes the user's routes; somebody else's edit in between is read and respected, never overwritten. */
final class RouteEffects {
    private static final int TRIES = 4;
    /** A failed {@code test} of a JSON Patch, and a conflict. */
    private static final Set<Integer> SOMEBODY_WAS_FASTER = Set.of(422, 409);

    private static final int GONE = 404;

    private final ClusterWriter writer;
    private final SurroundingsReader reader;

    RouteEffects(ClusterWriter writer, SurroundingsReader reader) {
        this.writer = writer;
        this.reader = reader;
    }

    /** Every route asks for what is desired; the first refusal is thrown after all routes were tried. */
    void shift(Surroundings around, DesiredState desired) {
        var runs = desired.aot() instanceof AotTrack.Run;
        var wanted = new Wanted(desired.weight(), runs, desired.testHeader());
        each(around, view -> GatewayRoutes.change(view.tree(), around.target(), wanted, view.captured()));
    }

    /** Every route is as the user wrote it; true when none needed a change. */
    boolean restore(Surroundings around) {
        var untouched = around.routes().stream()
                .allMatch(view -> GatewayRoutes.restore(view.tree(), around.target(), view.captured())
                        .isEmpty());
        each(around, view -> GatewayRoutes.restore(view.tree(), around.target(), view.captured()));
        return untouched;
    }

    private void each(Surroundings around, Function<RouteView, ArrayNode> change) {
        KubernetesClientException refused = null;
        for (var view : around.routes()) {
            try {
                patch(around, view, change);
            } catch (KubernetesClientException e) {
                refused = refused == null ? e : refused;
            }
        }
        if (refused != null) throw refused;
    }

    private void patch(Surroundings around, RouteView cached, Function<RouteView, ArrayNode> change) {
        var view = cached;
        for (var attempt = 1; ; attempt++) {
            var patch = change.apply(view);
            if (patch.isEmpty()) return;
            try {
                writer.patchRoute(view.kind(), around.key().namespace(), view.name(), patch.toString());
                return;
            } catch (KubernetesClientException e) {
                if (e.getCode() == GONE) return; // the next pass names it
                if (!SOMEBODY_WAS_FASTER.contains(e.getCode()) || attempt == TRIES) throw e;
            }
            var fresh = writer.readRoute(view.kind(), around.key().namespace(), view.name());
            if (fresh.isEmpty()) return;
            view = reader.view(around.rollout(), view.kind(), fresh.get(), around.target());
        }
    }
}
