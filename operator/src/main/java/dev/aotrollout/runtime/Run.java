package dev.aotrollout.runtime;

import dev.aotrollout.notify.Notifications;
import dev.aotrollout.notify.NotificationsInvalid;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the operator until it is told to end. */
@Command(
        name = "run",
        description = "Runs the operator with the cluster of KUBECONFIG, or the one that it is in.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 ended as asked, 1 cannot run, 2 wrong usage.",
            "",
            "Example: run --namespaces shop,payments --health-port 8080"
        })
public final class Run implements Callable<Integer> {
    private static final int REQUEST_RETRIES = 3;
    private static final int REQUEST_TIMEOUT_MILLIS = 10_000;

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
            description = "Port of /metrics, /healthz and /readyz; 0 for any free one. Default: ${DEFAULT-VALUE}.")
    private int port = 8080;

    @Option(
            names = "--notifications",
            paramLabel = "FILE",
            description = "Who is notified of facts, beside Kubernetes Events; see docs/notifications.md.")
    private @Nullable Path notifications;

    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            description = "json or text. Default: json in a cluster, text elsewhere.")
    private String logFormat = System.getenv("KUBERNETES_SERVICE_HOST") == null ? "text" : "json";

    @Override
    public Integer call() throws IOException, InterruptedException {
        System.setProperty("aotrollout.log.format", logFormat.equals("json") ? "json" : "text");
        var log = LoggerFactory.getLogger(Run.class);
        try (var client = client();
                var wiring = new Wiring(client, new Settings(namespaces, notifications()))) {
            wiring.start();
            var endpoints = Endpoints.open(port, wiring);
            log.atInfo()
                    .addKeyValue("cluster", client.getMasterUrl())
                    .addKeyValue("namespaces", namespaces.isEmpty() ? "all" : namespaces)
                    .log("Operator started");
            awaitEnd();
            endpoints.close();
            return 0;
        } catch (NotificationsInvalid e) {
            log.error("{}", e.getMessage());
            return 2;
        } catch (IllegalStateException | KubernetesClientException e) {
            log.atError().setCause(e).log("Operator cannot run");
            return 1;
        }
    }

    private Notifications notifications() {
        return notifications == null ? Notifications.NONE : Notifications.read(notifications);
    }

    private static KubernetesClient client() {
        var config = Config.autoConfigure(null);
        config.setRequestRetryBackoffLimit(REQUEST_RETRIES);
        config.setRequestTimeout(REQUEST_TIMEOUT_MILLIS);
        return new KubernetesClientBuilder().withConfig(config).build();
    }

    /** SIGTERM and Ctrl-C let running passes end. */
    private static void awaitEnd() throws InterruptedException {
        var told = new CountDownLatch(1);
        var ended = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            told.countDown();
            try {
                ended.join(10_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        told.await();
    }
}
