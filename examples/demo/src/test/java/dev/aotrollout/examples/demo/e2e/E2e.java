package dev.aotrollout.examples.demo.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aotrollout.examples.demo.Fault;
import dev.aotrollout.examples.demo.RolloutRun;
import dev.aotrollout.examples.demo.cluster.ExpectedEnding;
import dev.aotrollout.examples.demo.cluster.Ground;
import dev.aotrollout.examples.demo.cluster.Manifest;
import dev.aotrollout.examples.demo.cluster.OperatorProcess;
import dev.aotrollout.examples.demo.cluster.Project;
import dev.aotrollout.examples.demo.cluster.Stage;
import dev.aotrollout.examples.demo.report.RunResult;
import dev.aotrollout.examples.demo.report.TextReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The one cluster of all scenarios, with the operator running beside it. */
final class E2e implements AutoCloseable {
    private static final int REQUESTS_PER_SECOND = 100;
    /** Who the test bed's kubeconfig makes us, and Helm. */
    private static final String ADMINISTRATOR = "testbed-admin";

    private final Project project;
    private final Ground ground;
    private final Helm helm;
    private final OperatorAccount account;
    private final OperatorProcess operator;

    private E2e(Project project, Ground ground, Helm helm, OperatorAccount account) {
        this.project = project;
        this.ground = ground;
        this.helm = helm;
        this.account = account;
        operator = ground.startOperator(account.kubeconfig());
    }

    static E2e start(Project project) throws InterruptedException {
        var ground = Ground.onTestbed(project);
        try {
            Files.deleteIfExists(figures(project));
            var helm = Helm.on(ground.testbed().helm(), ground.cluster().site().kubeconfig(), project.target());
            return new E2e(project, ground, helm, OperatorAccount.create(ground.cluster(), helm));
        } catch (IOException e) {
            ground.close();
            throw new UncheckedIOException("cannot prepare the scenarios", e);
        } catch (RuntimeException | InterruptedException e) {
            ground.close();
            throw e;
        }
    }

    /** One rollout on a stage of its own. */
    record Scene(String name, Stage stage, RolloutRun run, long jitGeneration, JsonNode route)
            implements AutoCloseable {
        @Override
        public void close() {
            run.close();
            stage.close();
        }
    }

    /** Deploys the service, loads it and begins a rollout of ours. */
    Scene begin(String rollout, Map<String, String> values, UnaryOperator<Manifest> change)
            throws InterruptedException {
        var stage = stage(rollout);
        return begin(rollout, stage, change.apply(stage.rollout(rollout, values)), REQUESTS_PER_SECOND);
    }

    /** Loads the service of a stage and begins a rollout. */
    Scene begin(String name, Stage stage, Manifest rollout, int requestsPerSecond) throws InterruptedException {
        var route = stage.routeSpec();
        var generation = stage.jitGeneration();
        return new Scene(name, stage, RolloutRun.begin(stage, rollout, requestsPerSecond), generation, route);
    }

    /** Deploys the service. */
    Stage stage(String name) throws InterruptedException {
        operator.revive();
        return ground.stage("e2e-" + name);
    }

    /** A cluster for an operator of its own: ours beside the cluster ends, and is back with the next {@link #stage}. */
    InstallRelease release() throws InterruptedException {
        operator.kill();
        ground.testbed().loadOperatorImage();
        return new InstallRelease(ground.cluster(), helm, project.operatorImageName());
    }

    /** Deploys the service, and leaves it to others to run an operator. */
    Stage stageWithoutOperator(String name) throws InterruptedException {
        return ground.stage("e2e-" + name);
    }

    /** The chart of this checkout. */
    Path chart() {
        return project.file("helm/aotrollout");
    }

    /** The chart that was published before it. */
    Path chartBefore() {
        return project.file("examples/demo/src/test/resources/aotrollout-0.1.0");
    }

    /** What governs rollouts; nothing governs any until it is installed. */
    Governance governance() throws IOException {
        return Governance.on(ground.cluster());
    }

    /** The command line of the operator; what it writes goes to {@code folder}. */
    CommandLineTool commandLine(Path folder) {
        return new CommandLineTool(project.operatorJar(), folder);
    }

    Scene beginHealthy() throws InterruptedException {
        return begin("healthy", Map.of(), UnaryOperator.identity());
    }

    Scene beginFaulty(Fault fault) throws InterruptedException {
        return begin("faulty", fault.placeholders(), UnaryOperator.identity());
    }

    /** Stops the load; prints and records what it showed, for timings are told and not judged. */
    RunResult finish(String title, Scene scene, ExpectedEnding expected) throws InterruptedException {
        var result = scene.run().finish(title, expected);
        record(TextReport.write(List.of(result)));
        return result;
    }

    void record(String figures) {
        System.out.print(figures);
        var file = figures(project);
        try {
            Files.writeString(file, figures, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static Path figures(Project project) {
        return project.target().resolve("e2e-figures.txt");
    }

    OperatorProcess operator() {
        return operator;
    }

    void stopPrometheus() throws InterruptedException {
        ground.testbed().stopPart("prometheus");
    }

    void startPrometheus() throws InterruptedException {
        ground.testbed().startPart("prometheus");
    }

    /** What the operator asked of the API server from {@code from} on. */
    List<AuditLog.Call> callsOfOperator(Instant from) {
        return callsOf(account.user(), from);
    }

    /** What another user asked of it. */
    List<AuditLog.Call> callsOf(String user, Instant from) {
        return new AuditLog(ground.testbed().auditLog()).since(from, user);
    }

    /** What the operator was allowed and refused in all scenarios so far, also on clusters before this one. */
    RightsUsed rights() {
        var rights = new RightsUsed(project.target().resolve("e2e-rights.txt"));
        rights.add(callsOfOperator(Instant.EPOCH));
        rights.add(InstallRelease.whileItWasThere(
                callsOf(InstallRelease.ACCOUNT, Instant.EPOCH), callsOf(ADMINISTRATOR, Instant.EPOCH)));
        return rights;
    }

    /** What the chart's roles give the operator. */
    Set<String> rightsOfTheChart() throws InterruptedException {
        return RightsUsed.given(OperatorAccount.rights(ground.cluster(), helm));
    }

    @Override
    public void close() {
        try {
            rights();
        } finally {
            ground.close();
        }
    }
}
