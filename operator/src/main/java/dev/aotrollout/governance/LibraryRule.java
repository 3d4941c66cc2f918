package dev.aotrollout.governance;

import java.time.Instant;
import java.util.List;

/**
 * What a policy says of the packages that a glob names.
 *
 * @param purl glob of purls without version
 * @param verdict one that can be written: approved, with conditions, to be reviewed or denied
 * @param expires the first instant at which an approval counts no more; {@link Instant#MAX} for never
 */
public record LibraryRule(
        LibraryGlob purl,
        LibraryVersions versions,
        LibraryVerdict verdict,
        LibraryConditions conditions,
        LibraryGrounds grounds,
        Instant expires) {
    /**
     * What an approval rests on.
     *
     * @param forbiddenFeatures not to be used; no bill shows it
     * @param requiredPackages globs of purls that must be in the bill too
     * @param minRuntime such as {@code net9.0}; empty for any; no bill shows it
     */
    public record LibraryConditions(
            List<String> forbiddenFeatures, List<LibraryGlob> requiredPackages, String minRuntime) {
        public static final LibraryConditions NONE = new LibraryConditions(List.of(), List.of(), "");

        public LibraryConditions {
            forbiddenFeatures = List.copyOf(forbiddenFeatures);
            requiredPackages = List.copyOf(requiredPackages);
        }
    }

    /** Why, and what to use instead; either may be empty. */
    public record LibraryGrounds(String reason, String replacement) {}

    String label() {
        return versions.text().isEmpty() ? purl.text() : purl.text() + " " + versions.text();
    }

    boolean isApproval() {
        return verdict == LibraryVerdict.APPROVED || verdict == LibraryVerdict.APPROVED_WITH_CONDITIONS;
    }
}
