package dev.aotrollout.governance;

import java.util.List;
import java.util.Set;

/**
 * Which libraries and warnings are approved for AOT builds.
 *
 * @param fallback verdict over libraries that no rule names: denied, to be reviewed, or approved
 * @param ecosystems types of purls that it speaks of, such as {@code nuget}; empty for all. What has no purl is always judged
 * @param ignoredScopes of components that are not in the running service
 */
public record LibraryPolicy(
        String name,
        LibraryVerdict fallback,
        Set<String> ecosystems,
        Set<String> ignoredScopes,
        List<LibraryRule> rules,
        LibraryWarnings warnings) {
    public LibraryPolicy {
        ecosystems = Set.copyOf(ecosystems);
        ignoredScopes = Set.copyOf(ignoredScopes);
        rules = List.copyOf(rules);
    }

    /** What nobody has judged may run. */
    boolean isLenient() {
        return fallback == LibraryVerdict.APPROVED;
    }
}
