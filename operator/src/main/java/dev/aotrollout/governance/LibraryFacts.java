package dev.aotrollout.governance;

/** What is known of the libraries of the AOT build. */
public sealed interface LibraryFacts {
    /** No library policy is named. */
    record NotAsked() implements LibraryFacts {}

    /** There is no library policy of that name. */
    record PolicyMissing(String name) implements LibraryFacts {}

    /** There is no bill of materials. */
    record BillMissing(String why) implements LibraryFacts {}

    /** A document cannot be read. */
    record Unreadable(String why) implements LibraryFacts {}

    /** A document was made for another image. */
    record Stale(String why) implements LibraryFacts {}

    /** The policy was asked. */
    record Judged(LibraryReport report) implements LibraryFacts {}
}
