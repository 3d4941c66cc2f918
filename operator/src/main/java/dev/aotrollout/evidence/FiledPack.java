package dev.aotrollout.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * A pack as somebody handed it over to be verified.
 *
 * @param source where it was, as messages name it
 * @param name of the pack; of the file where there is no resource
 * @param json the document, byte for byte; empty where it was not given
 * @param attestation empty where there is none
 * @param spec of the AOTEvidencePack; missing where it was not given
 */
public record FiledPack(String source, String name, String json, String attestation, JsonNode spec) {
    /** A document without its resource. */
    public static FiledPack alone(String source, String name, String json, String attestation) {
        return new FiledPack(source, name, json, attestation, MissingNode.getInstance());
    }

    boolean hasSpec() {
        return spec.isObject();
    }
}
