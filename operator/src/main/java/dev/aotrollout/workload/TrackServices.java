package dev.aotrollout.workload;

import dev.aotrollout.api.AotRollout;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;
import java.util.Map;
import java.util.TreeMap;

/** The Services of the two tracks: today's Service, each with the pods of one track. */
public final class TrackServices {
    private static final String HEADLESS = "None";

    private TrackServices() {}

    /** The Service of JIT pods: those that today's Service selects. */
    public static Service jit(Service todays, AotRollout rollout) {
        var names = AotNames.of(rollout);
        return service(todays, rollout, names.jitService(), new Labels(names.jitLabels(), selector(todays)));
    }

    /**
     * The Service of AOT pods.
     *
     * <p>It has the labels of today's Service as well: monitors that find Services by label scrape AOT pods too. The JIT one has not, as its
     * pods would then be scraped twice.
     */
    public static Service aot(Service todays, AotRollout rollout) {
        var names = AotNames.of(rollout);
        var labels = new TreeMap<>(orEmpty(todays.getMetadata().getLabels()));
        labels.putAll(names.labels());
        return service(todays, rollout, names.aotService(), new Labels(labels, names.aotPods()));
    }

    /** Labels that a Service has, and those that it selects. */
    private record Labels(Map<String, String> own, Map<String, String> selector) {}

    private static Service service(Service todays, AotRollout rollout, String name, Labels labels) {
        var spec = todays.getSpec();
        var service = new ServiceBuilder()
                .withMetadata(AotNames.owned(name, rollout))
                .editMetadata()
                .withLabels(new TreeMap<>(labels.own()))
                .endMetadata()
                .withNewSpec()
                .withType("ClusterIP")
                .withSelector(new TreeMap<>(labels.selector()))
                .withPorts(spec.getPorts().stream().map(TrackServices::port).toList())
                .withSessionAffinity(spec.getSessionAffinity())
                .withSessionAffinityConfig(spec.getSessionAffinityConfig())
                .withInternalTrafficPolicy(spec.getInternalTrafficPolicy())
                .withTrafficDistribution(spec.getTrafficDistribution())
                .withPublishNotReadyAddresses(spec.getPublishNotReadyAddresses())
                .withIpFamilyPolicy(spec.getIpFamilyPolicy());
        if (HEADLESS.equals(spec.getClusterIP())) {
            service.withClusterIP(HEADLESS);
        }
        return service.endSpec().build();
    }

    /** Without the node port: the cluster gives one out once. */
    private static ServicePort port(ServicePort port) {
        return new ServicePortBuilder(port).withNodePort(null).build();
    }

    private static Map<String, String> selector(Service service) {
        return orEmpty(service.getSpec().getSelector());
    }

    private static Map<String, String> orEmpty(Map<String, String> map) {
        return map == null ? Map.of() : map;
    }
}
