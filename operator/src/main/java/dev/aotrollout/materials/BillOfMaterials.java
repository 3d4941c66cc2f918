package dev.aotrollout.materials;

import java.util.List;

/**
 * What a build contains.
 *
 * @param format with its version, such as {@code CycloneDX 1.6}
 * @param digest {@code sha256:} of the document without its compression
 * @param components in the order of the document, without what is described itself
 */
public record BillOfMaterials(String format, String digest, List<Component> components) {
    public BillOfMaterials {
        components = List.copyOf(components);
    }
}
