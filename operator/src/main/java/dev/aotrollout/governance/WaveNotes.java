package dev.aotrollout.governance;

/** Sentences that a board and its rollouts share. */
final class WaveNotes {
    static final String RESUME = "set the annotation aotrollout.dev/resume to a new reason to go on";

    private WaveNotes() {}

    /** Where {@code claim} stands among those that wait, and what its wave waits for. */
    static String queue(WaveBoard board, WaveClaim claim) {
        var found = board.wave(claim.wave());
        if (found.isEmpty()) return "wave %s was not looked at yet".formatted(claim.wave());
        var wave = found.get();
        if (!wave.isOpened())
            return "wave %s is not open; %s"
                    .formatted(claim.wave(), board.headline().message());
        var waiting = wave.members().stream()
                .filter(entry -> entry.stage() == WaveEntry.Stage.WAITING)
                .map(WaveEntry::key)
                .toList();
        var place = waiting.indexOf(claim.key());
        if (place < 0) return "wave %s has not seen revision %s yet".formatted(claim.wave(), claim.revision());
        return "place %s of %s in wave %s: %s"
                .formatted(
                        place + 1,
                        waiting.size(),
                        claim.wave(),
                        wave.members().stream()
                                .filter(entry -> entry.key().equals(claim.key()))
                                .map(WaveEntry::note)
                                .findFirst()
                                .orElse(""));
    }
}
