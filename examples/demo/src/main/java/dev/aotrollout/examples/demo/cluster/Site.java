package dev.aotrollout.examples.demo.cluster;

import dev.aotrollout.examples.demo.load.Target;
import java.net.URI;
import java.nio.file.Path;

/**
 * A cluster and how it is reached.
 *
 * @param kubeconfig whose current context is the cluster
 * @param gatewayUrl where the load goes
 * @param prometheusUrl as this program reaches it
 * @param operatorPrometheusUrl as the operator reaches it
 * @param isOnThisMachine whether the load must stay on this machine
 */
public record Site(
        Path kubeconfig,
        URI gatewayUrl,
        Gateway gateway,
        URI prometheusUrl,
        URI operatorPrometheusUrl,
        Images images,
        boolean isOnThisMachine) {

    /** The Gateway that routes attach to. */
    public record Gateway(String namespace, String name) {
        /** Reads NAMESPACE/NAME. */
        public static Gateway parse(String text) {
            var parts = text.split("/", -1);
            if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
                throw new IllegalArgumentException("'" + text + "' is no gateway; write NAMESPACE/NAME");
            }
            return new Gateway(parts[0], parts[1]);
        }
    }

    /** Both builds of the example service. */
    public record Images(String jit, String aot) {
        /** As built from this checkout. */
        public static final Images BUILT = new Images("checkout:1.0-jit", "checkout:1.0-aot");
    }

    /** Where the load for one host name goes. */
    public Target target(String host) {
        return isOnThisMachine ? Target.onThisMachine(gatewayUrl, host) : Target.anywhere(gatewayUrl, host);
    }
}
