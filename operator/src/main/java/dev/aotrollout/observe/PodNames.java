package dev.aotrollout.observe;

import java.util.regex.Pattern;

/**
 * The names that pods of one Deployment have: {@code <deployment>-<template hash>-<suffix>}. Kubernetes builds hash and suffix from
 * an alphabet without vowels, so pods of {@code checkout-aot} are never taken for pods of {@code checkout}.
 *
 * @param regex in the dialect that RE2 and Java share
 */
record PodNames(String regex, Pattern pattern) {
    private static final String SAFE = "bcdfghjklmnpqrstvwxz2456789";
    private static final String SUFFIX = "[" + SAFE + "]{5}";
    private static final int LONGEST_HASH = 10;
    /** Kubernetes cuts {@code <deployment>-<hash>-} here before it appends the suffix. */
    private static final int LONGEST_BASE = 58;

    static PodNames of(String deployment) {
        var regex = deployment.length() + LONGEST_HASH + 2 <= LONGEST_BASE ? whole(deployment) : cut(deployment);
        return new PodNames(regex, Pattern.compile(regex));
    }

    boolean match(String pod) {
        return pattern.matcher(pod).matches();
    }

    private static String whole(String deployment) {
        return PromQl.literal(deployment) + "-[" + SAFE + "]{1," + LONGEST_HASH + "}-" + SUFFIX;
    }

    /** Part of the hash, or of the Deployment's own name, may be cut off. */
    private static String cut(String deployment) {
        var dashed = deployment + "-";
        if (dashed.length() >= LONGEST_BASE) return PromQl.literal(dashed.substring(0, LONGEST_BASE)) + SUFFIX;
        var rest = LONGEST_BASE - dashed.length();
        return "(?:" + whole(deployment) + "|" + PromQl.literal(dashed) + "[" + SAFE + "-]{" + rest + "}" + SUFFIX
                + ")";
    }
}
