package dev.aotrollout.cluster;

/** One object of the cluster. */
public record ObjectKey(String kind, String namespace, String name) {
    @Override
    public String toString() {
        return kind + " " + namespace + "/" + name;
    }
}
