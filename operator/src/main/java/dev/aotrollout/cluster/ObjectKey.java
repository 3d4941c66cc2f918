package dev.aotrollout.cluster;

/**
 * One object of the cluster.
 *
 * @param namespace empty where it belongs to none
 */
public record ObjectKey(String kind, String namespace, String name) {
    /** In place of a name: whichever of the namespace. */
    public static final String ANY = "*";

    @Override
    public String toString() {
        return kind + " " + namespace + "/" + name;
    }
}
