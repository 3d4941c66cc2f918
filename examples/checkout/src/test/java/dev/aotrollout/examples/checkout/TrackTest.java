package dev.aotrollout.examples.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrackTest {

    @Test
    void aJvmWithoutAnAotCacheIsTheJitBuild() {
        assertThat(Track.ofThisProcess()).isEqualTo(Track.JIT);
        assertThat(Track.ofThisProcess().word()).isEqualTo("jit");
    }
}
