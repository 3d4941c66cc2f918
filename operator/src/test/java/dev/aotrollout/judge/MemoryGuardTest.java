package dev.aotrollout.judge;

import static dev.aotrollout.judge.GuardRow.row;
import static dev.aotrollout.judge.Seen.nothing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
}
