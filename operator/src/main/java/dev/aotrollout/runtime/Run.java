package dev.aotrollout.runtime;

import dev.aotrollout.cluster.Leadership;
import dev.aotrollout.cluster.LeaseHolder;
import dev.aotrollout.cluster.LeaseTerms;
import dev.aotrollout.cluster.OperatorClients;
import dev.aotrollout.cluster.RequestListener;
import dev.aotrollout.cluster.SoleLeader;
import dev.aotrollout.notify.Notifications;
import dev.aotrollout.notify.NotificationsInvalid;
import dev.aotrollout.observe.MetricsAddresses;
import dev.aotrollout.telemetry.OperatorMetrics;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.OperatorException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the operator until it is told to end. */
@Command(
        name = "run",
        description = "Runs the operator with the cluster of KUBECONFIG, or the one that it is in.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "POD_NAME is this process's name in the election, POD_NAMESPACE the default of --lease-namespace.",
            "",
            "Exit codes: 0 ended as asked, 1 cannot run or does not lead any more, 2 wrong usage.",
            "",
            "Example: run --namespaces shop,payments --health-port 8080 --leader-election"
        })
public final class Run implements Callable<Integer> {
    private static final Duration START_IS_OVER = Duration.ofSeconds(8);

    @Option(
            names = "--namespaces",
            split = ",",
            paramLabel = "NAME",
            description = "Namespaces to watch; default: all.")
    private Set<String> namespaces = Set.of();

    @Option(
            names = "--health-port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description =
                    "Port of /metrics, /livez, /readyz and /startupz; 0 for any free one. Default: ${DEFAULT-VALUE}.")
    private int port = 8080;

    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            description = "json or text. Default: json in a cluster, text elsewhere.")
    private String logFormat = isInCluster() ? "json" : "text";

    @Option(
            names = "--leader-election",
            fallbackValue = "true",
            arity = "0..1",
            paramLabel = "true|false",
            description = "Whether only the holder of a Lease acts. Default: true in a cluster, false elsewhere.")
    private boolean elects = isInCluster();

    @Option(
            names = "--lease-name",
            paramLabel = "NAME",
            defaultValue = "aotrollout",
            description = "Name of the Lease. Default: ${DEFAULT-VALUE}.")
    private String leaseName = "aotrollout";

    @Option(
            names = "--lease-namespace",
            paramLabel = "NAME",
            description = "Namespace of the Lease. Default: POD_NAMESPACE, or the service account's.")
    private Optional<String> leaseNamespace = Optional.empty();

    @Option(
            names = "--lease-seconds",
            paramLabel = "SECONDS",
            defaultValue = "15",
            description =
                    "A standby takes over so long after a leader was last heard of, at least 5. Default: ${DEFAULT-VALUE}.")
    private int leaseSeconds = 15;

    @Option(
            names = "--metrics-url-prefix",
            paramLabel = "URL",
            description =
                    "Rollouts may only name Prometheus addresses below one of these; may be given several times. Default: all.")
    private List<String> metricsUrlPrefixes = List.of();

    @Option(
            names = "--notifications",
            paramLabel = "FILE",
            description = "Who is notified of facts, beside Kubernetes Events; see docs/notifications.md.")
    private @Nullable Path notifications;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private static boolean isInCluster() {
        return System.getenv("KUBERNETES_SERVICE_HOST") != null;
    }

    @Override
    public Integer call() throws InterruptedException {
        System.setProperty("aotrollout.log.format", logFormat.equals("json") ? "json" : "text");
        var log = LoggerFactory.getLogger(Run.class);
        var settings = settings();
        var metrics = new OperatorMetrics();
        var contact = new ApiContact();
        var config = Config.autoConfigure(null);
        var clients = new OperatorClients(config, heard(metrics, contact), Wiring.clock());
        var leadership = leadership(config, clients);
        var end = new Ending();
        try (var endpoints = Endpoints.open(port, metrics);
                var client = clients.forWork(leadership);
                var wiring = new Wiring(client, leadership, settings, metrics, contact)) {
            endpoints.serve(wiring.health());
            wiring.start(end::deposed);
            log.atInfo()
                    .addKeyValue("cluster", client.getMasterUrl())
                    .addKeyValue("namespaces", namespaces.isEmpty() ? "all" : namespaces)
                    .addKeyValue("port", endpoints.port())
                    .addKeyValue("leadership", leadership.describe())
                    .log("Operator started");
            // The start needs twice the memory of what follows, and the JVM would keep it for hours.
            if (!end.await(START_IS_OVER)) System.gc();
            end.await();
        } catch (IllegalStateException | KubernetesClientException | OperatorException | IOException e) {
            log.atError().setCause(e).log("Operator cannot run");
            end.failed();
        } finally {
            end.finish();
        }
        return end.code();
    }

    private Settings settings() {
        try {
            return new Settings(
                    namespaces,
                    MetricsAddresses.of(metricsUrlPrefixes),
                    notifications == null ? Notifications.NONE : Notifications.read(notifications));
        } catch (NotificationsInvalid e) {
            throw new ParameterException(spec.commandLine(), "--notifications: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--metrics-url-prefix: " + e.getMessage(), e);
        }
    }

    /** Whatever the API server answers is counted, and tells that it is there. */
    static RequestListener heard(OperatorMetrics metrics, ApiContact contact) {
        return new RequestListener() {
            @Override
            public void answered(String verb, int code, Duration took) {
                metrics.apiAnswered(verb, code, took);
                contact.heard(code, Wiring.clock().instant());
            }

            @Override
            public void renewed() {
                LoggerFactory.getLogger(Run.class)
                        .atWarn()
                        .log(
                                "The API server has not answered in time, and nothing else was heard from it: all connections to it are given up and made anew");
            }
        };
    }

    private Leadership leadership(Config config, OperatorClients clients) {
        if (!elects) return new SoleLeader();
        var namespace = leaseNamespace
                .or(() -> environment("POD_NAMESPACE"))
                .or(() -> Optional.ofNullable(config.getNamespace()).filter(_ -> isInCluster()))
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "--leader-election: the namespace of the Lease is not known; set --lease-namespace"));
        var identity = environment("POD_NAME")
                .orElseGet(() -> "pid-" + ProcessHandle.current().pid() + "-"
                        + Long.toHexString(Wiring.clock().millis()));
        try {
            var terms = new LeaseTerms(namespace, leaseName, identity, Duration.ofSeconds(leaseSeconds));
            return new LeaseHolder(clients.forLease(terms), terms, Wiring.clock());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--lease-seconds: " + e.getMessage(), e);
        }
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
