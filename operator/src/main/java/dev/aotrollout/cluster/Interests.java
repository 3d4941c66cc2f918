package dev.aotrollout.cluster;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which rollouts look at which objects, also at those that do not exist yet. */
public final class Interests {
    private final Map<ObjectKey, Set<ObjectKey>> rolloutsByObject = new ConcurrentHashMap<>();
    private final Map<ObjectKey, Set<ObjectKey>> objectsByRollout = new ConcurrentHashMap<>();

    /** From now on {@code rollout} looks at exactly {@code objects}. */
    public void replace(ObjectKey rollout, Set<ObjectKey> objects) {
        var before = objectsByRollout.put(rollout, Set.copyOf(objects));
        if (objects.equals(before)) return;
        var gone = new HashSet<>(before == null ? Set.<ObjectKey>of() : before);
        gone.removeAll(objects);
        gone.forEach(object -> removeFrom(object, rollout));
        objects.forEach(object -> rolloutsByObject
                .computeIfAbsent(object, _ -> ConcurrentHashMap.newKeySet())
                .add(rollout));
    }

    /** {@code rollout} is gone. */
    public void forget(ObjectKey rollout) {
        var before = objectsByRollout.remove(rollout);
        if (before != null) before.forEach(object -> removeFrom(object, rollout));
    }

    /** The rollouts that look at {@code object}. */
    public Set<ObjectKey> of(ObjectKey object) {
        return Set.copyOf(rolloutsByObject.getOrDefault(object, Set.of()));
    }

    private void removeFrom(ObjectKey object, ObjectKey rollout) {
        rolloutsByObject.computeIfPresent(object, (_, rollouts) -> {
            rollouts.remove(rollout);
            return rollouts.isEmpty() ? null : rollouts;
        });
    }
}
