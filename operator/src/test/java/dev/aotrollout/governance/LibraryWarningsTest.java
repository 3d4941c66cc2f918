package dev.aotrollout.governance;

import static dev.aotrollout.governance.Libraries.NOW;
import static dev.aotrollout.governance.Libraries.bill;
import static dev.aotrollout.governance.Libraries.policy;
import static dev.aotrollout.governance.Libraries.rule;
import static dev.aotrollout.governance.Libraries.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.governance.LibraryWarnings.Allowed;
import dev.aotrollout.materials.BuildWarning;
import dev.aotrollout.materials.BuildWarnings;
import dev.aotrollout.materials.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LibraryWarningsTest {
    private static final LibraryRule ALL = rule("pkg:nuget/*", "", LibraryVerdict.APPROVED);
    private static final BuildWarnings TWO_PLACES =
            new BuildWarnings(List.of(new BuildWarning("IL2026", "Shop.Orders.Save", "m", false, 2)));

    private static LibraryReport judge(LibraryPolicy policy, BuildWarnings warnings, Tolerance... tolerances) {
        return LibraryJudge.judge(policy, bill("pkg:nuget/A@1"), warnings, List.of(tolerances), NOW);
    }

    private static LibraryPolicy limits(List<String> deny, Map<String, Integer> byCode, int total, Allowed... allow) {
        return with(policy(ALL), new LibraryWarnings(deny, byCode, total, List.of(allow)));
    }

    @Test
    void aDeniedCodeFailsTheBuild() {
        var report = judge(limits(List.of("IL3*", "IL2026"), Map.of(), 100), TWO_PLACES);
        assertThat(report.answer()).isEqualTo(Answer.FAILED);
        assertThat(report.message())
                .isEqualTo(
                        "1 library is approved; IL2026 is denied and was given 2 times (Shop.Orders.Save); policy p");
    }

    @Test
    void aLimitIsHeldToWhatIsAboveIt() {
        assertThat(judge(limits(List.of(), Map.of("IL2026", 2), 2), TWO_PLACES).answer())
                .isEqualTo(Answer.PASSED);
        assertThat(judge(limits(List.of(), Map.of("IL2026", 1), 2), TWO_PLACES).remarks())
                .containsExactly("IL2026 was given 2 times, limit 1 (Shop.Orders.Save)");
        assertThat(judge(limits(List.of(), Map.of(), 1), TWO_PLACES).remarks()).containsExactly("2 warnings, limit 1");
    }

    @Test
    void collapsedWarningsAreAnUnknownNumber() {
        var log = Recorded.warnings("publish.log");
        var report = judge(policy(ALL), log);
        assertThat(report.answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(report.message())
                .contains("the warnings of 2 assemblies were not printed (Dapper, Newtonsoft.Json); "
                        + "publish with TrimmerSingleWarn=false");
        assertThat(report.warningsByCode())
                .isEqualTo(Map.of("IL2026", 1, "IL2091", 1, "IL2104", 1, "IL3050", 1, "IL3053", 2));
        assertThat(judge(policy(LibraryVerdict.APPROVED, ALL), log).answer()).isEqualTo(Answer.PASSED);
    }

    @Test
    void anAllowedWarningCountsNowhereUntilItEnds() {
        var allowed = new Allowed("IL2026", LibraryGlob.of("Shop.*"), Instant.MAX);
        assertThat(judge(limits(List.of("IL*"), Map.of(), 0, allowed), TWO_PLACES)
                        .answer())
                .isEqualTo(Answer.PASSED);
        var over = new Allowed("IL2026", LibraryGlob.of("Shop.*"), NOW);
        assertThat(judge(limits(List.of("IL*"), Map.of(), 0, over), TWO_PLACES).answer())
                .isEqualTo(Answer.FAILED);
        var elsewhere = new Allowed("IL2026", LibraryGlob.of("Other.*"), Instant.MAX);
        assertThat(judge(limits(List.of("IL*"), Map.of(), 0, elsewhere), TWO_PLACES)
                        .answer())
                .isEqualTo(Answer.FAILED);
    }

    @Test
    void anExceptionForAPackagePutsUpWithItsWarningsToo() {
        var collapsed = new BuildWarnings(List.of(new BuildWarning("IL2104", "Newtonsoft.Json", "m", true, 1)));
        var tolerance = new Tolerance("pkg:nuget/newtonsoft.json", "json", Instant.MAX);
        assertThat(judge(policy(ALL), collapsed).answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(judge(policy(ALL), collapsed, tolerance).answer()).isEqualTo(Answer.PASSED);
    }
}
