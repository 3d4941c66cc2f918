package dev.aotrollout.evidence;

/**
 * Where a document that is shown is from.
 *
 * @param name of the pack
 * @param digest of its bytes, such as {@code sha256:4f0c…}
 * @param signed whether signed statements are beside it
 */
public record ReportOrigin(String name, String digest, boolean signed) {}
