package dev.aotrollout.governance;

import static dev.aotrollout.governance.Libraries.NOW;
import static dev.aotrollout.governance.Libraries.because;
import static dev.aotrollout.governance.Libraries.bill;
import static dev.aotrollout.governance.Libraries.judge;
import static dev.aotrollout.governance.Libraries.on;
import static dev.aotrollout.governance.Libraries.policy;
import static dev.aotrollout.governance.Libraries.rule;
import static dev.aotrollout.governance.Libraries.until;
import static dev.aotrollout.governance.LibraryVerdict.APPROVED;
import static dev.aotrollout.governance.LibraryVerdict.APPROVED_WITH_CONDITIONS;
import static dev.aotrollout.governance.LibraryVerdict.DENIED;
import static dev.aotrollout.governance.LibraryVerdict.IGNORED;
import static dev.aotrollout.governance.LibraryVerdict.NEEDS_REVIEW;
import static dev.aotrollout.governance.LibraryVerdict.TOLERATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.governance.LibraryRule.LibraryConditions;
import dev.aotrollout.materials.BillOfMaterials;
import dev.aotrollout.materials.BuildWarnings;
import dev.aotrollout.materials.Component;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LibraryJudgeTest {
    private static final LibraryRule AUTO_MAPPER =
            because(rule("pkg:nuget/AutoMapper", "", DENIED), "dynamic code", "Mapperly");
    private static final LibraryRule ALL_OF_NUGET = rule("pkg:nuget/*", "", APPROVED);

    @Test
    void aDeniedLibraryFailsTheBuildWithItsReasonAndWhatToUseInstead() {
        var report =
                judge(policy(AUTO_MAPPER, ALL_OF_NUGET), bill("pkg:nuget/AutoMapper@12.0.1", "pkg:nuget/Dapper@2.1"));
        assertThat(report.answer()).isEqualTo(Answer.FAILED);
        assertThat(report.message())
                .isEqualTo(
                        "1 of 2 libraries is denied (pkg:nuget/AutoMapper@12.0.1: dynamic code; use Mapperly); policy p");
        assertThat(report.offenders())
                .containsExactly(new LibraryFinding(
                        "pkg:nuget/AutoMapper@12.0.1", DENIED, "pkg:nuget/AutoMapper", "dynamic code", "Mapperly"));
    }

    @Test
    void whatNoRuleNamesNeedsAReview() {
        var report = judge(policy(AUTO_MAPPER), bill("pkg:nuget/automapper@1", "pkg:nuget/B@1", "pkg:nuget/A@1"));
        assertThat(report.counts()).isEqualTo(Map.of(DENIED, 1, NEEDS_REVIEW, 2));
        assertThat(report.counts().keySet()).containsExactly(DENIED, NEEDS_REVIEW);
        assertThat(report.offenders())
                .extracting(LibraryFinding::purl)
                .containsExactly("pkg:nuget/automapper@1", "pkg:nuget/A@1", "pkg:nuget/B@1");
        assertThat(report.message())
                .isEqualTo("1 of 3 libraries is denied (pkg:nuget/automapper@1: dynamic code; use Mapperly), "
                        + "2 need review; policy p");
    }

    @Test
    void theDefaultDecidesOverWhatHasNoPurl() {
        assertThat(judge(policy(ALL_OF_NUGET), bill("own")).answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(judge(policy(DENIED, ALL_OF_NUGET), bill("own")).answer()).isEqualTo(Answer.FAILED);
        assertThat(judge(policy(APPROVED), bill("own")).answer()).isEqualTo(Answer.PASSED);
    }

    @Test
    void approvedLibrariesPass() {
        var report = judge(policy(ALL_OF_NUGET), bill("pkg:nuget/A@1", "pkg:nuget/B@1"));
        assertThat(report.answer()).isEqualTo(Answer.PASSED);
        assertThat(report.message()).isEqualTo("2 libraries are approved; policy p");
        assertThat(report.offenders()).isEmpty();
    }

    @Test
    void anEmptyBillShowsNothing() {
        var report = judge(policy(APPROVED), bill());
        assertThat(report.answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(report.message()).isEqualTo("the bill has no library that the policy speaks of; policy p");
    }

    @Test
    void theMostSpecificRuleWinsWhereverItStands() {
        var rules = policy(
                rule("pkg:nuget/**", "", DENIED),
                rule("pkg:nuget/Acme.*", "", APPROVED),
                rule("pkg:nuget/Acme.Old*", "", NEEDS_REVIEW),
                rule("pkg:nuget/Acme.Older", "", APPROVED),
                rule("pkg:nuget/Acme.Older", "[2,3)", DENIED));
        assertThat(verdict(rules, "pkg:nuget/Other@1")).isEqualTo(DENIED);
        assertThat(verdict(rules, "pkg:nuget/Acme.New@1")).isEqualTo(APPROVED);
        assertThat(verdict(rules, "pkg:nuget/Acme.Oldest@1")).isEqualTo(NEEDS_REVIEW);
        assertThat(verdict(rules, "pkg:nuget/Acme.Older@1")).isEqualTo(APPROVED);
        assertThat(verdict(rules, "pkg:nuget/Acme.Older@2.5")).isEqualTo(DENIED);
    }

    @Test
    void ofEqualRulesTheStricterWins() {
        var rules = policy(rule("pkg:nuget/A", "", APPROVED), rule("pkg:nuget/a", "", DENIED));
        assertThat(verdict(rules, "pkg:nuget/A@1")).isEqualTo(DENIED);
        var globs = policy(rule("pkg:nuget/A*", "", APPROVED), rule("pkg:nuget/*A", "", NEEDS_REVIEW));
        assertThat(verdict(globs, "pkg:nuget/A@1")).isEqualTo(NEEDS_REVIEW);
    }

    @Test
    void anUnknownVersionIsNotTakenForAnApprovedOne() {
        var rules = policy(rule("pkg:nuget/A", "[2,)", APPROVED));
        assertThat(verdict(rules, "pkg:nuget/A@2.0")).isEqualTo(APPROVED);
        assertThat(verdict(rules, "pkg:nuget/A")).isEqualTo(NEEDS_REVIEW);
        assertThat(verdict(policy(APPROVED, rule("pkg:nuget/A", "[2,)", DENIED)), "pkg:nuget/A"))
                .isEqualTo(NEEDS_REVIEW);
    }

    @Test
    void anApprovalCountsToItsLastDay() {
        var rule = until(rule("pkg:nuget/A", "", APPROVED), "2026-11-25T12:00:00.001Z");
        assertThat(verdict(policy(rule), "pkg:nuget/A@1")).isEqualTo(APPROVED);
        var over = until(rule, "2026-11-25T00:00:00Z");
        var finding = judge(policy(over), bill("pkg:nuget/A@1")).offenders().getFirst();
        assertThat(finding.verdict()).isEqualTo(NEEDS_REVIEW);
        assertThat(finding.reason()).isEqualTo("its approval expired with 2026-11-24");
    }

    @Test
    void aPolicyThatAllowsTheUnknownAllowsAnExpiredApprovalToo() {
        var over = until(rule("pkg:nuget/A", "", APPROVED), "2026-11-25T00:00:00Z");
        assertThat(judge(policy(APPROVED, over), bill("pkg:nuget/A@1")).answer())
                .isEqualTo(Answer.PASSED);
        assertThat(judge(policy(APPROVED, rule("pkg:nuget/A", "", NEEDS_REVIEW)), bill("pkg:nuget/A@1"))
                        .answer())
                .isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void aRequiredPackageMustBeInTheBill() {
        var dapper = on(
                rule("pkg:nuget/Dapper", "", APPROVED),
                new LibraryConditions(List.of(), List.of(LibraryGlob.of("pkg:nuget/Dapper.AOT")), ""));
        var rules = policy(dapper, rule("pkg:nuget/Dapper.AOT", "", APPROVED));
        assertThat(judge(rules, bill("pkg:nuget/Dapper@2", "pkg:nuget/dapper.aot@1"))
                        .counts())
                .isEqualTo(Map.of(APPROVED, 1, APPROVED_WITH_CONDITIONS, 1));
        var alone = judge(rules, bill("pkg:nuget/Dapper@2"));
        assertThat(alone.answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(alone.offenders().getFirst().reason())
                .isEqualTo("approved only with pkg:nuget/Dapper.AOT, which the bill does not have");
    }

    @Test
    void whatNoBillShowsIsLeftToTheReview() {
        var serilog = on(
                rule("pkg:nuget/Serilog", "", APPROVED),
                new LibraryConditions(List.of("destructuring ({@obj})"), List.of(), "net9.0"));
        var report = judge(policy(serilog), bill("pkg:nuget/Serilog@4.3.0"));
        assertThat(report.answer()).isEqualTo(Answer.PASSED);
        assertThat(report.conditionsToConfirm())
                .containsExactly(
                        "pkg:nuget/Serilog@4.3.0: on net9.0 or newer",
                        "pkg:nuget/Serilog@4.3.0: without destructuring ({@obj})");
        assertThat(report.message()).isEqualTo("1 library is approved, 1 with conditions; policy p");
    }

    @Test
    void scopesAndEcosystemsOutsideTheServiceAreIgnored() {
        var bill = new BillOfMaterials(
                "SPDX 2.3",
                "sha256:0",
                List.of(
                        new Component("pkg:nuget/Moq@4", "nuget", "Moq", "4", "test"),
                        new Component("pkg:deb/debian/libc6@2", "deb", "debian/libc6", "2", ""),
                        new Component("pkg:nuget/A@1", "nuget", "A", "1", "required")));
        var rules = new LibraryPolicy(
                "p",
                DENIED,
                Set.of("nuget"),
                Set.of("test"),
                List.of(rule("pkg:nuget/A", "", APPROVED)),
                LibraryWarnings.NONE);
        var report = judge(rules, bill);
        assertThat(report.counts()).isEqualTo(Map.of(APPROVED, 1, IGNORED, 2));
        assertThat(report.answer()).isEqualTo(Answer.PASSED);
        assertThat(report.message()).isEqualTo("1 library is approved; policy p");
    }

    @Test
    void anExceptionPutsUpWithALibraryUntilItEnds() {
        var build = bill("pkg:nuget/AutoMapper@12.0.1");
        var counts = tolerated(
                build, new Tolerance("pkg:nuget/AutoMapper", "mapping", Instant.parse("2027-01-01T00:00:00Z")));
        assertThat(counts.counts()).isEqualTo(Map.of(TOLERATED, 1));
        assertThat(counts.answer()).isEqualTo(Answer.PASSED);
        assertThat(counts.remarks())
                .containsExactly(
                        "pkg:nuget/AutoMapper@12.0.1 (dynamic code) is tolerated by AOTException mapping until 2026-12-31");
        assertThat(tolerated(build, new Tolerance("automapper", "mapping", NOW)).answer())
                .isEqualTo(Answer.FAILED);
    }

    private static LibraryReport tolerated(BillOfMaterials bill, Tolerance tolerance) {
        return LibraryJudge.judge(policy(AUTO_MAPPER), bill, BuildWarnings.NONE, List.of(tolerance), NOW);
    }

    @Test
    void aRangeThatCannotBeReadIsSaidAndNeverPasses() {
        var report = judge(policy(ALL_OF_NUGET, rule("pkg:nuget/A", "~1.2", DENIED)), bill("pkg:nuget/A@1"));
        assertThat(report.answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(report.remarks())
                .containsExactly("rule pkg:nuget/A: \"~1.2\" is no range of versions, write [1.0,2.0) or >=1.0 <2.0");
        assertThat(report.message()).contains("~1.2");
    }

    private static LibraryVerdict verdict(LibraryPolicy policy, String purl) {
        return judge(policy, bill(purl)).counts().keySet().iterator().next();
    }
}
