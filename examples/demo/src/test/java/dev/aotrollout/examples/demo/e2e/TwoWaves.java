package dev.aotrollout.examples.demo.e2e;

import dev.aotrollout.examples.demo.cluster.Belongings;
import dev.aotrollout.examples.demo.cluster.Manifest;
import dev.aotrollout.examples.demo.cluster.Stage;
import dev.aotrollout.examples.demo.cluster.StageWatch;
import dev.aotrollout.examples.demo.e2e.E2e.Scene;
import dev.aotrollout.examples.demo.load.Track;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Four services in two waves: first the pilot; then one whose last step needs an approval, one that is faulty, and one that is not to
 * begin after that.
 */
final class TwoWaves implements AutoCloseable {
    /** The plan of both waves. */
    static final String PLAN = "e2e-waves";

    private static final int REQUESTS_PER_SECOND = 50;

    private final E2e e2e;
    private final Belongings belongings;
    private final Governance governance;
    private final Scene pilot;
    private final Waiting approved;
    private final Waiting faulty;
    private final Waiting last;

    /** A service of the second wave, whose rollout is there and waits. */
    record Waiting(Stage stage, Manifest rollout, StageWatch watch) {}

    private TwoWaves(E2e e2e, Belongings belongings) throws InterruptedException, IOException {
        this.e2e = e2e;
        this.belongings = belongings;
        governance = belongings.add(e2e.governance());
        var pilotStage = belongings.add(e2e.stage("pilot"));
        var approvedStage = belongings.add(e2e.stage("edge-1"));
        var faultyStage = belongings.add(e2e.stage("edge-2"));
        var lastStage = belongings.add(e2e.stage("edge-3"));
        governance.install(
                "governed-waves",
                Map.of(
                        "PLAN", PLAN,
                        "PILOT", pilotStage.namespace(),
                        "FIRST", approvedStage.namespace(),
                        "SECOND", faultyStage.namespace(),
                        "THIRD", lastStage.namespace()));
        approved = waiting(approvedStage, edge(approvedStage));
        faulty = waiting(faultyStage, edge(faultyStage).withAotVariable("CHECKOUT_DEFECT", "errors"));
        last = waiting(lastStage, edge(lastStage));
        pilot = belongings.add(e2e.begin(
                "pilot", pilotStage, pilotStage.rollout("governed-pilot", Map.of("PLAN", PLAN)), REQUESTS_PER_SECOND));
    }

    private static Manifest edge(Stage stage) {
        return stage.rollout("governed-edge", Map.of("PLAN", PLAN));
    }

    private Waiting waiting(Stage stage, Manifest rollout) {
        var watch = belongings.add(stage.watch());
        stage.apply(rollout);
        return new Waiting(stage, rollout, watch);
    }

    /** Deploys the services, installs the plan, begins all rollouts, those of the second wave first, and loads the pilot. */
    static TwoWaves begin(E2e e2e) throws InterruptedException, IOException {
        var belongings = new Belongings();
        try {
            return new TwoWaves(e2e, belongings);
        } catch (RuntimeException | InterruptedException | IOException e) {
            try {
                belongings.close();
            } catch (RuntimeException again) {
                e.addSuppressed(again);
            }
            throw e;
        }
    }

    Governance governance() {
        return governance;
    }

    Scene pilot() {
        return pilot;
    }

    Waiting approved() {
        return approved;
    }

    Waiting faulty() {
        return faulty;
    }

    Waiting last() {
        return last;
    }

    /** Loads a service whose turn comes: one load at a time is enough for two cores. */
    Scene load(Waiting service) throws InterruptedException {
        return belongings.add(
                e2e.begin(service.stage().namespace(), service.stage(), service.rollout(), REQUESTS_PER_SECOND));
    }

    /** No service of the second wave ever had an AOT pod. */
    boolean onlyThePilotHasBegun() {
        return Stream.of(approved, faulty, last)
                .noneMatch(service -> service.watch().everHad(Track.AOT));
    }

    @Override
    public void close() {
        belongings.close();
    }
}
