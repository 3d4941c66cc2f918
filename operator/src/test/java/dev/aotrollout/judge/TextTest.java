package dev.aotrollout.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.statistics.Interval;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers read the same whatever the locale of the process is. */
class TextTest {
    private final Locale before = Locale.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "de-DE", "fr-FR", "ar-EG", "hi-IN-u-nu-deva", "tr-TR"})
    void numbersReadTheSameInEveryLocale(String tag) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(Text.count(1_234_567)).isEqualTo("1,234,567");
        assertThat(Text.percentOf(0.0012)).isEqualTo("0.12 %");
        assertThat(Text.percent(97.14)).isEqualTo("97.1 %");
        assertThat(Text.mebibytes(64_487_424)).isEqualTo("61.5 MiB");
        assertThat(Text.seconds(1.4)).isEqualTo("1.4 s");
        assertThat(Text.ratio(new Interval(11, 4.5, 20.94))).isEqualTo("11x [4.5, 20.9]");
        assertThat(Text.ratio(new Interval(80, 4.5, 100_000))).isEqualTo("80x [4.5, over 1,000]");
        assertThat(Text.change(new Interval(0.46, 0.43, 1.51))).isEqualTo("-54 % [-57, +51]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "de-DE", "ar-EG"})
    void decimalsThatDoNotMatterAreLeftOut(String tag) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(Text.trimmed(0)).isEqualTo("0");
        assertThat(Text.trimmed(11)).isEqualTo("11");
        assertThat(Text.trimmed(1.25)).isEqualTo("1.25");
        assertThat(Text.trimmed(0.0042)).isEqualTo("0.004");
        assertThat(Text.trimmed(123.4)).isEqualTo("123");
        assertThat(Text.trimmed(100)).isEqualTo("100");
        assertThat(Text.trimmed(-2.5)).isEqualTo("-2.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "hi-IN-u-nu-deva"})
    void findingsReadTheSameInEveryLocale(String tag) {
        var seen = Seen.nothing()
                .requests(Seen.errors(57, 57_000), Seen.errors(30, 3_000))
                .pod(new PodFacts("a", true, 2, 0, ""));
        var errors = new ErrorsGuard(Mode.ENFORCE, 1.25, 100);
        var restarts = new RestartsGuard(Mode.ENFORCE, 0, 0);
        var expected = errors.judge(seen.evidence(), new Recall()).message()
                + restarts.judge(seen.evidence(), new Recall()).message();
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(errors.judge(seen.evidence(), new Recall()).message()
                        + restarts.judge(seen.evidence(), new Recall()).message())
                .isEqualTo(expected);
    }

    /** Messages are written at every look, so numbers are not formatted by the library; but as it would. */
    @Test
    void numbersReadAsTheLibraryFormatsThem() {
        var random = new SplittableRandom(1);
        for (var i = 0; i < 50_000; i++) {
            var value = Math.exp(random.nextDouble(-12, 25)) * (random.nextInt(4) == 0 ? -1 : 1);
            assertReadsAsFormatted(random.nextBoolean() ? value : Math.rint(value * 2000) / 2000);
            assertThat(Text.count((long) value)).isEqualTo(String.format(Locale.ROOT, "%,d", (long) value));
        }
        for (var value : List.of(0.0, -0.0, 0.0005, 0.0015, 0.125, 1.005, 2.675, 9.95, 99.95, 0.9995, 999.5, 1e9, 1e12))
            assertReadsAsFormatted(value);
        for (var value : List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY))
            assertReadsAsFormatted(value);
    }

    private static void assertReadsAsFormatted(double value) {
        var size = Math.abs(value);
        var decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 || size == 0 ? 2 : 3;
        var text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        var trimmed = text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
        assertThat(Text.trimmed(value)).isEqualTo(trimmed);
        assertThat(Text.signed(value)).isEqualTo(String.format(Locale.ROOT, "%+.0f", (value - 1) * 100));
    }

    @Test
    void spansOfTimeReadAsPeopleSayThem() {
        assertThat(Text.span(40)).isEqualTo("40 s");
        assertThat(Text.span(360)).isEqualTo("6 min");
        assertThat(Text.span(12_600)).isEqualTo("3.5 h");
        assertThat(Text.span(172_800)).isEqualTo("2 d");
    }
}
