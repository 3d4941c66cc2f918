package dev.aotrollout.governance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.decision.History;
import dev.aotrollout.decision.TrackFacts;
import dev.aotrollout.decision.WaveSlot;
import dev.aotrollout.governance.Declaration.TestResult;
import dev.aotrollout.governance.EconomicsClaims.Claim;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.judge.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** No data is never a pass: an input that goes missing may add objections, and never lets a refused rollout go on. */
class GatekeeperPropertyTest {
    private static final int PAPERS = 20_000;

    private static final List<Consumer<Papers>> LOSSES = List.of(
            p -> p.rubric = new RubricFacts.Missing("standard"),
            p -> p.libraries = new LibraryFacts.PolicyMissing("dotnet"),
            p -> p.libraries = new LibraryFacts.BillMissing("no ConfigMap"),
            p -> p.libraries = new LibraryFacts.Unreadable("not JSON"),
            p -> p.libraries = new LibraryFacts.Stale("another image"),
            p -> p.libraries = new LibraryFacts.NotAsked(),
            p -> p.reach = new Reading.Missing<>("timeout"),
            p -> p.serialization = TestResult.NOT_RUN,
            p -> p.drilled = new Day.Unset(),
            p -> p.lastRollback = History.LastRollback.NONE,
            p -> p.claims = EconomicsClaims.MEASURED,
            p -> p.jit = TrackFacts.ABSENT,
            p -> p.readiness =
                    new Declaration.Readiness(List.of(), "", new Day.Unset(), p.readiness.reviewedDigest(), 180));

    @Test
    void whatIsRefusedStaysRefusedWhateverInputGoesMissing() {
        var random = new Random(7);
        for (var i = 0; i < PAPERS; i++) {
            var seed = random.nextLong();
            var loss = LOSSES.get(random.nextInt(LOSSES.size()));
            var before = drawn(seed);
            var after = drawn(seed);
            loss.accept(after);
            // A test that failed is worse than one that was not run: the loss of a result is no loss of knowledge
            // there.
            if (before.serialization == TestResult.FAILED && after.serialization == TestResult.NOT_RUN) continue;
            var objected = before.assess().admission().objections();
            var still = after.assess().admission().objections();
            assertThat(objected.isEmpty() || !still.isEmpty())
                    .as("seed %s: %s, then nothing", seed, objected)
                    .isTrue();
        }
    }

    @Test
    void theSamePapersGiveTheSameAnswer() {
        var random = new Random(11);
        for (var i = 0; i < 200; i++) {
            var seed = random.nextLong();
            assertThat(drawn(seed).assess()).isEqualTo(drawn(seed).assess());
        }
    }

    private static Papers drawn(long seed) {
        var random = new Random(seed);
        var papers = new Papers();
        if (random.nextBoolean()) papers.begun();
        papers.claims = new EconomicsClaims(claim(random), claim(random), claim(random));
        papers.libraries = Papers.judged(mostlyPassed(random), mostlyPassed(random));
        papers.serialization = TestResult.values()[random.nextInt(3)];
        papers.publishLog = random.nextBoolean();
        papers.baseline = random.nextBoolean() ? Duration.ofHours(1) : Duration.ZERO;
        papers.reach = new Reading.Known<>(Duration.ofMinutes(random.nextInt(120)), Papers.NOW);
        papers.drilled = Day.parse(random.nextBoolean() ? "2026-10-01" : "2025-10-01");
        papers.readiness = Papers.reviewed(
                random.nextInt(4) > 0 ? "2026-10-01" : "2026-01-01", random.nextBoolean() ? Papers.REVIEWED : "");
        papers.routeProblems = random.nextInt(4) > 0 ? List.of() : List.of("no route is there");
        if (random.nextInt(4) == 0) papers.digests = Set.of(Papers.ANOTHER);
        if (random.nextInt(4) == 0) papers.wave = new WaveSlot.Waits(Reason.WaveWaits, "closed");
        return papers;
    }

    private static Claim claim(Random random) {
        return Claim.values()[random.nextInt(3)];
    }

    private static Answer mostlyPassed(Random random) {
        return random.nextInt(3) > 0 ? Answer.PASSED : Answer.values()[random.nextInt(3)];
    }
}
