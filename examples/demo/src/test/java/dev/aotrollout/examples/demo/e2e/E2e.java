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
import java.util.function.UnaryOperator;

/** The one cluster of all scenarios, with the operator running beside it. */
final class E2e implements AutoCloseable {
    private static final int REQUESTS_PER_SECOND = 200;

    private final Project project;
    private final Ground ground;
    private final OperatorAccount account;
    private final OperatorProcess operator;

    private E2e(Project project, Ground ground, OperatorAccount account) {
        this.project = project;
        this.ground = ground;
        this.account = account;
        operator = ground.startOperator(account.kubeconfig());
    }

    static E2e start(Project project) throws InterruptedException {
        var ground = Ground.onTestbed(project);
        try {
            Files.deleteIfExists(figures(project));
            return new E2e(project, ground, OperatorAccount.create(ground.cluster()));
        } catch (IOException e) {
            ground.close();
            throw new UncheckedIOException("cannot prepare the scenarios", e);
        } catch (RuntimeException e) {
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
        return new AuditLog(ground.testbed().auditLog()).since(from, account.user());
    }

    @Override
    public void close() {
        ground.close();
    }
}
