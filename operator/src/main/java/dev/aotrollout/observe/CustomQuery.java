package dev.aotrollout.observe;

/**
 * A query of the user's own.
 *
 * @param name of the guard that asks
 * @param template PromQL with {@code {{namespace}}}, {@code {{deployment}}}, {@code {{service}}}, {@code {{pods}}} and
 *     {@code {{window}}}
 * @param alsoJit whether the value of the JIT track is needed too
 */
public record CustomQuery(String name, String template, boolean alsoJit) {}
