package dev.aotrollout.intake;

import dev.aotrollout.governance.PodRequests;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the scheduler counts for one pod: its containers together with its sidecars, or the largest init container where that is
 * more, and the overhead of its runtime class; or what the pod as a whole requests.
 */
final class PodRequestsReader {
    private static final String CPU = "cpu";
    private static final String MEMORY = "memory";

    private final PodSpec pod;
    private final String container;

    private PodRequestsReader(PodSpec pod, String container) {
        this.pod = pod;
        this.container = container;
    }

    /** Of {@code pod}; a resource that {@code container} does not request is not known, whatever its sidecars request. */
    static PodRequests read(PodSpec pod, String container) {
        var reader = new PodRequestsReader(pod, container);
        return new PodRequests(reader.total(CPU), reader.total(MEMORY));
    }

    private double total(String resource) {
        var whole = request(pod.getResources(), resource);
        var asked = pod.getContainers().stream()
                .filter(c -> c.getName().equals(container))
                .anyMatch(c -> request(c, resource) > 0);
        if (whole > 0) return whole + overhead(resource);
        return asked ? Math.max(running(resource), starting(resource)) + overhead(resource) : 0;
    }

    private double running(String resource) {
        var containers = pod.getContainers().stream()
                .mapToDouble(c -> request(c, resource))
                .sum();
        var sidecars = pod.getInitContainers().stream()
                .filter(PodRequestsReader::isSidecar)
                .mapToDouble(c -> request(c, resource))
                .sum();
        return containers + sidecars;
    }

    /** The most that an init container takes together with the sidecars that were started before it. */
    private double starting(String resource) {
        var most = 0.0;
        var sidecars = 0.0;
        for (var init : pod.getInitContainers()) {
            var request = request(init, resource);
            most = Math.max(most, sidecars + request);
            if (isSidecar(init)) sidecars += request;
        }
        return most;
    }

    private static boolean isSidecar(Container init) {
        return "Always".equals(init.getRestartPolicy());
    }

    private double overhead(String resource) {
        return amount(pod.getOverhead(), resource).orElse(0.0);
    }

    private static double request(Container container, String resource) {
        return request(container.getResources(), resource);
    }

    /** The API server takes the limit where only that is given. */
    private static double request(@Nullable ResourceRequirements resources, String resource) {
        if (resources == null) return 0;
        return amount(resources.getRequests(), resource)
                .or(() -> amount(resources.getLimits(), resource))
                .orElse(0.0);
    }

    /** Cores or bytes; empty when it is not given, or no quantity above 0. */
    static Optional<Double> amount(@Nullable Map<String, Quantity> quantities, String resource) {
        if (quantities == null) return Optional.empty();
        return Optional.ofNullable(quantities.get(resource))
                .flatMap(PodRequestsReader::amount)
                .filter(amount -> amount > 0 && Double.isFinite(amount));
    }

    private static Optional<Double> amount(Quantity quantity) {
        try {
            Number amount = quantity.getNumericalAmount();
            return Optional.of(amount.doubleValue());
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
