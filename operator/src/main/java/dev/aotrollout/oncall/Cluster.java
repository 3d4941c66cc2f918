package dev.aotrollout.oncall;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aotrollout.api.AotRollout;
import dev.aotrollout.http.ShortLivedClients;
import dev.aotrollout.json.KubernetesJson;
import dev.aotrollout.terminal.ExitCode;
import dev.aotrollout.terminal.Refused;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A connection to a cluster, for the time of one command; what goes wrong is said in one line. */
public final class Cluster implements AutoCloseable {
    private static final String GROUP = "/apis/" + AotRollout.GROUP + "/" + AotRollout.VERSION;
    private static final int PAGE = 500;

    private final Config config;
    private final KubernetesClient client;
    private final String namespace;

    private Cluster(Config config, KubernetesClient client, String namespace) {
        this.config = config;
        this.client = client;
        this.namespace = namespace;
    }

    static Cluster of(Config config, @Nullable String namespace) {
        var own = config.getNamespace() == null || config.getNamespace().isEmpty() ? "default" : config.getNamespace();
        var client = new KubernetesClientBuilder()
                .withHttpClientFactory(new ShortLivedClients())
                .withKubernetesSerialization(KubernetesJson.shared())
                .withConfig(config)
                .build();
        return new Cluster(config, client, namespace == null ? own : namespace);
    }

    /** The one that commands work in. */
    public String namespace() {
        return namespace;
    }

    KubernetesClient client() {
        return client;
    }

    /** Runs {@code request}; {@code doing} names it in messages. */
    <T> T ask(String doing, Supplier<T> request) {
        try {
            return request.get();
        } catch (KubernetesClientException e) {
            throw Failure.of(e, config, doing);
        }
    }

    /** The rollout of that name in {@link #namespace}, as JSON. */
    public String rolloutJson(String name) {
        return ask("reading AOTRollout %s/%s".formatted(namespace, name), () -> {
            try {
                return client.raw(path(namespace, "aotrollouts") + "/" + encoded(name), "GET", null);
            } catch (KubernetesClientException e) {
                if (Failure.isMissingObject(e)) throw NearNames.missing(this, name);
                throw e;
            }
        });
    }

    AotRollout rollout(String name) {
        return typed(name, rolloutJson(name));
    }

    private AotRollout typed(String name, String json) {
        try {
            return client.getKubernetesSerialization().unmarshal(json, AotRollout.class);
        } catch (IllegalArgumentException | KubernetesClientException e) {
            throw new Refused(
                    ExitCode.UNUSABLE,
                    "AOTRollout %s/%s was written by another version: %s"
                            .formatted(namespace, name, Failure.rootMessage(e)));
        }
    }

    /** Objects of one of our kinds, by its plural, in one namespace; empty for all. */
    public List<JsonNode> list(String plural, String in) {
        var doing = "listing %s %s".formatted(plural, in.isEmpty() ? "of all namespaces" : "of namespace " + in);
        var mapper = new ObjectMapper();
        var all = new ArrayList<JsonNode>();
        var next = "";
        do {
            var uri = path(in, plural) + "?limit=" + PAGE + (next.isEmpty() ? "" : "&continue=" + encoded(next));
            var page = ask(doing, () -> tree(mapper, client.raw(uri, "GET", null)));
            page.path("items").forEach(all::add);
            next = page.at("/metadata/continue").asText();
        } while (!next.isEmpty());
        return all;
    }

    /** Whether the cluster has the kind of that plural. */
    boolean knows(String plural, String in) {
        return ask("listing " + plural, () -> {
            try {
                client.raw(path(in, plural) + "?limit=1", "GET", null);
                return true;
            } catch (KubernetesClientException e) {
                if (Failure.isMissingKind(e)) return false;
                throw e;
            }
        });
    }

    /** The user's name, as the API server knows it. */
    String user() {
        var review = "{\"apiVersion\":\"authentication.k8s.io/v1\",\"kind\":\"SelfSubjectReview\"}";
        var answer = ask(
                "asking who you are",
                () -> tree(
                        new ObjectMapper(),
                        client.raw("/apis/authentication.k8s.io/v1/selfsubjectreviews", "POST", review)));
        return answer.at("/status/userInfo/username").asText();
    }

    private static JsonNode tree(ObjectMapper mapper, String json) {
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException e) {
            throw new KubernetesClientException("the answer is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static String path(String namespace, String plural) {
        return namespace.isEmpty() ? GROUP + "/" + plural : GROUP + "/namespaces/" + encoded(namespace) + "/" + plural;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
