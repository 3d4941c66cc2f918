package dev.aotrollout.observe;

import java.util.regex.Pattern;

/**
 * The values of a label that mean one track. Pods of a Deployment are named {@code <deployment>-<template hash>-<suffix>}; Kubernetes
 * builds hash and suffix from an alphabet without vowels, so pods of {@code checkout-aot} are never taken for pods of
 * {@code checkout}.
 *
 * @param regex in the dialect that RE2 and Java share
 */
record TrackNames(String regex, Pattern pattern) {
    private static final String SAFE = "bcdfghjklmnpqrstvwxz2456789";
    private static final String SUFFIX = "[" + SAFE + "]{5}";
    private static final int LONGEST_HASH = 10;
    /** Kubernetes cuts {@code <deployment>-<hash>-} here before it appends the suffix. */
    private static final int LONGEST_BASE = 58;

    /** Patterns that were compiled from the same text are not equal by themselves. */
    @Override
    public boolean equals(Object other) {
        return other instanceof TrackNames names && names.regex.equals(regex);
    }

    @Override
    public int hashCode() {
        return regex.hashCode();
    }

    /** By a template of a {@link Profile.TrackLabel}. */
    static TrackNames of(String template, String namespace, TrackPods track) {
        var regex = template.replace("{{namespace}}", PromQl.literal(namespace))
                .replace("{{deployment}}", PromQl.literal(track.deployment()))
                .replace("{{service}}", PromQl.literal(track.service()))
                .replace("{{pods}}", podsOf(track.deployment()));
        return new TrackNames(regex, Pattern.compile(regex));
    }

    /** By the names of a Deployment's pods. */
    static TrackNames ofPods(String deployment) {
        var regex = podsOf(deployment);
        return new TrackNames(regex, Pattern.compile(regex));
    }

    boolean match(String value) {
        return pattern.matcher(value).matches();
    }

    private static String podsOf(String deployment) {
        return deployment.length() + LONGEST_HASH + 2 <= LONGEST_BASE ? whole(deployment) : cut(deployment);
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
