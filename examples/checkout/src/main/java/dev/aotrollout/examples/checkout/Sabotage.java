package dev.aotrollout.examples.checkout;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Carries out the defect of this build; a healthy build passes through untouched. */
final class Sabotage {
    private final Defect defect;
    private final AtomicBoolean touched = new AtomicBoolean();

    Sabotage(Defect defect) {
        this.defect = defect;
    }

    /** Runs before the service reports ready. */
    void beforeReady() {
        if (defect instanceof Defect.SlowStart slow) {
            pause(slow.delay());
        }
    }

    /** Runs before each business answer that a client asked for, never for the warm-up. */
    void beforeAnswer(String route) {
        switch (defect) {
            case Defect.None _, Defect.SlowStart _ -> {}
            case Defect.PaymentErrors _ -> {
                if (route.equals(ShopRoutes.PAY)) {
                    throw new BrokenBuildException(route);
                }
            }
            case Defect.ErrorsEverywhere _ -> throw new BrokenBuildException(route);
            case Defect.SlowAnswers slow -> pause(slow.delay());
            case Defect.Leak leak -> once(() -> Leaking.steadily(leak.mibPerSecond()));
            case Defect.Crash crash -> once(() -> crash(crash.delay()));
        }
    }

    private void once(Runnable action) {
        if (touched.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("defect").start(action);
        }
    }

    private static void crash(Duration delay) {
        pause(delay);
        Runtime.getRuntime().halt(134);
    }

    private static void pause(Duration delay) {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
