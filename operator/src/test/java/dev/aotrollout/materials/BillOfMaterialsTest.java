package dev.aotrollout.materials;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BillOfMaterialsTest {
    @ParameterizedTest
    @CsvSource({
        "operator.cdx-1.6.json, CycloneDX 1.6, 66, pkg:maven/io.javaoperatorsdk/operator-framework@5.2.3",
        "operator.spdx-2.3.json, SPDX 2.3, 108, pkg:maven/org.yaml/snakeyaml@2.5",
        "checkout.cdx-1.4.json, CycloneDX 1.4, 14, pkg:nuget/AutoMapper@12.0.1",
        "checkout.cdx-1.6.json, CycloneDX 1.6, 14, pkg:nuget/AutoMapper@12.0.1",
        "checkout.spdx-2.3.json, SPDX 2.3, 15, pkg:nuget/AutoMapper@12.0.1",
        "requirements.cdx-1.7.json, CycloneDX 1.7, 3, pkg:pypi/flask@3.1.2"
    })
    void readsWhatToolsWrite(String file, String format, int components, String one) {
        var bill = Recorded.bill(file);
        assertThat(bill.format()).isEqualTo(format);
        assertThat(bill.components())
                .hasSize(components)
                .extracting(Component::purl)
                .contains(one);
        assertThat(bill.components())
                .noneMatch(component -> component.ecosystem().isEmpty());
    }

    @Test
    void namesOfMavenHaveTheirGroup() {
        assertThat(Recorded.bill("operator.cdx-1.6.json").components())
                .contains(new Component(
                        "pkg:maven/io.javaoperatorsdk/operator-framework@5.2.3",
                        "maven",
                        "io.javaoperatorsdk/operator-framework",
                        "5.2.3",
                        "required"));
    }

    @Test
    void dependenciesOfTestsAreToldApartInSpdxToo() {
        var components = Recorded.bill("operator.spdx-2.3.json").components();
        assertThat(components)
                .filteredOn(component -> component.scope().equals("test"))
                .hasSize(42)
                .extracting(Component::name)
                .contains("org.junit.jupiter/junit-jupiter", "org.openjdk.jmh/jmh-core");
        assertThat(components)
                .filteredOn(component -> component.name().equals("org.yaml/snakeyaml"))
                .extracting(Component::scope)
                .containsExactly("");
    }

    @Test
    void gzipIsTheSameBill() {
        var plain = Recorded.bytes("operator.cdx-1.6.json");
        var packed = Recorded.read(Documents.bill(Recorded.gzip(plain)));
        assertThat(packed).isEqualTo(Recorded.bill("operator.cdx-1.6.json"));
        assertThat(packed.digest()).matches("sha256:[0-9a-f]{64}");
    }

    @Test
    void whatHasNoPurlIsThereWithoutAnEcosystem() {
        var bill = cycloneDx("{\"type\":\"library\",\"group\":\"com.acme\",\"name\":\"own\",\"version\":\"1\"}");
        assertThat(bill.components()).containsExactly(new Component("", "", "com.acme/own", "1", ""));
    }

    @Test
    void partsOfPartsAreFoundAndFilesAreNone() {
        var bill =
                cycloneDx("{\"type\":\"file\",\"name\":\"a.jar\",\"components\":[{\"type\":\"library\",\"name\":\"in\","
                        + "\"purl\":\"pkg:npm/%40acme/in@1.0?arch=x#lib\",\"scope\":\"optional\"}]}");
        assertThat(bill.components())
                .containsExactly(new Component("pkg:npm/%40acme/in@1.0", "npm", "@acme/in", "1.0", "optional"));
    }

    @ParameterizedTest
    @CsvSource({
        "pkg:npm/@acme/in@1.0, npm, @acme/in, 1.0",
        "PKG:NuGet/Dapper@2.1.86, nuget, Dapper, 2.1.86",
        "pkg://golang/github.com/acme/x@v1.2.3, golang, github.com/acme/x, v1.2.3",
        "pkg:maven/a/b, maven, a/b, 9",
        "pkg:generic/50%25, generic, 50%, 9"
    })
    void purlsAreReadAsTheyAreWritten(String purl, String ecosystem, String name, String version) {
        var bill = cycloneDx("{\"name\":\"n\",\"version\":\"9\",\"purl\":\"%s\"}".formatted(purl));
        var component = bill.components().getFirst();
        assertThat(component.ecosystem()).isEqualTo(ecosystem);
        assertThat(component.name()).isEqualTo(name);
        assertThat(component.version()).isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "pkg:", "pkg:nuget", "pkg:nuget/", "pkg:/x", "pkg:nuget/@1"})
    void whatIsNoPurlIsTakenAsNone(String purl) {
        var bill = cycloneDx("{\"name\":\"n\",\"purl\":\"%s\"}".formatted(purl));
        assertThat(bill.components()).containsExactly(new Component("", "", "n", "", ""));
    }

    private static BillOfMaterials cycloneDx(String component) {
        var text = "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"components\":[%s]}".formatted(component);
        return Recorded.read(Documents.bill(text.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ""                                                                       | empty
            "   "                                                                    | empty
            hello                                                                    | not JSON: line 1
            []                                                                       | not a JSON object
            null                                                                     | not a JSON object
            {}                                                                       | neither CycloneDX
            {'a':1} {}                                                               | not JSON
            {'bomFormat':'CycloneDX','specVersion':'1.3','components':[]}            | CycloneDX 1.3; 1.4 to 1.7 can be read
            {'bomFormat':'CycloneDX','components':[]}                                | CycloneDX ?; 1.4 to 1.7
            {'bomFormat':'CycloneDX','specVersion':'1.6'}                            | without a list of components
            {'bomFormat':'CycloneDX','specVersion':'1.6','components':[1]}           | a component that is no object
            {'bomFormat':'CycloneDX','specVersion':'1.6','components':[{}]}          | a component without a name
            {'bomFormat':'CycloneDX','bomFormat':'x'}                                | Duplicate
            {'spdxVersion':'SPDX-2.2','packages':[]}                                 | SPDX-2.2; SPDX-2.3 can be read
            {'spdxVersion':'SPDX-2.3'}                                               | without a list of packages
            {'spdxVersion':'SPDX-2.3','packages':[{}]}                               | a package without a name
            """)
    void saysWhatIsWrong(String document, String why) {
        var bytes = document.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        assertThat(Recorded.why(Documents.bill(bytes))).contains(why);
    }

    @Test
    void aTruncatedBillIsRefusedWhereverItEnds() {
        var bytes = Recorded.bytes("operator.cdx-1.6.json");
        for (var length = 0; length < bytes.length; length += 997)
            assertThat(Recorded.why(Documents.bill(Arrays.copyOf(bytes, length))))
                    .isNotEmpty();
    }

    @Test
    void anOlderSpdxOfARealToolIsRefused() {
        assertThat(Recorded.why(Documents.bill(Recorded.bytes("checkout.spdx-2.2.json"))))
                .isEqualTo("SPDX-2.2; SPDX-2.3 can be read");
    }

    @Test
    void aBombIsNotUnpacked() {
        var bomb = Recorded.gzip(new byte[Plain.LARGEST_BYTES + 1]);
        assertThat(bomb.length).isLessThan(20_000);
        assertThat(Recorded.why(Documents.bill(bomb))).startsWith("more than 16 MiB when unpacked");
    }

    @Test
    void aDamagedGzipIsRefused() {
        var packed = Recorded.gzip(Recorded.bytes("operator.cdx-1.6.json"));
        assertThat(Recorded.why(Documents.bill(Arrays.copyOf(packed, packed.length / 2))))
                .startsWith("damaged gzip");
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        assertThat(Recorded.why(Documents.bill(new byte[] {(byte) 0xc3, 0x28, 0x20})))
                .contains("neither text");
    }

    @Test
    void endlessNestingIsRefused() {
        var deep = "{\"a\":".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        assertThat(Recorded.why(Documents.bill(deep))).startsWith("not JSON").contains("nesting depth");
    }
}
