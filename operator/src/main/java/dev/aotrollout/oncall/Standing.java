package dev.aotrollout.oncall;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.api.AotRolloutSpec;
import dev.aotrollout.api.AotRolloutStatus;
import dev.aotrollout.api.AotRolloutStatus.Run;
import dev.aotrollout.intake.CommandReader;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a rollout stands, as its status says; before the operator wrote one, everything is as at the beginning. */
record Standing(AotRollout rollout) {
    /** No operator has written a status yet. */
    static final String UNSEEN = "Unseen";

    String name() {
        return rollout.getMetadata().getName();
    }

    String namespace() {
        return rollout.getMetadata().getNamespace();
    }

    String label() {
        return namespace() + "/" + name();
    }

    AotRolloutSpec spec() {
        return rollout.getSpec();
    }

    /** Empty until the operator wrote one: what the API server puts there for a new object has no phase. */
    Optional<AotRolloutStatus> status() {
        return Optional.ofNullable(rollout.getStatus()).filter(status -> status.phase() != null);
    }

    Optional<Run> run() {
        return status().map(AotRolloutStatus::run);
    }

    String phase() {
        return status().map(AotRolloutStatus::phase).orElse(UNSEEN);
    }

    boolean isIn(String... phases) {
        return List.of(phases).contains(phase());
    }

    /** Of the last decision. */
    String reason() {
        return condition("Ready").map(Condition::getReason).orElse("");
    }

    String message() {
        return status().map(AotRolloutStatus::message).orElse("");
    }

    int weight() {
        return status().map(AotRolloutStatus::weight).orElse(0);
    }

    /** Such as {@code 2/4}. */
    String step() {
        return status().map(AotRolloutStatus::step).orElse("0/" + spec().steps().size());
    }

    /** -1 before the first. */
    int stepIndex() {
        return run().map(Run::stepIndex).orElse(-1);
    }

    List<Condition> conditions() {
        return status().map(AotRolloutStatus::conditions).orElse(List.of());
    }

    Optional<Condition> condition(String type) {
        return conditions().stream()
                .filter(condition -> condition.getType().equals(type))
                .findFirst();
    }

    Optional<String> annotation(String key) {
        var annotations = rollout.getMetadata().getAnnotations();
        return annotations == null ? Optional.empty() : Optional.ofNullable(annotations.get(key));
    }

    boolean isPausedBySpec() {
        return Boolean.TRUE.equals(spec().paused());
    }

    boolean isPausedByAnnotation() {
        return annotation(CommandReader.PAUSE)
                .filter(value -> !value.equalsIgnoreCase("false"))
                .isPresent();
    }

    boolean isBeingDeleted() {
        return rollout.isMarkedForDeletion();
    }

    /** Whether the status speaks of the spec as it is now. */
    boolean isUpToDate() {
        return status().map(AotRolloutStatus::observedGeneration)
                .filter(seen -> Objects.equals(seen, rollout.getMetadata().getGeneration()))
                .isPresent();
    }

    /** Whether a run ended and nothing that was asked for since would start another. */
    boolean isOver() {
        return isIn("Promoted", "RolledBack", "Exempted") && isUpToDate() && !isRetried();
    }

    private boolean isRetried() {
        var asked = annotation(CommandReader.RETRY).orElse("");
        var handled = run().map(Run::handledRetry).orElse("");
        return phase().equals("RolledBack")
                && annotation(CommandReader.ABORT).isEmpty()
                && !asked.isEmpty()
                && !asked.equals(handled);
    }

    static Optional<Instant> instant(@Nullable String text) {
        return Optional.ofNullable(text).map(Instant::parse);
    }
}
