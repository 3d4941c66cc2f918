package dev.aotrollout.intake;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.governance.LibraryFacts;
import java.time.Instant;
import java.util.Set;

/** From a rollout's bill of materials and publish log to what the library policy says of them. */
public final class LibraryFactsReader {
    private LibraryFactsReader() {}

    /**
     * What is known of the libraries.
     *
     * @param aotImageDigests that AOT pods of this run were seen to run; empty before the first step
     */
    public static LibraryFacts read(AotRollout rollout, Filed filed, Set<String> aotImageDigests, Instant now) {
        return new LibraryFacts.NotAsked();
    }
}
