package dev.aotrollout.governance;

import java.time.Instant;

/**
 * An AOTException that puts up with a package.
 *
 * @param packageGlob of a purl without its version, such as {@code pkg:nuget/Newtonsoft.Json}, or of a name alone
 * @param until the first instant at which it counts no more
 */
public record Tolerance(String packageGlob, String exceptionName, Instant until) {}
