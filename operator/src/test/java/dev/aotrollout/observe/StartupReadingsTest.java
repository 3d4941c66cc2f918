package dev.aotrollout.observe;

import static dev.aotrollout.observe.PodSketch.none;
import static dev.aotrollout.observe.PodSketch.running;
import static dev.aotrollout.observe.PodSketch.terminated;
import static dev.aotrollout.observe.PodSketch.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.judge.Startups;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartupReadingsTest {
    private static final Instant STARTED = Instant.parse("2026-11-01T12:00:00Z");

    @ParameterizedTest(name = "ready after {0} s: {1} s")
    @CsvSource({"7, 7", "1, 1", "0, 0.5", "600, 600"})
    void readsFromStartToReady(int after, double seconds) {
        assertThat(StartupReadings.of(List.of(pod(after)), "app")).isEqualTo(new Startups(List.of(seconds), 1));
    }

    @ParameterizedTest(name = "ready after {0} s")
    @CsvSource({"601", "-1"})
    void leavesOutWhatIsNoStart(int after) {
        assertThat(StartupReadings.of(List.of(pod(after)), "app").seconds()).isEmpty();
    }

    @Test
    void leavesOutPodsThatSayNothingOfAStart() {
        var pods = Stream.of(
                        new PodSketch().container("app", 0, running(stamp(0)), none()),
                        new PodSketch()
                                .condition("Ready", "False", stamp(5))
                                .container("app", 0, running(stamp(0)), none()),
                        new PodSketch().ready(stamp(5)).container("app", 1, running(stamp(0)), terminated(1, "Error")),
                        new PodSketch()
                                .ready(stamp(5))
                                .container("app", 0, running(stamp(0)), none())
                                .container("proxy", 1, running(stamp(0)), none()),
                        new PodSketch().ready(stamp(5)).container("other", 0, running(stamp(0)), none()),
                        new PodSketch().ready(stamp(5)).container("app", 0, waiting("ContainerCreating"), none()),
                        new PodSketch().terminating().ready(stamp(5)).container("app", 0, running(stamp(0)), none()))
                .map(PodSketch::build)
                .toList();

        assertThat(StartupReadings.of(pods, "app")).isEqualTo(new Startups(List.of(), 1));
    }

    @Test
    void readinessGatesAreNotTheApplicationsStart() {
        var pod = new PodSketch()
                .condition("ContainersReady", "True", stamp(3))
                .ready(stamp(40))
                .container("app", 0, running(stamp(0)), none())
                .build();

        assertThat(StartupReadings.of(List.of(pod), "app").seconds()).containsExactly(3.0);
    }

    @ParameterizedTest(name = "startup probe every {0} s, readiness probe every {1} s: {2} s")
    @CsvSource({"0, 0, 1", "1, 0, 2", "0, 5, 6", "1, 10, 11", "-1, 1, 11", "0, -1, 11"})
    void theProbesSetTheResolution(int startup, int readiness, double resolutionSeconds) {
        var pod = new PodSketch()
                .probes("app", startup, readiness)
                .probes("proxy", 30, 30)
                .ready(stamp(4))
                .container("app", 0, running(stamp(0)), none())
                .build();

        assertThat(StartupReadings.of(List.of(pod), "app")).isEqualTo(new Startups(List.of(4.0), resolutionSeconds));
    }

    private static Pod pod(int readyAfter) {
        return new PodSketch()
                .ready(stamp(readyAfter))
                .container("app", 0, running(stamp(0)), none())
                .build();
    }

    private static String stamp(int seconds) {
        return STARTED.plusSeconds(seconds).toString();
    }
}
