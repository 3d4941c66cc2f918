package dev.aotrollout.examples.demo;

import dev.aotrollout.examples.demo.cluster.Ground;
import dev.aotrollout.examples.demo.cluster.KubeContext;
import dev.aotrollout.examples.demo.cluster.Project;
import dev.aotrollout.examples.demo.cluster.Site;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which cluster: the test bed unless {@code --context} names another. */
final class SiteOptions {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec command;

    @Option(
            names = "--context",
            paramLabel = "NAME",
            description = "An existing cluster, by its context in your kubeconfig, instead of the test bed."
                    + " The operator still runs on this machine.")
    private @Nullable String context;

    @Option(
            names = "--gateway",
            paramLabel = "NAMESPACE/NAME",
            description = "With --context: the Gateway to attach to.")
    private @Nullable String gateway;

    @Option(names = "--gateway-url", paramLabel = "URL", description = "With --context: where that Gateway answers.")
    private @Nullable URI gatewayUrl;

    @Option(names = "--prometheus-url", paramLabel = "URL", description = "With --context: Prometheus, from here.")
    private @Nullable URI prometheusUrl;

    @Option(
            names = "--in-cluster-prometheus-url",
            paramLabel = "URL",
            description = "With --context: Prometheus as the AOTRollout names it, if that differs.")
    private @Nullable URI inClusterPrometheusUrl;

    @Option(names = "--image-jit", paramLabel = "IMAGE", description = "With --context: the JIT build of the checkout.")
    private @Nullable String imageJit;

    @Option(names = "--image-aot", paramLabel = "IMAGE", description = "With --context: its AOT build.")
    private @Nullable String imageAot;

    /** Throws where options are missing or belong to another one. */
    void check() {
        if (context == null && inClusterPrometheusUrl != null) {
            throw wrong("--in-cluster-prometheus-url is for an existing cluster; add --context NAME");
        }
        for (var option : ofContext().entrySet()) {
            var given = option.getValue() != null;
            if (context == null && given) {
                throw wrong(option.getKey() + " is for an existing cluster; add --context NAME");
            }
        }
        if (context != null && ofContext().containsValue(null)) {
            throw wrong("--context also needs "
                    + ofContext().entrySet().stream()
                            .filter(option -> option.getValue() == null)
                            .map(Map.Entry::getKey)
                            .collect(Collectors.joining(", ")));
        }
        if (gateway != null) {
            parsed(gateway);
        }
    }

    /** Connects to the cluster that was named, or starts the test bed. */
    Ground open(Project project) throws InterruptedException {
        return context == null ? Ground.onTestbed(project) : Ground.on(project, site(context));
    }

    private Site site(String named) throws InterruptedException {
        var prometheus = given(prometheusUrl);
        return new Site(
                KubeContext.write(named),
                given(gatewayUrl),
                parsed(given(gateway)),
                prometheus,
                inClusterPrometheusUrl == null ? prometheus : inClusterPrometheusUrl,
                new Site.Images(given(imageJit), given(imageAot)),
                false);
    }

    private Map<String, @Nullable Object> ofContext() {
        var options = new LinkedHashMap<String, @Nullable Object>();
        options.put("--gateway", gateway);
        options.put("--gateway-url", gatewayUrl);
        options.put("--prometheus-url", prometheusUrl);
        options.put("--image-jit", imageJit);
        options.put("--image-aot", imageAot);
        return options;
    }

    private Site.Gateway parsed(String text) {
        try {
            return Site.Gateway.parse(text);
        } catch (IllegalArgumentException e) {
            throw wrong("--gateway: " + e.getMessage());
        }
    }

    private static <T> T given(@Nullable T value) {
        return Objects.requireNonNull(value, "check() was not called");
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
