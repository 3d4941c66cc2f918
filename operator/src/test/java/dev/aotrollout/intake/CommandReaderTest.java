package dev.aotrollout.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.decision.Commands;
import dev.aotrollout.decision.Promotion;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandReaderTest {

    private static Commands read(String name, String value) {
        return CommandReader.read(
                new ObjectMetaBuilder().withAnnotations(Map.of(name, value)).build());
    }

    @Test
    void withoutAnnotationsNothingIsAskedFor() {
        assertThat(CommandReader.read(new ObjectMetaBuilder().build())).isEqualTo(Commands.NONE);
        assertThat(read("example.org/abort", "not ours")).isEqualTo(Commands.NONE);
    }

    @ParameterizedTest(name = "abort \"{0}\" says \"{1}\"")
    @CsvSource({"customers complain, customers complain", "'', no reason given", "' ', no reason given"})
    void anAbortWithoutAReasonIsAnAbortAllTheSame(String value, String why) {
        assertThat(read(CommandReader.ABORT, value).abort()).isEqualTo(why);
    }

    @ParameterizedTest(name = "pause \"{0}\": {1}")
    @CsvSource({"true, true", "yes, true", "'', true", "'2 pm', true", "false, false", "False, false"})
    void anythingButFalsePauses(String value, boolean paused) {
        assertThat(read(CommandReader.PAUSE, value).paused()).isEqualTo(paused);
    }

    @ParameterizedTest(name = "promote \"{0}\": {1}")
    @CsvSource({"step, STEP", "Step, STEP", "full, FULL", "FULL, FULL", "true, NONE", "'', NONE", "all, NONE"})
    void onlyAKnownWordPromotes(String value, Promotion promotion) {
        assertThat(read(CommandReader.PROMOTE, value).promote()).isEqualTo(promotion);
    }

    @Test
    void wordsAreKnownInEveryLocale() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(read(CommandReader.PROMOTE, "FULL").promote()).isEqualTo(Promotion.FULL);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aRetryIsTakenAsItIs() {
        assertThat(read(CommandReader.RETRY, "2").retry()).isEqualTo("2");
    }
}
