package dev.aotrollout.examples.demo.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** What a rollout stands on: a cluster with our resource definitions. Closing it ends what was started here. */
public final class Ground implements AutoCloseable {
    private final Belongings belongings;
    private final Cluster cluster;
    private final List<Testbed> testbeds;
    private final List<OperatorProcess> operators = new ArrayList<>();
    private final List<Stage> stages = new ArrayList<>();

    private Ground(Belongings belongings, Cluster cluster, List<Testbed> testbeds) {
        this.belongings = belongings;
        this.cluster = cluster;
        this.testbeds = List.copyOf(testbeds);
    }

    /** On a cluster that this machine runs for us. */
    public static Ground onTestbed(Project project) throws InterruptedException {
        var obstacle = Testbed.obstacle(project);
        if (obstacle.isPresent()) {
            throw new CannotRunException("this machine cannot run the test bed: %s; name a cluster with --context"
                    .formatted(obstacle.get()));
        }
        var belongings = new Belongings();
        try {
            var testbed = belongings.add(Testbed.up(project));
            testbed.loadImages();
            return open(belongings, project, testbed.site(), List.of(testbed));
        } catch (RuntimeException | InterruptedException e) {
            endAfter(belongings, e);
            throw e;
        }
    }

    /** On a cluster that is there already. */
    public static Ground on(Project project, Site site) {
        var belongings = new Belongings();
        try {
            return open(belongings, project, site, List.of());
        } catch (RuntimeException e) {
            endAfter(belongings, e);
            throw e;
        }
    }

    private static Ground open(Belongings belongings, Project project, Site site, List<Testbed> testbeds) {
        var cluster = belongings.add(Cluster.connect(project, site));
        cluster.installCrds();
        return new Ground(belongings, cluster, testbeds);
    }

    private static void endAfter(Belongings belongings, Exception first) {
        try {
            belongings.close();
        } catch (DemoException e) {
            first.addSuppressed(e);
        }
    }

    /** Starts the operator as the user of {@code kubeconfig}. */
    public OperatorProcess startOperator(Path kubeconfig) {
        var operator = OperatorProcess.start(OperatorProcess.Launch.of(cluster.project(), kubeconfig));
        operators.add(operator);
        return belongings.add(operator);
    }

    /** A new namespace with the service, whose name begins so. */
    public Stage stage(String name) throws InterruptedException {
        // Prometheus remembers the errors of a namespace that is gone, and charges them to the budget of the next of
        // its name.
        var unique = "%s-%04x".formatted(name, ThreadLocalRandom.current().nextInt(0x10000));
        var stage = Stage.set(cluster, unique);
        stages.add(stage);
        return belongings.add(stage);
    }

    /** The cluster. */
    public Cluster cluster() {
        return cluster;
    }

    /** The cluster of this machine. */
    public Testbed testbed() {
        if (testbeds.isEmpty()) {
            throw new IllegalStateException("this cluster is not a test bed");
        }
        return testbeds.getFirst();
    }

    /** Leaves everything as it is when this is closed; says how to look at it and how to end it. */
    public List<String> keep() {
        var words = new ArrayList<String>();
        words.add("export KUBECONFIG=" + cluster.site().kubeconfig());
        for (var stage : stages) {
            stage.keep();
            words.add(stage.lookCommand());
        }
        words.add("To end it:");
        if (testbeds.isEmpty()) {
            stages.forEach(stage -> words.add("kubectl delete namespace " + stage.namespace()));
        }
        operators.forEach(operator -> words.add(operator.keep()));
        testbeds.forEach(testbed -> words.add(testbed.keep()));
        return words;
    }

    @Override
    public void close() {
        belongings.close();
    }
}
