package dev.aotrollout.governance;

import java.util.Comparator;

/** Which rollout. */
public record WaveKey(String namespace, String name) implements Comparable<WaveKey> {
    private static final Comparator<WaveKey> ORDER =
            Comparator.comparing(WaveKey::namespace).thenComparing(WaveKey::name);

    @Override
    public int compareTo(WaveKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
