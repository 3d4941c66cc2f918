package dev.aotrollout.oncall;

import dev.aotrollout.terminal.ExitCode;
import dev.aotrollout.terminal.Refused;
import dev.aotrollout.terminal.Spelling;
import io.fabric8.kubernetes.client.Config;
import java.io.File;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which cluster a command talks to, found as kubectl finds it. */
final class ClusterConfig {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int REQUEST_MILLIS = 15_000;

    private ClusterConfig() {}

    static Config read(@Nullable String kubeconfig, @Nullable String context) {
        var config = kubeconfig == null ? found(context) : of(new File(kubeconfig), context);
        var current = config.getCurrentContext();
        if (context != null && (current == null || !context.equals(current.getName())))
            throw refused("no context %s in %s; %s".formatted(context, files(kubeconfig), hint(context, config)));
        if (current == null && !isInPod() && System.getenv("KUBERNETES_MASTER") == null)
            throw refused(
                    config.getContexts().isEmpty()
                            ? "no cluster to talk to: no kubeconfig (%s) and not in a pod; give --kubeconfig FILE"
                                    .formatted(files(kubeconfig))
                            : "%s has no current context; give --context: %s"
                                    .formatted(files(kubeconfig), String.join(", ", names(config))));
        config.setConnectionTimeout(CONNECT_MILLIS);
        config.setRequestTimeout(REQUEST_MILLIS);
        config.setRequestRetryBackoffLimit(1);
        return config;
    }

    private static Config found(@Nullable String context) {
        try {
            return Config.autoConfigure(context);
        } catch (RuntimeException e) { // whatever the client's parsers throw
            throw refused("cannot read %s: %s".formatted(files(null), Failure.rootMessage(e)));
        }
    }

    private static Config of(File file, @Nullable String context) {
        if (!file.isFile()) throw refused("no kubeconfig " + file);
        try {
            return Config.fromKubeconfig(context, file);
        } catch (RuntimeException e) { // whatever the client's parsers throw
            throw refused("cannot read kubeconfig %s: %s".formatted(file, Failure.rootMessage(e)));
        }
    }

    private static boolean isInPod() {
        return System.getenv("KUBERNETES_SERVICE_HOST") != null;
    }

    private static String files(@Nullable String kubeconfig) {
        return kubeconfig == null ? String.join(":", Config.getKubeconfigFilenames()) : kubeconfig;
    }

    private static String hint(String context, Config config) {
        return config.getContexts().isEmpty() ? "it has none" : Spelling.hint(context, names(config));
    }

    private static List<String> names(Config config) {
        return config.getContexts().stream().map(named -> named.getName()).toList();
    }

    private static Refused refused(String message) {
        return new Refused(ExitCode.UNUSABLE, message);
    }
}
