package dev.aotrollout.observe;

import static dev.aotrollout.observe.Requests.ANCHOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.judge.Reading;
import dev.aotrollout.observe.QueryResult.Series;
import dev.aotrollout.observe.QueryResult.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BaselineReaderTest {
    private static final MetricsRequest PLAIN = Requests.since(ANCHOR, List.of(), List.of());
    private static final MetricsRequest REQUEST = new MetricsRequest(
            PLAIN.tracks(),
            PLAIN.profile(),
            PLAIN.proof(),
            PLAIN.timing(),
            PLAIN.slowThresholdSeconds(),
            PLAIN.budget(),
            PLAIN.custom(),
            Duration.ofHours(1));

    @Test
    void theShorterOfRequestsAndMemoryCounts() {
        var source = new ScriptedSource(new Series(List.of(reach("requests", 3600), reach("memory", 720))));
        assertThat(BaselineReader.read(source, REQUEST, ANCHOR))
                .isEqualTo(new Reading.Known<>(Duration.ofMinutes(12), ANCHOR));
    }

    @Test
    void whatIsNotThereAtAllIsMissing() {
        var source = new ScriptedSource(new Series(List.of(reach("memory", 720))));
        assertThat(BaselineReader.read(source, REQUEST, ANCHOR))
                .isEqualTo(new Reading.Missing<>("JIT has no requests in Prometheus"));
    }

    @Test
    void aFailureIsMissing() {
        assertThat(BaselineReader.read(new ScriptedSource(new Unavailable("timeout", true)), REQUEST, ANCHOR))
                .isEqualTo(new Reading.Missing<>("timeout"));
    }

    @Test
    void nobodyAsksWhereNoBaselineIsWanted() {
        var source = new ScriptedSource();
        assertThat(BaselineReader.read(source, PLAIN, ANCHOR)).isEqualTo(new Reading.Known<>(Duration.ZERO, ANCHOR));
        assertThat(source.questions()).isEmpty();
    }

    private static TimeSeries reach(String figure, double seconds) {
        return ScriptedSource.row(Map.of("figure", figure), seconds);
    }
}
