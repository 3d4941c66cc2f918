package dev.aotrollout.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.statistics.Interval;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
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
}
