package dev.aotrollout.intake;

import dev.aotrollout.api.AotLibraryPolicy;
import dev.aotrollout.api.AotLibraryPolicySpec.AllowedWarning;
import dev.aotrollout.api.AotLibraryPolicySpec.Conditions;
import dev.aotrollout.api.AotLibraryPolicySpec.Fallback;
import dev.aotrollout.api.AotLibraryPolicySpec.Rule;
import dev.aotrollout.api.AotLibraryPolicySpec.Verdict;
import dev.aotrollout.api.AotLibraryPolicySpec.Warnings;
import dev.aotrollout.governance.LibraryGlob;
import dev.aotrollout.governance.LibraryPolicy;
import dev.aotrollout.governance.LibraryRule;
import dev.aotrollout.governance.LibraryRule.LibraryConditions;
import dev.aotrollout.governance.LibraryRule.LibraryGrounds;
import dev.aotrollout.governance.LibraryVerdict;
import dev.aotrollout.governance.LibraryVersions;
import dev.aotrollout.governance.LibraryWarnings;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From an AOTLibraryPolicy to what the judge of libraries holds a build to. */
public final class LibraryPolicyReader {
    private LibraryPolicyReader() {}

    /** Ranges that cannot be read are kept and become remarks of each report. */
    public static LibraryPolicy read(AotLibraryPolicy resource) {
        var spec = resource.getSpec();
        return new LibraryPolicy(
                Objects.requireNonNullElse(resource.getMetadata().getName(), ""),
                fallback(spec.defaultVerdict()),
                Set.copyOf(spec.ecosystems()),
                Set.copyOf(spec.scopes().ignore()),
                spec.rules().stream().map(LibraryPolicyReader::rule).toList(),
                warnings(spec.warnings()));
    }

    private static LibraryVerdict fallback(Fallback fallback) {
        return switch (fallback) {
            case DENY -> LibraryVerdict.DENIED;
            case REQUIRE_REVIEW -> LibraryVerdict.NEEDS_REVIEW;
            case ALLOW -> LibraryVerdict.APPROVED;
        };
    }

    private static LibraryRule rule(Rule rule) {
        return new LibraryRule(
                LibraryGlob.of(rule.purl()),
                LibraryVersions.of(text(rule.versions())),
                verdict(rule.verdict()),
                conditions(rule.conditions()),
                new LibraryGrounds(text(rule.reason()), text(rule.replacement())),
                endOf(rule.expires()));
    }

    private static LibraryVerdict verdict(Verdict verdict) {
        return switch (verdict) {
            case APPROVED -> LibraryVerdict.APPROVED;
            case APPROVED_WITH_CONDITIONS -> LibraryVerdict.APPROVED_WITH_CONDITIONS;
            case NEEDS_REVIEW -> LibraryVerdict.NEEDS_REVIEW;
            case DENIED -> LibraryVerdict.DENIED;
        };
    }

    private static LibraryConditions conditions(@Nullable Conditions conditions) {
        if (conditions == null) return LibraryConditions.NONE;
        return new LibraryConditions(
                conditions.forbiddenFeatures(),
                conditions.requiredPackages().stream().map(LibraryGlob::of).toList(),
                text(conditions.minRuntime()));
    }

    private static LibraryWarnings warnings(Warnings warnings) {
        var maxTotal = warnings.maxTotal();
        return new LibraryWarnings(
                warnings.denyCodes(),
                warnings.maxByCode(),
                maxTotal == null ? LibraryWarnings.UNLIMITED : maxTotal,
                warnings.allow().stream().map(LibraryPolicyReader::allowed).toList());
    }

    private static LibraryWarnings.Allowed allowed(AllowedWarning allowed) {
        return new LibraryWarnings.Allowed(
                allowed.code(), LibraryGlob.of(allowed.packageName()), endOf(allowed.expires()));
    }

    /** The day itself still counts. A day that no calendar has is over: whoever wrote it meant an end. */
    private static Instant endOf(@Nullable String lastDay) {
        if (lastDay == null) return Instant.MAX;
        try {
            return LocalDate.parse(lastDay).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
