package dev.aotrollout.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CircuitTest {
    private static final Instant NOW = Instant.parse("2026-11-01T10:15:00Z");

    @Test
    void waitsTwiceAsLongEachTimeUpToHalfAMinute() {
        assertThat(waits(Duration.ofSeconds(1), 8)).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L);
    }

    @Test
    void neverAsksMoreOftenThanThePolls() {
        assertThat(waits(Duration.ofSeconds(5), 6)).containsExactly(5L, 5L, 5L, 8L, 16L, 30L);
        assertThat(waits(Duration.ofSeconds(60), 6)).containsOnly(60L);
    }

    @Test
    void permitsAtTheInstantOfTheNextTry() {
        var open = Circuit.CLOSED.failed(NOW, Duration.ofSeconds(5));

        assertThat(Circuit.CLOSED.permits(NOW)).isTrue();
        assertThat(open.permits(NOW.plusMillis(4_999))).isFalse();
        assertThat(open.permits(NOW.plusSeconds(5))).isTrue();
        assertThat(open.explain("down")).isEqualTo("down; next try at 10:15:05Z");
        assertThat(Circuit.CLOSED.explain("down")).isEqualTo("down");
    }

    private static List<Long> waits(Duration interval, int failures) {
        var waits = new ArrayList<Long>();
        var circuit = Circuit.CLOSED;
        for (var i = 0; i < failures; i++) {
            circuit = circuit.failed(NOW, interval);
            waits.add(Duration.between(NOW, circuit.nextTry()).toSeconds());
        }
        return waits;
    }
}
