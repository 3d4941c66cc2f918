package dev.aotrollout.intake;

import dev.aotrollout.api.AotWavePlan;
import dev.aotrollout.api.AotWavePlanStatus;
import dev.aotrollout.api.AotWavePlanStatus.MemberStatus;
import dev.aotrollout.api.AotWavePlanStatus.Portfolio;
import dev.aotrollout.api.AotWavePlanStatus.WaveStatus;
import dev.aotrollout.governance.WaveBoard;
import dev.aotrollout.governance.WaveEntry;
import dev.aotrollout.governance.WaveGains;
import dev.aotrollout.governance.WaveGrant;
import dev.aotrollout.governance.WaveKey;
import dev.aotrollout.governance.WavePhase;
import dev.aotrollout.governance.WaveProgress;
import dev.aotrollout.governance.WaveState;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From the recorded status of an AOTWavePlan to its board; the inverse of {@code status.WavePlanWriter}. */
public final class WaveBoardReader {
    private WaveBoardReader() {}

    /** What was recorded last; {@link WaveBoard#NEW} where nothing was. */
    public static WaveBoard read(AotWavePlan plan) {
        var status = plan.getStatus();
        return status == null || status.observedGeneration() == null || status.observedGeneration() < 0
                ? WaveBoard.NEW
                : board(status, status.observedGeneration());
    }

    private static WaveBoard board(AotWavePlanStatus status, long generation) {
        return new WaveBoard(
                generation,
                new WaveBoard.Headline(phase(status.phase()), text(status.currentWave()), text(status.reason())),
                list(status.slots()).stream().map(WaveBoardReader::grant).toList(),
                list(status.waves()).stream().map(WaveBoardReader::wave).toList(),
                halt(status),
                resume(status),
                list(status.problems()),
                gains(status.portfolio()));
    }

    private static WavePhase phase(@Nullable String text) {
        return Arrays.stream(WavePhase.values())
                .filter(phase -> phase.text().equals(text))
                .findFirst()
                .orElse(WavePhase.WAITING);
    }

    private static WaveGrant grant(AotWavePlanStatus.Slot slot) {
        return new WaveGrant(
                new WaveKey(slot.namespace(), slot.rollout()),
                slot.revision(),
                slot.wave(),
                Instant.parse(slot.admittedAt()));
    }

    private static WaveProgress wave(WaveStatus wave) {
        var state = Arrays.stream(WaveState.values())
                .filter(s -> s.text().equals(wave.state()))
                .findFirst()
                .orElse(WaveState.PENDING);
        return new WaveProgress(
                wave.name(),
                state,
                new WaveProgress.Times(
                        StateReader.instant(wave.openedAt()),
                        StateReader.instant(wave.soakEndsAt()),
                        StateReader.instant(wave.completedAt())),
                wave.members().stream().map(WaveBoardReader::entry).toList(),
                wave.failures(),
                text(wave.note()));
    }

    private static WaveEntry entry(MemberStatus member) {
        var stage = Arrays.stream(WaveEntry.Stage.values())
                .filter(s -> s.text().equals(member.phase()))
                .findFirst()
                .orElse(WaveEntry.Stage.MISSING);
        return new WaveEntry(
                new WaveKey(member.namespace(), member.rollout()), stage, text(member.evidence()), text(member.note()));
    }

    private static WaveBoard.Halt halt(AotWavePlanStatus status) {
        var halt = status.halt();
        return halt == null
                ? WaveBoard.Halt.NONE
                : new WaveBoard.Halt(Instant.parse(halt.at()), halt.wave(), halt.why());
    }

    private static WaveBoard.Resume resume(AotWavePlanStatus status) {
        var resume = status.resume();
        if (resume == null) return WaveBoard.Resume.NONE;
        var at = resume.at();
        return new WaveBoard.Resume(at == null ? Instant.MIN : Instant.parse(at), resume.handled(), resume.incidents());
    }

    private static WaveGains gains(@Nullable Portfolio portfolio) {
        if (portfolio == null) return WaveGains.NONE;
        return new WaveGains(
                portfolio.services(),
                median(portfolio.memoryGainPercent(), portfolio.memorySamples()),
                median(portfolio.startupGainPercent(), portfolio.startupSamples()),
                portfolio.monthlySavings().stream()
                        .map(saving -> new WaveGains.Saving(saving.currency(), saving.amount()))
                        .toList());
    }

    private static WaveGains.Median median(@Nullable Double percent, int samples) {
        return percent == null ? WaveGains.Median.NONE : new WaveGains.Median(percent, samples);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
