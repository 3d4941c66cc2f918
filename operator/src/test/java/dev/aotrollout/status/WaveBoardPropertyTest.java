package dev.aotrollout.status;

import static dev.aotrollout.governance.Waves.T0;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.api.AotWavePlan;
import dev.aotrollout.decision.Outcome;
import dev.aotrollout.decision.WaveSlot;
import dev.aotrollout.governance.WaveBoard;
import dev.aotrollout.governance.WaveClaim;
import dev.aotrollout.governance.WaveFreeze;
import dev.aotrollout.governance.WaveGrant;
import dev.aotrollout.governance.WaveMember;
import dev.aotrollout.governance.WavePlan;
import dev.aotrollout.governance.WavePlanner;
import dev.aotrollout.governance.WaveSlots;
import dev.aotrollout.governance.Waves;
import dev.aotrollout.intake.WaveBoardReader;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** A world that does what it likes: no wave ever has more runs than slots, and a restart between any two passes changes nothing. */
class WaveBoardPropertyTest {
    private static final int WORLDS = 60;
    private static final int TICKS = 120;
    private static final Map<String, String> WAVE_OF =
            new TreeMap<>(Map.of("s/a", "pilot", "s/b", "edge", "s/c", "edge", "p/d", "edge", "p/e", "edge"));

    @Test
    void neverMoreRunsThanSlotsAndARestartChangesNothing() {
        var fresh = ThreadLocalRandom.current().nextLong();
        System.out.println("WaveBoardPropertyTest: fresh seed " + fresh);
        var completed = 0;
        for (var i = 0; i < WORLDS; i++) completed += new World(i < WORLDS / 2 ? i : fresh + i).run() ? 1 : 0;
        assertThat(completed).as("worlds in which every wave completed").isPositive();
    }

    private static final class World {
        private final long seed;
        private final RandomGenerator random;
        private final Map<String, WaveMember> rollouts = new TreeMap<>();
        private final Map<String, Instant> lastEnds = new TreeMap<>();
        private List<WaveMember> seenBefore;
        private WaveBoard board = WaveBoard.NEW;
        private WaveBoard boardBefore = WaveBoard.NEW;
        private Instant now = T0;
        private String resume = "";

        World(long seed) {
            this.seed = seed;
            random = new Random(seed);
            WAVE_OF.forEach((key, wave) -> rollouts.put(key, Waves.waiting(key, wave)));
            seenBefore = List.copyOf(rollouts.values());
        }

        boolean run() {
            for (var tick = 0; tick < TICKS; tick++) {
                now = now.plusSeconds(random.nextInt(900));
                if (board.headline().phase().text().equals("Halted") && random.nextInt(4) == 0) resume = "r" + tick;
                pass();
                rollouts.keySet().forEach(this::live);
                check();
            }
            return board.headline().phase().text().equals("Complete");
        }

        private WavePlan plan() {
            var freeze = new WaveFreeze.Once("lunch", T0.plusSeconds(9000), T0.plusSeconds(12_000));
            return Waves.plan(
                    Waves.rules(seed % 3 != 0, false, freeze),
                    new WavePlan.Commands("", resume),
                    Waves.paced(Waves.stage("pilot", "s/a"), 1, 0),
                    Waves.paced(Waves.stage("edge", "s/b", "s/c", "p/d", "p/e"), 2, 1));
        }

        /** The caches may be a moment old, and so may the clock. */
        private void pass() {
            var seen = random.nextBoolean() ? List.copyOf(rollouts.values()) : seenBefore;
            var at = now.minusSeconds(random.nextInt(30));
            var next = WavePlanner.plan(plan(), board, seen, at);
            assertThat(WavePlanner.plan(plan(), reread(board), seen, at))
                    .as("seed " + seed)
                    .isEqualTo(next);
            assertThat(reread(next)).as("seed " + seed).isEqualTo(next);
            var stopped = !next.halt().equals(WaveBoard.Halt.NONE)
                    || next.headline().phase().text().equals("Frozen");
            if (stopped) {
                var added = new ArrayList<>(
                        next.slots().stream().map(WaveGrant::key).toList());
                added.removeAll(board.slots().stream().map(WaveGrant::key).toList());
                assertThat(added).as("given while stopped, seed " + seed).isEmpty();
            }
            boardBefore = board;
            board = next;
            seenBefore = List.copyOf(rollouts.values());
        }

        private WaveBoard reread(WaveBoard written) {
            var resource = new AotWavePlan();
            resource.setMetadata(new ObjectMetaBuilder().withName("net-aot").build());
            resource.setStatus(WavePlanWriter.write(resource, plan(), written, now));
            return WaveBoardReader.read(Serialization.unmarshal(Serialization.asJson(resource), AotWavePlan.class));
        }

        private void live(String key) {
            var member = rollouts.get(key);
            var wave = WAVE_OF.get(key);
            var state = member.state();
            if (state.outcome() != Outcome.RUNNING) {
                after(key, member);
            } else if (state.step() >= 0) {
                if (random.nextInt(3) > 0) return;
                var outcome = random.nextInt(5) == 0 ? Outcome.ROLLED_BACK : Outcome.PROMOTED;
                lastEnds.put(key, now);
                rollouts.put(
                        key,
                        Waves.member(
                                key, wave, Waves.state(outcome, 3, state.clock().started(), now), member.packs()));
            } else if (mayBegin(key, wave)) {
                rollouts.put(
                        key,
                        Waves.member(key, wave, Waves.state(Outcome.RUNNING, 0, now, Instant.MAX), member.packs()));
            }
        }

        private boolean mayBegin(String key, String wave) {
            var claim = new WaveClaim(Waves.key(key), wave, "r1", false, lastEnds.getOrDefault(key, Instant.MIN));
            var read = random.nextBoolean() ? board : boardBefore;
            return random.nextInt(3) > 0 && WaveSlots.slot(plan(), read, claim, now) instanceof WaveSlot.Admitted;
        }

        /** The pack is written some time later; a rollback may be retried. */
        private void after(String key, WaveMember member) {
            var packs = new ArrayList<>(member.packs());
            var filed = packs.stream()
                    .anyMatch(
                            pack -> pack.ended().equals(member.state().ending().at()));
            if (!filed && random.nextBoolean()) {
                packs.add(Waves.pack(member, member.state().outcome() == Outcome.PROMOTED, 15 + random.nextInt(60)));
                rollouts.put(key, Waves.member(key, member.wave(), member.state(), packs));
            } else if (filed && member.state().outcome() == Outcome.ROLLED_BACK && random.nextInt(4) == 0) {
                rollouts.put(
                        key,
                        Waves.member(
                                key,
                                member.wave(),
                                Waves.waiting(key, member.wave()).state(),
                                packs));
            }
        }

        private void check() {
            var runs = new TreeMap<String, Integer>();
            rollouts.values().stream()
                    .filter(m ->
                            m.state().outcome() == Outcome.RUNNING && m.state().step() >= 0)
                    .forEach(m -> runs.merge(m.wave(), 1, Integer::sum));
            assertThat(runs.getOrDefault("pilot", 0)).as("seed " + seed).isLessThanOrEqualTo(1);
            assertThat(runs.getOrDefault("edge", 0)).as("seed " + seed).isLessThanOrEqualTo(2);
            var keys = board.slots().stream().map(WaveGrant::key).toList();
            assertThat(new HashSet<>(keys)).as("seed " + seed).hasSameSizeAs(keys);
            assertThat(board.slots().stream()
                            .filter(grant -> grant.wave().equals("edge"))
                            .count())
                    .as("seed " + seed)
                    .isLessThanOrEqualTo(2);
        }
    }
}
