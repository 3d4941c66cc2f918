package dev.aotrollout.simulation;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.decision.Outlook;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the API server of the simulation stored each time that the operator recorded something. */
public final class StoredRollouts {
    private static final KubernetesSerialization JSON = new KubernetesSerialization();

    /** One record, as {@code kubectl get -o yaml} prints it. */
    public record Stored(String scenario, AotRollout rollout) {
        /** YAML. */
        public String yaml() {
            return JSON.asYaml(rollout);
        }
    }

    private StoredRollouts() {}

    /** Of all plots of the tests, in the order of their time. */
    public static List<Stored> all() {
        return Stream.of(Plots.healthyAndFailing(), Plots.dataAndDeadlines(), Plots.infrastructure(), Plots.users())
                .flatMap(List::stream)
                .flatMap(plot -> of(plot).stream())
                .toList();
    }

    private static List<Stored> of(Plots.Plot plot) {
        var stored = new ArrayList<Stored>();
        var world = Stage.watched(7, cluster -> new Witness() {
            private int writes;

            @Override
            public void passed(int askedBefore, Outlook outlook, boolean completed) {
                if (cluster.api.writes() == writes) return;
                writes = cluster.api.writes();
                stored.add(new Stored(plot.name(), JSON.clone(cluster.api.read())));
            }
        });
        plot.script().play(world);
        return stored;
    }
}
