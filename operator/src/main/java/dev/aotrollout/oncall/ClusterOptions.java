package dev.aotrollout.oncall;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which cluster, and which namespace of it; as kubectl has it. */
public final class ClusterOptions {
    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            description = "Default: KUBECONFIG, ~/.kube/config, or the service account of the pod.")
    private @Nullable String kubeconfig;

    @Option(names = "--context", paramLabel = "NAME", description = "Default: the kubeconfig's current context.")
    private @Nullable String context;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAME",
            description = "Default: the context's namespace.")
    private @Nullable String namespace;

    /** A connection to it. */
    public Cluster open() {
        return Cluster.of(ClusterConfig.read(kubeconfig, context), namespace);
    }
}
