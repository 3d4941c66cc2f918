package dev.aotrollout.runtime;

import io.fabric8.kubeapitest.KubeAPIServer;
import io.fabric8.kubeapitest.KubeAPIServerConfigBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/**
 * One real kube-apiserver with etcd for all integration tests of a JVM, with our definitions and the Gateway API's. No controllers
 * run: what a Deployment's status says is what a test writes.
 */
public final class KubeApi {
    /** The checkout. */
    public static final Path ROOT = Path.of(System.getProperty("aotrollout.root"));

    private static final AtomicInteger NAMESPACES = new AtomicInteger();

    /** A class of its own: waiting threads must not need a class that is still being initialised. */
    private static final class Running {
        static final KubeApi INSTANCE = start();
    }

    private final String kubeconfig;
    private final KubernetesClient client;

    KubeApi(String kubeconfig) {
        this.kubeconfig = kubeconfig;
        this.client = newClient(kubeconfig);
    }

    /** The running server. */
    public static KubeApi get() {
        return Running.INSTANCE;
    }

    /** An admin's kubeconfig, as YAML. */
    public String kubeconfig() {
        return kubeconfig;
    }

    /** An admin's client. */
    public KubernetesClient client() {
        return client;
    }

    /** Another admin's client, with connections of its own. */
    public KubernetesClient newClient() {
        return newClient(kubeconfig);
    }

    /** Another one whose requests {@code interceptor} sees. */
    public KubernetesClient newClient(Interceptor interceptor) {
        return builder(kubeconfig)
                .withHttpClientBuilderConsumer(http -> http.addOrReplaceInterceptor("test", interceptor))
                .build();
    }

    /** How an admin reaches the server. */
    public Config config() {
        return Config.fromKubeconfig(kubeconfig);
    }

    private static KubernetesClient newClient(String kubeconfig) {
        return builder(kubeconfig).build();
    }

    private static KubernetesClientBuilder builder(String kubeconfig) {
        var config = Config.fromKubeconfig(kubeconfig);
        config.setRequestRetryBackoffLimit(1);
        return new KubernetesClientBuilder().withConfig(config);
    }

    /** A namespace that no other test uses. */
    public String newNamespace() {
        var name = "it-" + NAMESPACES.incrementAndGet();
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .build())
                .create();
        return name;
    }

    /** A server of a test's own, which it may stop; {@link KubeApi#get} is shared. */
    static KubeAPIServer startAnother() {
        var cache = cacheFolder();
        var server = new KubeAPIServer(new KubeAPIServerConfigBuilder()
                .withOfflineMode(true)
                .withTestDir(cache.resolve("kube-api-test").toString())
                .withApiServerVersion(version(cache))
                .withStartupTimeout(90_000)
                .build());
        startPatiently(server);
        return server;
    }

    private static KubeApi start() {
        var server = startAnother();
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
        return new KubeApi(server.getKubeConfigYaml()).installed();
    }

    /** With our definitions and the Gateway API's. */
    KubeApi installed() {
        install(ROOT.resolve("crds"));
        install(cacheFolder().resolve("share/gateway-api"));
        return this;
    }

    /** The library can hand one free port to both processes. */
    private static void startPatiently(KubeAPIServer server) {
        for (var attempt = 1; ; attempt++) {
            try {
                server.start();
                return;
            } catch (RuntimeException e) {
                if (attempt == 3) throw e;
            }
        }
    }

    /** Where the test bed keeps what it built. */
    public static Path cacheFolder() {
        var own = Optional.ofNullable(System.getenv("AOTROLLOUT_CACHE")).map(Path::of);
        var common = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), ".cache"));
        return own.orElse(common.resolve("aotrollout"));
    }

    private static String version(Path cache) {
        var binaries = cache.resolve("kube-api-test/k8s");
        try (var folders = Files.list(binaries)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .map(name -> name.substring(0, name.indexOf('-')))
                    .max(String::compareTo)
                    .orElseThrow();
        } catch (IOException | NoSuchElementException e) {
            throw new IllegalStateException("no kube-apiserver in " + binaries + "; run testbed/build apiserver", e);
        }
    }

    private void install(Path folder) {
        try (var files = Files.list(folder)) {
            var objects = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .flatMap(file -> load(file).stream())
                    .filter(object -> object.getKind().equals("CustomResourceDefinition"))
                    .toList();
            objects.forEach(object -> client.resource(object).serverSideApply());
            objects.forEach(this::awaitEstablished);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + folder, e);
        }
    }

    private void awaitEstablished(HasMetadata definition) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            var found = client.apiextensions()
                    .v1()
                    .customResourceDefinitions()
                    .withName(definition.getMetadata().getName())
                    .get();
            return found != null
                    && found.getStatus() != null
                    && found.getStatus().getConditions().stream()
                            .anyMatch(c -> c.getType().equals("Established")
                                    && c.getStatus().equals("True"));
        });
    }

    /** All objects of a YAML file. */
    public List<HasMetadata> load(Path file) {
        try (var in = Files.newInputStream(file)) {
            return client.load(in).items();
        } catch (IOException | KubernetesClientException e) {
            throw new IllegalStateException("cannot load " + file, e);
        }
    }
}
