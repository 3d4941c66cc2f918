package dev.aotrollout.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.cluster.Leadership;
import dev.aotrollout.cluster.WatchState;
import dev.aotrollout.telemetry.OperatorMetrics;
import io.javaoperatorsdk.operator.api.monitoring.Metrics.ControllerExecution;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthTest {
    private static final WatchState HEARING = new WatchState("Deployment", true, true, true);
    private static final WatchState DEAF = new WatchState("Deployment", true, true, false);
    private static final WatchState UNKNOWN_KIND = new WatchState("GRPCRoute", false, true, false);

    private Instant now = Instant.parse("2026-11-29T12:00:00Z");
    private List<WatchState> watches = List.of(HEARING, UNKNOWN_KIND);
    private boolean isOfUse = true;
    private boolean isAlive = true;
    private final PassMeter passes = new PassMeter(new OperatorMetrics(), () -> now);
    private final ApiContact contact = new ApiContact();
    private final Health health = new Health(() -> watches, new Candidacy(), passes, contact, () -> now);

    @BeforeEach
    void start() {
        health.started();
    }

    /** An election of which only the answers matter. */
    private final class Candidacy implements Leadership {
        @Override
        public void start(News news) {}

        @Override
        public Role role() {
            return Role.STANDBY;
        }

        @Override
        public boolean mayAct() {
            return false;
        }

        @Override
        public boolean isOfUse() {
            return isOfUse;
        }

        @Override
        public boolean isAlive() {
            return isAlive;
        }

        @Override
        public String describe() {
            return "standby; held by other";
        }

        @Override
        public void close() {}
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    /** The API server answers every ten seconds for so long, and probes come as often. */
    private void answering(Duration time) {
        for (var end = now.plus(time); now.isBefore(end); pass(Duration.ofSeconds(10))) {
            contact.heard(200, now);
            health.ready();
            health.live();
        }
    }

    @Test
    void startsWhenAllWasListedAndSaysWhatIsNot() {
        var starting = new Health(() -> watches, new Candidacy(), passes, contact, () -> now);

        assertThat(starting.startup()).isEqualTo(new Health.Answer(false, "starting; not listed yet: GRPCRoute"));
        assertThat(starting.ready().isGood()).isFalse();
        assertThat(starting.live().isGood()).isTrue();
        starting.started();
        assertThat(starting.startup().isGood()).isTrue();
    }

    @Test
    void aStandbyThatCouldTakeOverIsReadyAndSaysWhoLeads() {
        assertThat(health.ready()).isEqualTo(new Health.Answer(true, "standby; held by other"));
    }

    @Test
    void aStandbyThatCouldNotIsNotReadyButLive() {
        isOfUse = false;

        assertThat(health.ready().isGood()).isFalse();
        assertThat(health.live().isGood()).isTrue();
    }

    @Test
    void aKindThatTheServerDoesNotKnowIsNoTrouble() {
        answering(Duration.ofMinutes(10));

        assertThat(health.ready().isGood()).isTrue();
        assertThat(health.live().isGood()).isTrue();
    }

    @Test
    void aShortReconnectIsNoTrouble() {
        watches = List.of(DEAF);
        answering(Duration.ofSeconds(20));

        assertThat(health.ready().isGood()).isTrue();
        assertThat(health.live().isGood()).isTrue();
    }

    @Test
    void aWatchThatHearsNothingForLongIsNotReadyAndThenNotLive() {
        watches = List.of(DEAF);
        answering(Duration.ofSeconds(40));
        assertThat(health.ready().isGood()).isFalse();
        assertThat(health.ready().text()).contains("the watch of Deployment hears nothing since 2026-11-29T12:00:00Z");
        assertThat(health.live().isGood()).isTrue();

        answering(Duration.ofMinutes(3));
        assertThat(health.live().isGood()).isFalse();

        watches = List.of(HEARING);
        assertThat(health.live().isGood()).isTrue();
        assertThat(health.ready().isGood()).isTrue();
    }

    @Test
    void whileTheApiServerIsAwayNoRestartWouldHelp() {
        answering(Duration.ofMinutes(1));
        watches = List.of(DEAF);
        for (var probes = 0; probes < 60; probes++) {
            pass(Duration.ofSeconds(10));
            assertThat(health.live().isGood()).isTrue();
        }
        assertThat(health.ready().isGood()).isFalse();

        // It is back, and the watch still waits for its next try.
        answering(Duration.ofSeconds(60));
        assertThat(health.live().isGood()).isTrue();
        answering(Duration.ofMinutes(3));
        assertThat(health.live().isGood()).isFalse();
    }

    @Test
    void aWatchThatHasEndedIsNotLiveAtOnce() {
        watches = List.of(new WatchState("Service", true, false, false));

        assertThat(health.live())
                .isEqualTo(new Health.Answer(
                        false, "the watch of Service has ended; decisions would rest on an old world"));
    }

    @Test
    void whoWasDeposedIsNotLive() {
        isAlive = false;

        assertThat(health.live().text()).startsWith("the election has ended");
    }

    @Test
    void aPassOfMinutesIsStuck() throws Exception {
        passes.timeControllerExecution(new Slow(() -> {
            pass(Duration.ofMinutes(4));
            assertThat(health.live().isGood()).isTrue();
            pass(Duration.ofMinutes(2));
            assertThat(health.live().text())
                    .startsWith("a pass of aotrollout over")
                    .contains("shop", "checkout", "2026-11-29T12:00:00Z");
        }));

        assertThat(health.live().isGood()).isTrue();
    }

    private record Slow(Runnable work) implements ControllerExecution<String> {
        @Override
        public String name() {
            return "reconcile";
        }

        @Override
        public String controllerName() {
            return "aotrollout";
        }

        @Override
        public String successTypeName(String result) {
            return result;
        }

        @Override
        public ResourceID resourceID() {
            return new ResourceID("checkout", "shop");
        }

        @Override
        public Map<String, Object> metadata() {
            return Map.of();
        }

        @Override
        public String execute() {
            work.run();
            return "done";
        }
    }
}
