package dev.aotrollout.governance;

import dev.aotrollout.governance.LibraryRule.LibraryConditions;
import dev.aotrollout.governance.LibraryRule.LibraryGrounds;
import dev.aotrollout.materials.BillOfMaterials;
import dev.aotrollout.materials.BuildWarnings;
import dev.aotrollout.materials.Component;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Policies and bills for tests. */
final class Libraries {
    static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private Libraries() {}

    static LibraryRule rule(String purl, String versions, LibraryVerdict verdict) {
        return new LibraryRule(
                LibraryGlob.of(purl),
                LibraryVersions.of(versions),
                verdict,
                LibraryConditions.NONE,
                new LibraryGrounds("", ""),
                Instant.MAX);
    }

    static LibraryRule because(LibraryRule rule, String reason, String replacement) {
        return new LibraryRule(
                rule.purl(),
                rule.versions(),
                rule.verdict(),
                rule.conditions(),
                new LibraryGrounds(reason, replacement),
                rule.expires());
    }

    static LibraryRule on(LibraryRule rule, LibraryConditions conditions) {
        return new LibraryRule(
                rule.purl(),
                rule.versions(),
                LibraryVerdict.APPROVED_WITH_CONDITIONS,
                conditions,
                rule.grounds(),
                rule.expires());
    }

    static LibraryRule until(LibraryRule rule, String expires) {
        return new LibraryRule(
                rule.purl(),
                rule.versions(),
                rule.verdict(),
                rule.conditions(),
                rule.grounds(),
                Instant.parse(expires));
    }

    static LibraryPolicy policy(LibraryVerdict fallback, LibraryRule... rules) {
        return new LibraryPolicy(
                "p", fallback, Set.of(), Set.of("excluded", "test"), List.of(rules), LibraryWarnings.NONE);
    }

    static LibraryPolicy policy(LibraryRule... rules) {
        return policy(LibraryVerdict.NEEDS_REVIEW, rules);
    }

    static LibraryPolicy with(LibraryPolicy policy, LibraryWarnings warnings) {
        return new LibraryPolicy(
                policy.name(),
                policy.fallback(),
                policy.ecosystems(),
                policy.ignoredScopes(),
                policy.rules(),
                warnings);
    }

    /** Of purls such as {@code pkg:nuget/Dapper@2.1.86}. */
    static BillOfMaterials bill(String... purls) {
        return new BillOfMaterials(
                "CycloneDX 1.6",
                "sha256:0",
                Stream.of(purls).map(Libraries::component).toList());
    }

    private static Component component(String purl) {
        if (!purl.startsWith("pkg:")) return new Component("", "", purl, "1", "");
        var slash = purl.indexOf('/');
        var at = purl.indexOf('@');
        return new Component(
                purl,
                purl.substring(4, slash),
                purl.substring(slash + 1, at < 0 ? purl.length() : at),
                at < 0 ? "" : purl.substring(at + 1),
                "");
    }

    static LibraryReport judge(LibraryPolicy policy, BillOfMaterials bill) {
        return LibraryJudge.judge(policy, bill, BuildWarnings.NONE, List.of(), NOW);
    }
}
