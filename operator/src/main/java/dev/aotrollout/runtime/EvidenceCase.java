package dev.aotrollout.runtime;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.api.AotRolloutStatus;
import dev.aotrollout.cluster.ObjectKey;
import dev.aotrollout.decision.EndedRun;
import dev.aotrollout.evidence.PackName;
import dev.aotrollout.governance.EconomicsOutcome;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A run that ended, with what was known of it when that was noticed.
 *
 * @param rollout as it was then
 * @param status that speaks of the run; the newest one where {@code remembered} is false
 * @param economics as it stood when the run ended; absent where nothing is known of it
 * @param remembered whether {@code status} and the Deployments are of this run, and not of the next one already
 */
record EvidenceCase(
        AotRollout rollout,
        EndedRun run,
        AotRolloutStatus status,
        boolean remembered,
        Optional<Deployment> jit,
        Optional<Deployment> aot,
        @Nullable EconomicsOutcome economics) {

    /** Of the newest status and the one recorded before, the first that speaks of the run. */
    static EvidenceCase of(
            Surroundings around, AotRolloutStatus newest, EndedRun run, @Nullable EconomicsOutcome economics) {
        var fitting = Stream.of(
                        Optional.of(newest),
                        Optional.ofNullable(around.rollout().getStatus()))
                .flatMap(Optional::stream)
                .filter(status -> speaksOf(status.run(), run))
                .findFirst();
        return new EvidenceCase(
                around.rollout(),
                run,
                fitting.orElse(newest),
                fitting.isPresent(),
                around.jit(),
                around.aot(),
                economics);
    }

    private static boolean speaksOf(AotRolloutStatus.@Nullable Run recorded, EndedRun run) {
        return recorded != null
                && run.revision().equals(recorded.revision())
                && run.started().toString().equals(recorded.startedAt());
    }

    ObjectKey key() {
        return SurroundingsReader.key(rollout);
    }

    String namespace() {
        return key().namespace();
    }

    /** Of the pack. */
    String name() {
        return packName(rollout, run);
    }

    static String packName(AotRollout rollout, EndedRun run) {
        var metadata = rollout.getMetadata();
        return PackName.of(
                metadata.getName(),
                metadata.getUid(),
                run.revision(),
                run.started().toString(),
                run.ending().at().toString());
    }
}
