package dev.aotrollout.governance;

import dev.aotrollout.decision.Moments;
import dev.aotrollout.governance.WaveBoard.Halt;
import dev.aotrollout.governance.WaveBoard.Headline;
import dev.aotrollout.governance.WaveEntry.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A board in a sentence: where it stands, what it waits for, what comes then. */
final class WaveHeadline {
    private WaveHeadline() {}

    /** What keeps everything from going up. */
    record Stop(Halt halt, boolean paused, Optional<WavePlan.Frozen> frozen) {}

    static Headline of(WavePlan plan, List<WaveProgress> waves, Stop stop, WaveGains gains) {
        var current = waves.stream().filter(wave -> !wave.isComplete()).findFirst();
        var name = current.map(WaveProgress::name).orElse("");
        var standing = current.map(wave -> standing(plan, waves, wave, gains)).orElseGet(() -> complete(waves, gains));
        if (!stop.halt().equals(Halt.NONE))
            return new Headline(
                    WavePhase.HALTED,
                    stop.halt().wave(),
                    "halted since %s: %s; %s"
                            .formatted(
                                    Moments.text(stop.halt().at()), stop.halt().why(), WaveNotes.RESUME));
        if (stop.paused()) return new Headline(WavePhase.PAUSED, name, "paused by spec.paused; " + standing);
        if (stop.frozen().isPresent()) {
            var frozen = stop.frozen().get();
            return new Headline(
                    WavePhase.FROZEN,
                    name,
                    "frozen until %s (%s); %s".formatted(Moments.text(frozen.until()), frozen.name(), standing));
        }
        return new Headline(current.map(WaveHeadline::phase).orElse(WavePhase.COMPLETE), name, standing);
    }

    private static WavePhase phase(WaveProgress wave) {
        return switch (wave.state()) {
            case OPEN ->
                wave.count(Stage.ADMITTED) + wave.count(Stage.IN_FLIGHT) + wave.count(Stage.ENDING) > 0
                        ? WavePhase.RUNNING
                        : WavePhase.WAITING;
            case SOAKING -> wave.note().isEmpty() ? WavePhase.SOAKING : WavePhase.WAITING;
            case PENDING, HALTED, COMPLETE -> WavePhase.WAITING;
        };
    }

    private static String complete(List<WaveProgress> waves, WaveGains gains) {
        var all = waves.stream().mapToLong(wave -> wave.members().size()).sum();
        var done = waves.stream().mapToLong(wave -> wave.count(Stage.DONE)).sum();
        return "all %s waves are complete: %s of %s done%s".formatted(waves.size(), done, all, inBrackets(gains));
    }

    private static String standing(WavePlan plan, List<WaveProgress> waves, WaveProgress wave, WaveGains gains) {
        var tally = "wave %s: %s of %s done%s"
                .formatted(wave.name(), wave.count(Stage.DONE), wave.members().size(), inBrackets(gains));
        return switch (wave.state()) {
            case PENDING -> "wave %s: %s".formatted(wave.name(), pending(plan, wave));
            case OPEN, HALTED -> tally + running(wave) + (wave.note().isEmpty() ? "" : "; " + wave.note());
            case SOAKING -> tally + soaking(plan, waves, wave);
            case COMPLETE -> tally;
        };
    }

    private static String inBrackets(WaveGains gains) {
        var text = WaveSums.text(gains);
        return text.isEmpty() ? "" : " (" + text + ")";
    }

    private static String pending(WavePlan plan, WaveProgress wave) {
        var manual = plan.stage(wave.name()).filter(WaveStage::manual).isPresent();
        return manual
                ? "opens by hand; set the annotation aotrollout.dev/open to \"%s\"".formatted(wave.name())
                : "opens next";
    }

    private static String running(WaveProgress wave) {
        if (wave.members().isEmpty()) return "; no rollout names it in spec.wave";
        var flight = wave.count(Stage.ADMITTED) + wave.count(Stage.IN_FLIGHT) + wave.count(Stage.ENDING);
        return ", %s in flight, %s waiting%s"
                .formatted(
                        flight,
                        wave.count(Stage.WAITING) + wave.count(Stage.MISSING),
                        wave.failures() == 0 ? "" : ", %s failed".formatted(wave.failures()));
    }

    private static String soaking(WavePlan plan, List<WaveProgress> waves, WaveProgress wave) {
        if (!wave.note().isEmpty())
            return "; does not open the next wave: %s; %s".formatted(wave.note(), WaveNotes.RESUME);
        var until = wave.times().soakEnds().equals(Instant.MAX)
                ? ""
                : Moments.text(wave.times().soakEnds());
        return ", soaks until %s; then %s".formatted(until, next(plan, waves, wave));
    }

    private static String next(WavePlan plan, List<WaveProgress> waves, WaveProgress wave) {
        var following = waves.stream()
                .dropWhile(other -> !other.name().equals(wave.name()))
                .skip(1)
                .findFirst();
        if (following.isEmpty()) return "the plan is complete";
        var stage = plan.stage(following.get().name());
        return "wave %s %s (%s services, %s at a time)"
                .formatted(
                        following.get().name(),
                        stage.filter(WaveStage::manual).isPresent() ? "may be opened by hand" : "opens",
                        following.get().members().size(),
                        stage.map(s -> s.pace().maxConcurrent()).orElse(1));
    }
}
