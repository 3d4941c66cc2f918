package dev.aotrollout.governance;

/** What the library policy says of a bill of materials. */
public record LibraryReport() {}
