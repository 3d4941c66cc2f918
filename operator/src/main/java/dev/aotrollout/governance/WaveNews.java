package dev.aotrollout.governance;

import dev.aotrollout.judge.Reason;
import java.util.ArrayList;
import java.util.List;

/** What is worth an Event: a wave opened, completed, or halted the plan. */
public record WaveNews(String wave, Reason reason, String message) {
    /** What {@code board} says that {@code before} did not. */
    public static List<WaveNews> of(WaveBoard before, WaveBoard board) {
        var news = new ArrayList<WaveNews>();
        for (var wave : board.waves()) {
            var was = before.wave(wave.name());
            if (wave.isComplete() && was.filter(WaveProgress::isComplete).isEmpty())
                news.add(new WaveNews(
                        wave.name(),
                        Reason.WaveComplete,
                        "wave %s is complete: %s of %s services done"
                                .formatted(
                                        wave.name(),
                                        wave.count(WaveEntry.Stage.DONE),
                                        wave.members().size())));
            if (wave.isOpened() && was.filter(WaveProgress::isOpened).isEmpty())
                news.add(new WaveNews(
                        wave.name(),
                        Reason.WaveOpened,
                        "wave %s opens: %s services"
                                .formatted(wave.name(), wave.members().size())));
        }
        if (board.isHalted() && !board.halt().equals(before.halt()))
            news.add(new WaveNews(
                    board.halt().wave(), Reason.WaveHalted, board.headline().message()));
        return List.copyOf(news);
    }
}
