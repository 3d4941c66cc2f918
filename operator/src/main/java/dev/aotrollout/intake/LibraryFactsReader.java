package dev.aotrollout.intake;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.governance.AotImage;
import dev.aotrollout.governance.LibraryFacts;
import dev.aotrollout.intake.DocumentReader.Found;
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
        var name = rollout.getSpec().candidate().libraryPolicy();
        if (name == null) return new LibraryFacts.NotAsked();
        if (filed.libraryPolicy() == null) return new LibraryFacts.PolicyMissing(name);
        var sbom = rollout.getSpec().candidate().compatibility().sbom();
        var image = AotImage.of(rollout.getSpec().aot().containers().getFirst().image(), aotImageDigests);
        return switch (DocumentReader.read(sbom, "sbom", filed, image)) {
            case Found.Missing(var why) -> new LibraryFacts.BillMissing(why);
            case Found.Stale(var why) -> new LibraryFacts.Stale(why);
            case Found.Damaged(var why) -> new LibraryFacts.Unreadable(why);
            case Found.Content(var where, var _) ->
                new LibraryFacts.Unreadable(where + " is not held to the policy yet");
        };
    }
}
