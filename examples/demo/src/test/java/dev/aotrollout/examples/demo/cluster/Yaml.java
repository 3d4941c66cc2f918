package dev.aotrollout.examples.demo.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/** Objects as the tests write them. */
final class Yaml {
    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

    private Yaml() {}

    static JsonNode read(String text) {
        return SERIALIZATION.unmarshal(text, JsonNode.class);
    }

    static <T> T read(String text, Class<T> type) {
        return SERIALIZATION.unmarshal(text, type);
    }
}
