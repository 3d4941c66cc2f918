package dev.aotrollout.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryVersionsTest {
    @ParameterizedTest(name = "{1} in {0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            [1.0,2.0)          | 1.0          | true
            [1.0,2.0)          | 1.9.9        | true
            [1.0,2.0)          | 2.0          | false
            [1.0,2.0)          | 2.0.0        | false
            [1.0,2.0)          | 2.0-beta     | true
            (1.0,2.0]          | 1.0          | false
            (1.0,2.0]          | 2.0          | true
            (,1.5]             | 0.1          | true
            [12.0,)            | 13.0.1       | true
            [12.0,)            | 9.1          | false
            [1.2]              | 1.2.0        | true
            [1.2]              | 1.2.1        | false
            [1,2),[3,4)        | 3.5          | true
            [1,2), [3,4)       | 2.5          | false
            >=1.2 <2           | 1.10         | true
            >= 1.2, < 2        | 2            | false
            <2                 | 1.99         | true
            =1.0               | 1.0+build.7  | true
            >1.0               | 1.0          | false
            <=1.0              | 1.0          | true
            """)
    void aRangeHoldsVersions(String range, String version, boolean holds) {
        assertThat(LibraryVersions.of(range).isReadable()).isTrue();
        assertThat(LibraryVersions.of(range).contains("nuget", version)).isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.0", "[1.0", "1.0,2.0", "[]", "(1.0)", ">=", "> <", "[1,2,3]", "~1.2", "^1", "8.*", "]1,2["})
    void whatIsNoRangeIsFoundAndNotThrown(String range) {
        assertThat(LibraryVersions.of(range).isReadable()).isFalse();
        assertThat(LibraryVersions.of(range).contains("nuget", "1.0")).isFalse();
    }

    /** From below to above. */
    private static void assertAscending(String ecosystem, List<String> versions) {
        for (var i = 0; i < versions.size(); i++)
            for (var j = 0; j < versions.size(); j++)
                assertThat(Integer.signum(LibraryVersion.compare(ecosystem, versions.get(i), versions.get(j))))
                        .as("%s and %s", versions.get(i), versions.get(j))
                        .isEqualTo(Integer.compare(i, j));
    }

    @Test
    void semanticVersionsAreInTheOrderOfTheirSpecification() {
        assertAscending(
                "nuget",
                List.of(
                        "1.0.0-alpha",
                        "1.0.0-alpha.1",
                        "1.0.0-alpha.beta",
                        "1.0.0-beta",
                        "1.0.0-beta.2",
                        "1.0.0-beta.11",
                        "1.0.0-rc.1",
                        "1.0.0",
                        "1.0.0.1",
                        "1.2",
                        "1.10",
                        "99999999999999999999.0"));
    }

    @Test
    void mavenVersionsAreInTheOrderOfMaven() {
        assertAscending(
                "maven",
                List.of(
                        "1.0-alpha-1",
                        "1.0-alpha-2",
                        "1.0-beta1",
                        "1.0-M3",
                        "1.0-rc1",
                        "1.0-SNAPSHOT",
                        "1.0",
                        "1.0-sp1",
                        "1.0-jre",
                        "1.0.1",
                        "1.2",
                        "1.10.Final"));
    }

    @ParameterizedTest
    @CsvSource({
        "maven, 1, 1.0.0",
        "maven, 1.0, 1.0.RELEASE",
        "maven, 1.0, 1-ga",
        "maven, 5.4.0.Final, 5.4",
        "maven, 1.0-cr1, 1-RC1",
        "maven, 1.0.0-alpha1, 1-a1",
        "nuget, 1.0, 1.0.0.0",
        "nuget, 1.0.0-RC1, 1.0-rc1",
        "golang, v1.2.3, 1.2.3"
    })
    void someVersionsAreTheSame(String ecosystem, String one, String other) {
        assertThat(LibraryVersion.compare(ecosystem, one, other)).isZero();
    }
}
