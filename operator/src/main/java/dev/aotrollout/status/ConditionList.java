package dev.aotrollout.status;

import dev.aotrollout.decision.Moments;
import dev.aotrollout.judge.Reason;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of one resource as they are written; one whose status did not change keeps the time of its last change. Messages
 * are asked for when all of it is written.
 */
final class ConditionList {
    private final List<Condition> before;
    private final long generation;
    private final Instant now;
    private final List<Stated> stated = new ArrayList<>();

    /**
     * Empty.
     *
     * @param before as recorded last
     * @param generation of the spec that they speak of
     */
    ConditionList(List<Condition> before, long generation, Instant now) {
        this.before = before;
        this.generation = generation;
        this.now = now;
    }

    /** {@code kept} where it stays as it was recorded. */
    private record Stated(
            String type,
            String status,
            String reason,
            Supplier<String> message,
            @Nullable Condition kept) {
        boolean isAs(Condition condition) {
            return type.equals(condition.getType())
                    && status.equals(condition.getStatus())
                    && reason.equals(condition.getReason());
        }
    }

    void add(String type, String status, Reason reason, String message) {
        add(type, status, reason, () -> message);
    }

    void add(String type, String status, Reason reason, Supplier<String> message) {
        stated.add(new Stated(type, status, reason.name(), message, null));
    }

    /** One that stays as it was recorded. */
    void keep(Condition condition) {
        stated.add(new Stated(
                condition.getType(), condition.getStatus(), condition.getReason(), condition::getMessage, condition));
    }

    /** Whether each has the same status for the same reason as recorded. */
    boolean isAsBefore() {
        if (stated.size() != before.size()) return false;
        for (var i = 0; i < stated.size(); i++) if (!stated.get(i).isAs(before.get(i))) return false;
        return true;
    }

    List<Condition> all() {
        var all = new ArrayList<Condition>(stated.size());
        for (var i = 0; i < stated.size(); i++) all.add(written(stated.get(i), i));
        return List.copyOf(all);
    }

    /** {@code place} is where it most likely was before. */
    private Condition written(Stated one, int place) {
        var kept = one.kept();
        if (kept != null) return kept;
        var last = place < before.size() && one.type().equals(before.get(place).getType())
                ? before.get(place)
                : recorded(one.type());
        var since = last != null && one.status().equals(last.getStatus())
                ? last.getLastTransitionTime()
                : Moments.text(now);
        return new Condition(since, one.message().get(), generation, one.reason(), one.status(), one.type());
    }

    private @Nullable Condition recorded(String type) {
        for (var condition : before) if (condition.getType().equals(type)) return condition;
        return null;
    }
}
