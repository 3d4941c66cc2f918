package dev.aotrollout.examples.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LifecycleTest {

    @Test
    void startsByWarmingUp() {
        assertThat(new Lifecycle().isIn(Lifecycle.Phase.WARMING_UP)).isTrue();
    }

    @Test
    void aSignalToStopDuringTheWarmUpIsNotForgotten() {
        var lifecycle = new Lifecycle();

        lifecycle.enter(Lifecycle.Phase.DRAINING);
        lifecycle.enter(Lifecycle.Phase.SERVING);

        assertThat(lifecycle.isIn(Lifecycle.Phase.DRAINING)).isTrue();
    }
}
