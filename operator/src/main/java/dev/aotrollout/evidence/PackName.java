package dev.aotrollout.evidence;

import java.nio.charset.StandardCharsets;

/** Names of packs; the same run always has the same, so that it is filed once. */
public final class PackName {
    private static final int HASH_DIGITS = 8;
    /** Names of objects may have 253 characters; the ConfigMap's is longer than the pack's. */
    private static final int LONGEST_ROLLOUT = 230;

    private static final String SUFFIX = "-evidence";

    private PackName() {}

    /** {@code <rollout>-<8 hexadecimal digits>}. */
    public static String of(String rollout, String uid, String revision, String startedAt, String endedAt) {
        var run = String.join("\n", uid, revision, startedAt, endedAt);
        var hash = EvidenceJson.hex(run.getBytes(StandardCharsets.UTF_8)).substring(0, HASH_DIGITS);
        return rollout.substring(0, Math.min(rollout.length(), LONGEST_ROLLOUT)) + "-" + hash;
    }

    /** The ConfigMap that holds the document of the pack {@code name}. */
    public static String configMap(String name) {
        return name + SUFFIX;
    }

    /** The pack whose document the ConfigMap {@code name} holds. */
    public static String ofConfigMap(String name) {
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }
}
