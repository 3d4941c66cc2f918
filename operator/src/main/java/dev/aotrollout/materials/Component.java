package dev.aotrollout.materials;

/**
 * One library of a build.
 *
 * @param purl as the document has it, without qualifiers; empty where it has none
 * @param ecosystem type of the purl in lower case, such as {@code nuget} or {@code maven}; empty without one
 * @param name with its group, as people write it: {@code group/artifact}
 * @param version empty where the document does not say
 * @param scope as the document has it: {@code required}, {@code optional}, {@code excluded}; {@code test}, {@code dev},
 *     {@code provided} and so on from the relationships of SPDX; empty where it does not say
 */
public record Component(String purl, String ecosystem, String name, String version, String scope) {
    /** What a message calls it. */
    public String label() {
        if (!purl.isEmpty()) return purl;
        return version.isEmpty() ? name : name + " " + version;
    }
}
