package dev.aotrollout.governance;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a wave has shown.
 *
 * @param opened rollbacks before are not the wave's
 * @param resume what somebody accepted counts no more
 */
record WaveJudge(WaveStage stage, List<WaveMember> members, Instant opened, WaveBoard.Resume resume) {
    static List<String> incidents(Collection<List<WaveMember>> members) {
        return members.stream().flatMap(WaveJudge::incidents).sorted().toList();
    }

    private static Stream<String> incidents(List<WaveMember> members) {
        return members.stream()
                .filter(member -> !member.incident().isEmpty())
                .map(member -> member.key() + ":" + member.incident());
    }

    /** Services of the wave that were rolled back. */
    int failures() {
        return (int) failed().count();
    }

    private Stream<WaveMember> failed() {
        return members.stream().filter(member -> member.rollbacks(since()) > 0);
    }

    private Instant since() {
        return resume.at().isAfter(opened) ? resume.at() : opened;
    }

    /** Why nothing may go on. */
    Optional<String> stops() {
        var incidents = incidents(members)
                .filter(id -> !resume.incidents().contains(id))
                .toList();
        if (incidents.size() > stage.needs().maxIncidents())
            return Optional.of("%s incidents, %s allowed (%s)"
                    .formatted(incidents.size(), stage.needs().maxIncidents(), String.join(", ", incidents)));
        if (failures() <= stage.pace().maxFailures()) return Optional.empty();
        return Optional.of("%s rolled back, %s failures allowed"
                .formatted(
                        String.join(
                                ", ",
                                failed().map(member -> member.key().toString()).toList()),
                        stage.pace().maxFailures()));
    }

    /** Every service has come to its end, the evidence included, and one at least is done. */
    boolean isSettled() {
        return missing().isEmpty()
                && members.stream().allMatch(WaveMember::isSettled)
                && members.stream().anyMatch(WaveMember::isDone);
    }

    /** Listed ones that are not there. */
    List<WaveKey> missing() {
        if (!(stage.selection() instanceof WaveSelection.Listed(var keys))) return List.of();
        return keys.stream()
                .filter(key -> members.stream().noneMatch(member -> member.key().equals(key)))
                .sorted()
                .toList();
    }

    /** When the last service ended well. */
    Instant lastGoodEnd() {
        return members.stream()
                .filter(WaveMember::isDone)
                .map(member -> member.state().ending().at())
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }

    /** What it has not shown; asked of a wave that has settled. */
    Optional<String> shortfall() {
        var needs = stage.needs();
        var services = members.stream().filter(WaveMember::isDone).flatMap(this::shortfalls);
        var kills = Math.round(
                members.stream().mapToDouble(member -> member.oomKills(since())).sum());
        var back =
                members.stream().mapToInt(member -> member.rollbacks(since())).sum();
        return Stream.of(
                        services,
                        exceeds("OOM kills", kills, needs.maxOomKills()),
                        exceeds("rollbacks", back, needs.maxRollbacks()))
                .flatMap(shortfalls -> shortfalls)
                .reduce((one, other) -> one + "; " + other);
    }

    /** What was done before the wave opened must show the same. */
    private Stream<String> shortfalls(WaveMember member) {
        return member.evidence().stream()
                .filter(pack -> pack.ended().isAfter(resume.at()))
                .flatMap(pack -> stage.needs().perService().stream()
                        .flatMap(need -> need.shortfall(member.key(), pack).stream()));
    }

    private static Stream<String> exceeds(String what, long value, int limit) {
        return value <= limit ? Stream.empty() : Stream.of("%s %s, %s allowed".formatted(value, what, limit));
    }
}
