package dev.aotrollout.runtime;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.api.reconciler.DeleteControl;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * How every pass ends. A conflict is the ordinary course of things: somebody edited the resource since it was read, or another
 * operator was faster; the next pass sees the newer one. An {@code Error} would leave the resource stuck for ever in the framework:
 * it becomes an exception, which is retried.
 */
final class Passes {
    private static final int CONFLICT = 409;
    private static final Duration AFTER_CONFLICT = Duration.ofMillis(200);
    private static final Duration UNTIL_GONE = Duration.ofSeconds(1);

    private Passes() {}

    /** {@code pass} says after how long the next one is due. */
    static <R extends HasMetadata> UpdateControl<R> reconcile(Supplier<Duration> pass) {
        var next = guarded(pass).orElse(AFTER_CONFLICT);
        return UpdateControl.<R>noUpdate().rescheduleAfter(next);
    }

    /** {@code pass} says whether the resource may go. */
    static DeleteControl cleanup(BooleanSupplier pass) {
        return guarded(pass::getAsBoolean)
                .map(gone -> gone
                        ? DeleteControl.defaultDelete()
                        : DeleteControl.noFinalizerRemoval().rescheduleAfter(UNTIL_GONE))
                .orElseGet(() -> DeleteControl.noFinalizerRemoval().rescheduleAfter(AFTER_CONFLICT));
    }

    private static <T> Optional<T> guarded(Supplier<T> pass) {
        try {
            return Optional.of(pass.get());
        } catch (KubernetesClientException e) {
            if (e.getCode() != CONFLICT) throw e;
            return Optional.empty();
        } catch (Error e) {
            throw new IllegalStateException("a pass failed: " + e, e);
        }
    }
}
