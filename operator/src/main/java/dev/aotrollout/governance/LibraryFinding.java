package dev.aotrollout.governance;

/**
 * A library that is denied or must be reviewed.
 *
 * @param purl as the bill has it; without one, name and version
 * @param rule its glob and range; {@code default} where none names it
 * @param replacement what to use instead; may be empty
 */
public record LibraryFinding(String purl, LibraryVerdict verdict, String rule, String reason, String replacement) {
    /** {@code pkg:nuget/AutoMapper@12.0.1: dynamic code; use Mapperly}. */
    public String sentence() {
        return purl + ": " + reason + (replacement.isEmpty() ? "" : "; use " + replacement);
    }
}
