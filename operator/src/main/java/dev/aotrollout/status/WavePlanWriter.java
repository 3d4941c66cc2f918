package dev.aotrollout.status;

import dev.aotrollout.api.AotWavePlan;
import dev.aotrollout.api.AotWavePlanStatus;
import dev.aotrollout.api.AotWavePlanStatus.HaltStatus;
import dev.aotrollout.api.AotWavePlanStatus.MemberStatus;
import dev.aotrollout.api.AotWavePlanStatus.Portfolio;
import dev.aotrollout.api.AotWavePlanStatus.ResumeStatus;
import dev.aotrollout.api.AotWavePlanStatus.Saving;
import dev.aotrollout.api.AotWavePlanStatus.Slot;
import dev.aotrollout.api.AotWavePlanStatus.WaveStatus;
import dev.aotrollout.governance.WaveBoard;
import dev.aotrollout.governance.WaveEntry;
import dev.aotrollout.governance.WaveGains;
import dev.aotrollout.governance.WaveGrant;
import dev.aotrollout.governance.WavePlan;
import dev.aotrollout.governance.WaveProgress;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From the board of a plan to the status that is recorded. */
public final class WavePlanWriter {
    private WavePlanWriter() {}

    /** The status to record; the same board over the same status gives an equal one. */
    public static AotWavePlanStatus write(AotWavePlan resource, WavePlan plan, WaveBoard board, Instant now) {
        var before = resource.getStatus();
        List<Condition> conditions = before == null || before.conditions() == null ? List.of() : before.conditions();
        return new AotWavePlanStatus(
                board.generation(),
                board.headline().phase().text(),
                orNull(board.headline().wave()),
                done(board),
                inFlight(plan, board),
                orNull(board.gains().text()),
                board.headline().message(),
                board.slots().stream().map(WavePlanWriter::slot).toList(),
                board.waves().stream().map(WavePlanWriter::wave).toList(),
                portfolio(board.gains()),
                halt(board.halt()),
                resume(board.resume()),
                board.problems(),
                WaveConditions.write(board, conditions, now));
    }

    private static String done(WaveBoard board) {
        var entries =
                board.waves().stream().flatMap(wave -> wave.members().stream()).toList();
        var done = entries.stream()
                .filter(entry -> entry.stage() == WaveEntry.Stage.DONE)
                .count();
        return "%s/%s".formatted(done, entries.size());
    }

    private static String inFlight(WavePlan plan, WaveBoard board) {
        var most = plan.rules().radius().inFlight();
        var taken = "" + board.slots().size();
        return most == WavePlan.Radius.NO_LIMIT ? taken : taken + "/" + most;
    }

    private static Slot slot(WaveGrant grant) {
        return new Slot(
                grant.key().namespace(),
                grant.key().name(),
                grant.revision(),
                grant.wave(),
                grant.at().toString());
    }

    private static WaveStatus wave(WaveProgress wave) {
        return new WaveStatus(
                wave.name(),
                wave.state().text(),
                instant(wave.times().opened()),
                instant(wave.times().soakEnds()),
                instant(wave.times().completed()),
                wave.failures(),
                orNull(wave.note()),
                wave.members().stream().map(WavePlanWriter::member).toList());
    }

    private static MemberStatus member(WaveEntry entry) {
        return new MemberStatus(
                entry.key().namespace(),
                entry.key().name(),
                entry.stage().text(),
                orNull(entry.evidence()),
                orNull(entry.note()));
    }

    private static Portfolio portfolio(WaveGains gains) {
        return new Portfolio(
                gains.services(),
                percent(gains.memory()),
                gains.memory().n(),
                percent(gains.startup()),
                gains.startup().n(),
                gains.monthlySaving().stream()
                        .map(saving -> new Saving(saving.currency(), saving.amount()))
                        .toList());
    }

    private static @Nullable Double percent(WaveGains.Median median) {
        return median.n() == 0 ? null : median.percent();
    }

    private static @Nullable HaltStatus halt(WaveBoard.Halt halt) {
        return halt.equals(WaveBoard.Halt.NONE)
                ? null
                : new HaltStatus(halt.at().toString(), halt.wave(), halt.why());
    }

    private static @Nullable ResumeStatus resume(WaveBoard.Resume resume) {
        if (resume.equals(WaveBoard.Resume.NONE)) return null;
        return new ResumeStatus(
                resume.at().equals(Instant.MIN) ? null : resume.at().toString(), resume.handled(), resume.incidents());
    }

    private static @Nullable String instant(Instant instant) {
        return instant.equals(Instant.MAX) ? null : instant.toString();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
