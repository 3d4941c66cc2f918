package dev.aotrollout.materials;

/**
 * What a compiler said of one package.
 *
 * @param code such as {@code IL2026}; {@code MissingReflectionRegistration} and its like for GraalVM
 * @param packageName assembly or, where the compiler names none, the member or class that it speaks of; may be empty
 * @param collapsed it stands for an unknown number of warnings that were not printed
 * @param count places that it was said of, at least 1; what MSBuild repeats in its summary counts once
 */
public record BuildWarning(String code, String packageName, String message, boolean collapsed, int count) {}
