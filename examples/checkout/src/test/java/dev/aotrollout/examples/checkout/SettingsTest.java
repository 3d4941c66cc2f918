package dev.aotrollout.examples.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @Test
    void hasDefaultsForEverything() {
        var settings = Settings.read(Map.of(), Track.AOT);

        assertThat(settings).isEqualTo(new Settings(8080, Duration.ofSeconds(3), new Defect.None(), false));
    }

    @Test
    void readsPortAndDrain() {
        var settings = Settings.read(Map.of("HTTP_PORT", "9000", "CHECKOUT_DRAIN_SECONDS", "0"), Track.JIT);

        assertThat(settings.port()).isEqualTo(9000);
        assertThat(settings.drain()).isZero();
    }

    static Stream<Arguments> defects() {
        return Stream.of(
                Arguments.of(Map.of(), new Defect.PaymentErrors(), "errors"),
                Arguments.of(Map.of(), new Defect.ErrorsEverywhere(), "errors-all"),
                Arguments.of(Map.of(), new Defect.Leak(8), "leak"),
                Arguments.of(Map.of("CHECKOUT_LEAK_MIB_PER_SECOND", "2"), new Defect.Leak(2), "leak"),
                Arguments.of(Map.of(), new Defect.Crash(Duration.ofSeconds(5)), "crash"),
                Arguments.of(
                        Map.of("CHECKOUT_CRASH_AFTER_SECONDS", "1"), new Defect.Crash(Duration.ofSeconds(1)), "crash"),
                Arguments.of(Map.of(), new Defect.SlowStart(Duration.ofSeconds(15)), "slow-start"),
                Arguments.of(
                        Map.of("CHECKOUT_SLOW_START_SECONDS", "4"),
                        new Defect.SlowStart(Duration.ofSeconds(4)),
                        "slow-start"),
                Arguments.of(Map.of(), new Defect.SlowAnswers(Duration.ofSeconds(1)), "latency"));
    }

    @ParameterizedTest(name = "{2} with {0} is {1}")
    @MethodSource("defects")
    void theAotBuildCarriesTheDefectAskedFor(Map<String, String> variables, Defect expected, String word) {
        var settings = Settings.read(with(variables, word), Track.AOT);

        assertThat(settings.defect()).isEqualTo(expected);
        assertThat(settings.defectIsIgnored()).isFalse();
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("defects")
    void theJitBuildIgnoresEveryDefect(Map<String, String> variables, Defect other, String word) {
        var settings = Settings.read(with(variables, word), Track.JIT);

        assertThat(settings.defect()).isEqualTo(new Defect.None()).isNotEqualTo(other);
        assertThat(settings.defectIsIgnored()).isTrue();
    }

    @Test
    void refusesAnUnknownDefectAndNamesTheKnownOnes() {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> Settings.read(Map.of("CHECKOUT_DEFECT", "gremlin"), Track.AOT))
                .withMessageContainingAll("gremlin", "errors", "errors-all", "leak", "crash", "slow-start", "latency");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "http", "99999999999"})
    void refusesAPortOutOfBounds(String port) {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> Settings.read(Map.of("HTTP_PORT", port), Track.JIT))
                .withMessage("HTTP_PORT=" + port + " is not accepted; use a whole number from 0 to 65535");
    }

    private static Map<String, String> with(Map<String, String> variables, String defect) {
        var all = new HashMap<>(variables);
        all.put("CHECKOUT_DEFECT", defect);
        return all;
    }
}
