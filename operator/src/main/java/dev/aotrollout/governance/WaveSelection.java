package dev.aotrollout.governance;

import java.util.List;
import java.util.Map;

/** Which rollouts a wave takes. */
public sealed interface WaveSelection {
    /** Whether it takes {@code member}. */
    boolean includes(WaveMember member);

    /** These. */
    record Listed(List<WaveKey> keys) implements WaveSelection {
        public Listed {
            keys = List.copyOf(keys);
        }

        @Override
        public boolean includes(WaveMember member) {
            return keys.contains(member.key());
        }
    }

    /** All that have each of these labels. */
    record Labelled(Map<String, String> labels) implements WaveSelection {
        public Labelled {
            labels = Map.copyOf(labels);
        }

        @Override
        public boolean includes(WaveMember member) {
            return member.labels().entrySet().containsAll(labels.entrySet());
        }
    }
}
