package dev.aotrollout.observe;

import static dev.aotrollout.observe.Requests.ANCHOR;
import static dev.aotrollout.observe.Requests.LONG_AGO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.judge.Identity;
import dev.aotrollout.judge.Identity.Build;
import dev.aotrollout.judge.Identity.PodIdentity;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.observe.QueryResult.Series;
import dev.aotrollout.observe.QueryResult.Unavailable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityReaderTest {
    private static final String COMPILED = "dotnet_jit_compiled_methods_total";
    private static final ObservedPod JIT = new ObservedPod("jit-1", LONG_AGO, 0);
    private static final ObservedPod AOT = new ObservedPod("aot-1", LONG_AGO, 0);

    @ParameterizedTest(name = "{0} {1} proves {2}")
    @CsvSource({
        "dotnet_jit_compiled_methods_total, 0, AOT, dotnet_jit_compiled_methods_total 0",
        "dotnet_jit_compiled_methods_total, 1234567, JIT, dotnet_jit_compiled_methods_total 1234567",
        "process_runtime_dotnet_jit_methods_compiled_count_total, 0, AOT, process_runtime_dotnet_jit_methods_compiled_count_total 0",
        "dotnet_jit_compiled_methods_total, NaN, UNPROVEN, ''",
    })
    void dotnetTellsByTheMethodsItCompiled(String metric, double value, Build build, String proof) {
        assertThat(aot(BuildProof.DOTNET_COMPILED_METHODS, series("aot-1", metric, Map.of(), value)))
                .isEqualTo(new PodIdentity("aot-1", build, proof));
    }

    @ParameterizedTest(name = "{1}=\"{2}\" proves {3}")
    @CsvSource({
        "jvm_info, runtime, OpenJDK Runtime Environment, JIT",
        "jvm_runtime_info, runtime, Substrate VM, AOT",
        "jvm_info, vm_name, Substrate VM, AOT",
        "jvm_info, runtime, Something New, UNPROVEN"
    })
    void javaTellsByTheNameOfItsVirtualMachine(String metric, String label, String value, Build build) {
        var identity = aot(BuildProof.JVM_NAME, series("aot-1", metric, Map.of(label, value), 1));

        assertThat(identity.build()).isEqualTo(build);
        assertThat(identity.proof())
                .isEqualTo(build == Build.UNPROVEN ? "" : metric + "{" + label + "=\"" + value + "\"}");
    }

    @Test
    void aPodThatSaysNothingProvesNothing() {
        assertThat(aot(BuildProof.DOTNET_COMPILED_METHODS, series("jit-1", COMPILED, Map.of(), 5)))
                .isEqualTo(new PodIdentity("aot-1", Build.UNPROVEN, ""));
    }

    @Test
    void oneProcessThatCompilesMakesThePodAJitOne() {
        assertThat(aot(
                                BuildProof.DOTNET_COMPILED_METHODS,
                                series("aot-1", COMPILED, Map.of("container", "sidecar"), 0),
                                series("aot-1", COMPILED, Map.of("container", "app"), 9))
                        .build())
                .isEqualTo(Build.JIT);
    }

    @Test
    void nothingIsAskedWhereNothingCanProveIt() {
        var source = new ScriptedSource(new Series(List.of()));

        assertThat(IdentityReader.read(source, request(BuildProof.NONE), ANCHOR))
                .isEqualTo(new Reading.Missing<>("no metric of this runtime proves how a process was built"));
        assertThat(source.questions()).isEmpty();
    }

    @Test
    void asksForThePodsByName() {
        var source = new ScriptedSource(new Unavailable("down", true));

        assertThat(IdentityReader.read(source, request(BuildProof.JVM_NAME), ANCHOR))
                .isEqualTo(new Reading.Missing<>("down"));
        assertThat(source.questions().getFirst().promql())
                .isEqualTo("{__name__=~\"jvm_info|jvm_runtime_info\",namespace=\"shop\",pod=~\"jit-1|aot-1\"}");
    }

    private static MetricsRequest request(BuildProof proof) {
        return Requests.withProof(Requests.since(ANCHOR, List.of(JIT), List.of(AOT)), proof);
    }

    private static PodIdentity aot(BuildProof proof, TimeSeries... series) {
        var source = new ScriptedSource(new Series(List.of(series)));
        return ((Reading.Known<Identity>) IdentityReader.read(source, request(proof), ANCHOR))
                .value()
                .aot()
                .getFirst();
    }

    private static TimeSeries series(String pod, String metric, Map<String, String> more, double value) {
        var labels = new HashMap<>(more);
        labels.put("__name__", metric);
        labels.put("pod", pod);
        return ScriptedSource.row(labels, value);
    }
}
