package dev.aotrollout.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ShortLivedClientsTest {
    /** A JVM that ends waits for it while it is in the network. */
    @Test
    void theThreadThatWaitsForTheNetworkEndsWithTheClient() throws IOException, InterruptedException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/version", exchange -> {
            var version = "{\"major\":\"1\",\"minor\":\"34\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, version.length);
            exchange.getResponseBody().write(version);
            exchange.close();
        });
        server.start();
        try {
            var before = selectors();
            var config = new ConfigBuilder()
                    .withMasterUrl("http://localhost:" + server.getAddress().getPort())
                    .build();
            Set<Thread> own;
            try (var client = new KubernetesClientBuilder()
                    .withConfig(config)
                    .withHttpClientFactory(new ShortLivedClients())
                    .build()) {
                assertThat(client.getKubernetesVersion().getMinor()).isEqualTo("34");
                own = selectors();
                own.removeAll(before);
                assertThat(own).isNotEmpty();
            }
            for (var thread : own)
                assertThat(thread.join(Duration.ofSeconds(20))).as("%s", thread).isTrue();
        } finally {
            server.stop(0);
        }
    }

    private static Set<Thread> selectors() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().endsWith("SelectorManager"))
                .collect(Collectors.toSet());
    }

    @Test
    void whatTheBuilderRefusesIsRefusedAsBefore() {
        HttpClient.Builder builder = new ShortLivedClients().createNewHttpClientBuilder();
        assertThat(builder.version(HttpClient.Version.HTTP_1_1)).isSameAs(builder);
        assertThatIllegalArgumentException().isThrownBy(() -> builder.connectTimeout(Duration.ZERO));
    }
}
