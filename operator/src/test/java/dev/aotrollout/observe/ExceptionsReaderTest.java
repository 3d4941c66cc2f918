package dev.aotrollout.observe;

import static dev.aotrollout.observe.Requests.ANCHOR;
import static dev.aotrollout.observe.Requests.LONG_AGO;
import static dev.aotrollout.observe.TwoPods.second;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.judge.Exceptions;
import dev.aotrollout.judge.Exceptions.Thrown;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.observe.QueryResult.Unavailable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExceptionsReaderTest {
    private static final String METRIC = "dotnet_exceptions_total";

    private final RecordedPrometheus prometheus = new RecordedPrometheus();
    private final ScrapedPod jit = new ScrapedPod(prometheus, ScrapedPod.JIT_POD);
    private final ScrapedPod aot = new ScrapedPod(prometheus, ScrapedPod.AOT_POD);

    @Test
    void theFirstExceptionEverIsOne() {
        aot.scrape(second(-5));
        thrown(aot, "System.MissingMethodException", 5, 1);

        assertThat(read().all()).containsExactly(new Thrown("System.MissingMethodException", 0, 1));
    }

    @Test
    void whatWasThrownBeforeTheStepDoesNotCount() {
        thrown(jit, "System.TimeoutException", -5, 40);
        thrown(aot, "System.TimeoutException", -5, 2);
        thrown(jit, "System.TimeoutException", 5, 47);
        thrown(aot, "System.TimeoutException", 5, 2);

        assertThat(read().all()).containsExactly(new Thrown("System.TimeoutException", 7, 0));
    }

    @Test
    void whatIsThrownBeforeAndAfterACrashIsAddedUp() {
        thrown(aot, "X", -5, 5);
        thrown(aot, "X", 5, 8);
        thrown(aot, "X", 10, 2);

        assertThat(read().all()).containsExactly(new Thrown("X", 0, 5));
    }

    @Test
    void aCounterWithoutTypesCountsTooUnderNoName() {
        prometheus.scrape(aot.labels("process_runtime_dotnet_exceptions_count_total", Map.of()), second(-5), 1);
        prometheus.scrape(aot.labels("process_runtime_dotnet_exceptions_count_total", Map.of()), second(5), 4);

        assertThat(read().all()).containsExactly(new Thrown("exception of unknown type", 0, 3));
    }

    @Test
    void noCounterAtAllIsNoProofOfHealth() {
        aot.scrape(second(5));

        assertThat(new ExceptionsReader().read(prometheus, request(), second(11)))
                .isEqualTo(new Reading.Missing<>("no series of dotnet_exceptions_total,"
                        + " aspnetcore_diagnostics_exceptions_total, process_runtime_dotnet_exceptions_count_total:"
                        + " nothing was thrown yet, or the processes do not export their runtime's metrics"));
    }

    @Test
    void aFailureIsMissing() {
        assertThat(new ExceptionsReader().read((_, _) -> new Unavailable("timeout", true), request(), second(11)))
                .isEqualTo(new Reading.Missing<>("timeout"));
    }

    private void thrown(ScrapedPod pod, String type, long second, long value) {
        prometheus.scrape(pod.labels(METRIC, Map.of("error_type", type)), second(second), value);
    }

    private MetricsRequest request() {
        return Requests.since(ANCHOR, List.of(jit.observed(LONG_AGO)), List.of(aot.observed(LONG_AGO)));
    }

    private Exceptions read() {
        return ((Reading.Known<Exceptions>) new ExceptionsReader().read(prometheus, request(), second(11))).value();
    }
}
