package dev.aotrollout.benchmark;

import dev.aotrollout.governance.LibraryGlob;
import dev.aotrollout.governance.LibraryJudge;
import dev.aotrollout.governance.LibraryPolicy;
import dev.aotrollout.governance.LibraryReport;
import dev.aotrollout.governance.LibraryRule;
import dev.aotrollout.governance.LibraryRule.LibraryConditions;
import dev.aotrollout.governance.LibraryRule.LibraryGrounds;
import dev.aotrollout.governance.LibraryVerdict;
import dev.aotrollout.governance.LibraryVersions;
import dev.aotrollout.governance.LibraryWarnings;
import dev.aotrollout.materials.BillOfMaterials;
import dev.aotrollout.materials.BuildWarnings;
import dev.aotrollout.materials.Component;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** 500 libraries held to 500 rules, all of them globs with ranges, which is the slow kind. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LibraryBenchmark {
    private static final int SIZE = 500;
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private final LibraryPolicy policy = new LibraryPolicy(
            "benchmark",
            LibraryVerdict.NEEDS_REVIEW,
            Set.of("maven"),
            Set.of("test"),
            IntStream.range(0, SIZE).mapToObj(LibraryBenchmark::rule).toList(),
            LibraryWarnings.NONE);
    private final BillOfMaterials bill = new BillOfMaterials(
            "CycloneDX 1.6",
            "sha256:0",
            IntStream.range(0, SIZE).mapToObj(LibraryBenchmark::component).toList());

    private static LibraryRule rule(int number) {
        return new LibraryRule(
                LibraryGlob.of("pkg:maven/com.example.group*/library-%s-*".formatted(number)),
                LibraryVersions.of("[1.0,2.0)"),
                number % 5 == 0 ? LibraryVerdict.DENIED : LibraryVerdict.APPROVED,
                LibraryConditions.NONE,
                new LibraryGrounds("reason", ""),
                Instant.MAX);
    }

    private static Component component(int number) {
        var name = "com.example.group%s/library-%s-core".formatted(number % 50, number);
        var version = "1.%s.0".formatted(number % 10);
        return new Component("pkg:maven/%s@%s".formatted(name, version), "maven", name, version, "required");
    }

    @Benchmark
    public LibraryReport judge() {
        return LibraryJudge.judge(policy, bill, BuildWarnings.NONE, List.of(), NOW);
    }
}
