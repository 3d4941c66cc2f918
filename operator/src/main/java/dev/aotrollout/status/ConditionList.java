package dev.aotrollout.status;

import dev.aotrollout.decision.Moments;
import dev.aotrollout.judge.Reason;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The conditions of one resource as they are written; one whose status did not change keeps the time of its last change. */
final class ConditionList {
    private final List<Condition> before;
    private final long generation;
    private final Instant now;
    private final List<Condition> conditions = new ArrayList<>();

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

    void add(String type, String status, Reason reason, String message) {
        conditions.add(new ConditionBuilder()
                .withType(type)
                .withStatus(status)
                .withReason(reason.name())
                .withMessage(message)
                .withObservedGeneration(generation)
                .withLastTransitionTime(changed(type, status))
                .build());
    }

    /** One that stays as it was recorded. */
    void keep(Condition condition) {
        conditions.add(condition);
    }

    List<Condition> all() {
        return List.copyOf(conditions);
    }

    private String changed(String type, String status) {
        for (var condition : before)
            if (condition.getType().equals(type) && condition.getStatus().equals(status))
                return condition.getLastTransitionTime();
        return Moments.text(now);
    }
}
