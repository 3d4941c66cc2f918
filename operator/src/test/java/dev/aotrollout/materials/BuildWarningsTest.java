package dev.aotrollout.materials;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildWarningsTest {
    @Test
    void everyFormOfAPublishLogIsRead() {
        assertThat(Recorded.warnings("publish.log").warnings())
                .extracting(BuildWarning::code, BuildWarning::packageName, BuildWarning::collapsed, BuildWarning::count)
                .containsExactly(
                        tuple("IL2026", "Shop.Orders.Save", false, 1),
                        tuple("IL3050", "Shop.Orders.Save", false, 1),
                        tuple("IL2104", "Newtonsoft.Json", true, 1),
                        tuple("IL3053", "Newtonsoft.Json", true, 1),
                        tuple("IL3053", "Dapper", true, 1),
                        tuple("IL2091", "", false, 1));
    }

    private static Tuple tuple(Object... values) {
        return Assertions.tuple(values);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Dapper.dll: [IL2104] Assembly 'Dapper' produced trim warnings                              | IL2104 | Dapper
            Assembly 'Dapper' produced AOT analysis warnings.                                          | IL3053 | Dapper
            Assembly 'Dapper' produced trim warnings.                                                  | IL2104 | Dapper
            ILC: AOT analysis warning IL3054: Shop.Tree`1<T>.Grow(Int32): Generic expansion is aborted  | IL3054 | Shop.Tree`1<T>.Grow
            /x/Lib.dll : error IL3000: 'Assembly.Location' always returns an empty string               | IL3000 | Lib
            """)
    void aLineNamesItsCodeAndPackage(String line, String code, String packageName) {
        var warning = warnings(line).warnings().getFirst();
        assertThat(warning.code()).isEqualTo(code);
        assertThat(warning.packageName()).isEqualTo(packageName);
    }

    @Test
    void colorsAndTheEncodingOfPowerShellDoNotHide() {
        var line = "\u001B[33mLib.dll : warning IL3053: Assembly 'Lib' produced AOT analysis warnings.\u001B[0m\r\n";
        var utf16 = ("\uFEFF" + line).getBytes(StandardCharsets.UTF_16LE);
        assertThat(Recorded.read(Documents.warnings(utf16))).isEqualTo(warnings(line));
        assertThat(warnings(line).warnings()).hasSize(1);
    }

    @Test
    void aLogWithoutWarningsHasNone() {
        assertThat(warnings("  checkout -> /src/bin/checkout.dll\nBuild succeeded.\n"))
                .isEqualTo(BuildWarnings.NONE);
    }

    @Test
    void sarifCountsPlacesAndLeavesSuppressedOnesOut() {
        assertThat(Recorded.warnings("checkout.sarif").warnings())
                .extracting(BuildWarning::code, BuildWarning::count)
                .containsExactly(tuple("IL2026", 2), tuple("IL3050", 1));
    }

    @Test
    void missingRegistrationsNameTheElement() {
        assertThat(Recorded.warnings("native-image.log").warnings())
                .extracting(BuildWarning::code, BuildWarning::packageName, BuildWarning::message)
                .containsExactly(
                        tuple(
                                "MissingReflectionRegistration",
                                "com.acme.shop.Order.total",
                                "Cannot reflectively invoke method 'public java.lang.String com.acme.shop.Order.total(int)'"),
                        tuple(
                                "MissingResourceRegistration",
                                "templates/receipt.html",
                                "Cannot access the resource at path 'templates/receipt.html'"),
                        tuple(
                                "MissingReflectionRegistration",
                                "com.acme.shop.Legacy",
                                "The program tried to reflectively access the class com.acme.shop.Legacy"));
    }

    @Test
    void whatTwoToolsSayAlikeCountsOnce() {
        var one = new BuildWarnings(List.of(new BuildWarning("IL2026", "a", "m", false, 2)));
        var other = new BuildWarnings(List.of(
                new BuildWarning("IL2026", "a", "m", false, 3), new BuildWarning("IL3050", "a", "m", false, 1)));
        assertThat(one.merge(other)).isEqualTo(other);
        assertThat(other.merge(one)).isEqualTo(other);
        assertThat(BuildWarnings.NONE.merge(one)).isEqualTo(one);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ""                                  | empty
            hello                               | no sign of any, and no warning
            <html></html>                       | no sign of any, and no warning
            {}                                  | not SARIF
            {'version': '2.0.0', 'runs': []}    | SARIF 2.0.0; 2.1 can be read
            {'runs': []}                        | SARIF ?
            {'version'                          | not JSON
            """)
    void saysWhatIsWrong(String document, String why) {
        var bytes = document.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        assertThat(Recorded.why(Documents.warnings(bytes))).contains(why);
    }

    @Test
    void aTruncatedSarifIsRefusedWhereverItEnds() {
        var bytes = Recorded.text("checkout.sarif").strip().getBytes(StandardCharsets.UTF_8);
        for (var length = 0; length < bytes.length; length += 97)
            assertThat(Recorded.why(Documents.warnings(Arrays.copyOf(bytes, length))))
                    .isNotEmpty();
    }

    private static BuildWarnings warnings(String text) {
        return Recorded.read(Documents.warnings(text.getBytes(StandardCharsets.UTF_8)));
    }
}
