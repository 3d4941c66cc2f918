package dev.aotrollout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EconomicsTest {
    private static final String SERVICE =
            "economics --node-cpu 7910m --node-memory 29Gi --jit-memory 512Mi --aot-memory 256Mi --replicas 200";
    private static final String MEMORY_BOUND = SERVICE + " --jit-cpu 100m --aot-cpu 100m";

    private static Shell.Result run(String line) {
        return Shell.run(line.split(" "));
    }

    @Test
    void thePredictionIsATable() {
        var result = run(MEMORY_BOUND + " --node-hourly 0.38 --currency EUR");
        assertThat(result.out()).isEqualTo(Shell.golden("economics.txt", result.out()));
        assertThat(result.code()).isZero();
    }

    @Test
    void thePredictionIsJson() {
        var result = run(MEMORY_BOUND + " --node-hourly 0.38 --currency EUR -o json");
        assertThat(result.out()).isEqualTo(Shell.golden("economics.json", result.out()));
    }

    @Test
    void whereCpuBindsNoNodeIsSavedAndTheCodeSaysSo() {
        var result = run(SERVICE + " --jit-cpu 250m --aot-cpu 250m");
        assertThat(result.out())
                .contains(
                        "CPU binds before and after the change (31 pods a node as before): memory savings free no node")
                .doesNotContain("a month");
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void aPodThatFitsNowhereIsSaid() {
        var result = run(SERVICE + " --jit-cpu 100m --aot-cpu 9");
        assertThat(result.out()).contains("AOT predicted: a pod (CPU 9, memory 256 MiB) does not fit on a node");
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void podsOfDaemonSetsTakeSlots() {
        assertThat(run(MEMORY_BOUND + " --max-pods 50 --daemon-pods 8").out())
                .contains("the pod limit binds before and after the change (42 pods a node as before)");
    }

    @ParameterizedTest
    @CsvSource({
        "--jit-cpu, lots",
        "--jit-cpu, 0",
        "--aot-cpu, -1",
        "--node-memory, 29GiB",
        "--node-cpu, ''",
        "--max-pods, 0",
        "--replicas, 0",
        "--daemon-pods, -1",
        "--node-hourly, -0.1",
        "--node-hourly, NaN"
    })
    void senselessAmountsAreRefused(String option, String value) {
        var args = Stream.concat(Stream.of(MEMORY_BOUND.split(" ")), Stream.of("--node-hourly", "1"))
                .toArray(String[]::new);
        var at = List.of(args).indexOf(option);
        if (at < 0)
            args = Stream.concat(Stream.of(args), Stream.of(option, value)).toArray(String[]::new);
        else args[at + 1] = value;
        var result = Shell.run(args);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).startsWith("aotrollout: --").contains(option);
    }
}
