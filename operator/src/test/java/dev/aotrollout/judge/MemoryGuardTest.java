package dev.aotrollout.judge;

import static dev.aotrollout.judge.GuardRow.row;
import static dev.aotrollout.judge.Seen.nothing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MemoryGuardTest {
    private static final MemoryGuard GUARD = new MemoryGuard(Mode.ENFORCE, 20, 5, 90);
    private static final MemoryGuard NO_GAIN = new MemoryGuard(Mode.ENFORCE, 0, 5, 90);

    @TestFactory
    Stream<DynamicTest> table() {
        return GuardRow.tests(
                row(
                        "passes where AOT surely needs much less",
                        GUARD,
                        nothing().aotMemory(61, 63, 60, 66).jitMemory(140, 151, 143, 138, 149, 145),
                        "PASS MemoryHealthy",
                        "AOT pods use 62.5 MiB, JIT pods 144 MiB",
                        "-57 % [-59, -54]"),
                row(
                        "fails where AOT surely needs more",
                        GUARD,
                        nothing().aotMemory(180, 183, 181).jitMemory(140, 143, 141),
                        "FAIL MemoryRegressed",
                        "limit +5 %"),
                row(
                        "does not fail before the end of the soak",
                        GUARD,
                        nothing()
                                .step(2, 25, Duration.ofMinutes(4))
                                .aotMemory(180, 183, 181)
                                .jitMemory(140, 143, 141),
                        "UNKNOWN MemorySuspected",
                        "3 JIT and 3 AOT pods leave a chance of",
                        "asked again in 60 s"),
                row(
                        "two pods of each are too few for a rollback, but no pass either",
                        NO_GAIN,
                        nothing().aotMemory(180, 183).jitMemory(140, 143),
                        "UNKNOWN MemorySuspected",
                        "2 JIT and 2 AOT pods"),
                row(
                        "two AOT pods are enough where JIT has many",
                        NO_GAIN,
                        nothing().aotMemory(180, 183).jitMemory(140, 143, 141, 142, 139, 144, 140, 141),
                        "FAIL MemoryRegressed"),
                row(
                        "passes where pods differ as much as the tracks do",
                        NO_GAIN,
                        nothing().aotMemory(150, 180, 140).jitMemory(140, 160, 125),
                        "PASS MemoryHealthy"),
                row(
                        "cannot tell where the gain is missing",
                        GUARD,
                        nothing().aotMemory(130, 131, 129).jitMemory(140, 143, 141),
                        "UNKNOWN MemoryGainMissing",
                        "-20 %"),
                row(
                        "passes without a gain where none is asked for",
                        NO_GAIN,
                        nothing().aotMemory(140, 141, 142).jitMemory(140, 143, 141),
                        "PASS MemoryHealthy"),
                row(
                        "cannot tell from one pod",
                        GUARD,
                        nothing().aotMemory(60).jitMemory(140, 143),
                        "UNKNOWN ThinEvidence",
                        "1 AOT and 2 JIT pods measured, 2 of each needed"),
                row("cannot tell without pods", GUARD, nothing(), "UNKNOWN ThinEvidence"),
                row(
                        "cannot tell without data",
                        GUARD,
                        nothing().memoryMissing(),
                        "UNKNOWN NoData",
                        "container_memory_working_set_bytes"),
                row(
                        "fails near the limit with a single pod and without JIT",
                        GUARD,
                        nothing().aotPeak(117, 128),
                        "FAIL NearMemoryLimit",
                        "pod aot-1 reached 117 MiB of its limit of 128 MiB",
                        "limit 90 %",
                        "raise the limit or look for a leak"),
                row(
                        "a peak at the limit of the guard is not above it",
                        GUARD,
                        nothing().aotPeak(90, 100).jitMemory(140, 143),
                        "UNKNOWN ThinEvidence"),
                row(
                        "a container without a limit is near none",
                        GUARD,
                        nothing().aotPeak(4_000, 0).jitMemory(140, 143),
                        "UNKNOWN ThinEvidence"));
    }

    @Test
    void figuresHoldBothTracksAndTheRatio() {
        var figures = GUARD.judge(
                        nothing()
                                .aotMemory(61, 63, 60, 66)
                                .jitMemory(140, 151, 143, 138, 149, 145)
                                .evidence(),
                        new Recall())
                .figures();
        assertThat(figures).isInstanceOfSatisfying(Figures.Compared.class, compared -> {
            assertThat(compared.unit()).isEqualTo("bytes");
            assertThat(compared.ratio().estimate()).isCloseTo(0.432958, within(1e-6));
            assertThat(compared.samples()).isEqualTo(4);
        });
    }

    @Test
    void residentSetsAreShown() {
        var jit = List.of(new PodMemory("jit-1", 100, 100, 0, 80 * 1024.0 * 1024, List.of()));
        var aot = List.of(new PodMemory("aot-1", 50, 50, 0, 40 * 1024.0 * 1024, List.of()));
        var seen = nothing().memory(twice(jit), twice(aot));
        assertThat(GUARD.judge(seen.evidence(), new Recall()).details())
                .containsExactly("resident sets: AOT pods 40 MiB, JIT pods 80 MiB");
    }

    private static List<PodMemory> twice(List<PodMemory> pods) {
        return Stream.concat(pods.stream(), pods.stream()).toList();
    }
}
