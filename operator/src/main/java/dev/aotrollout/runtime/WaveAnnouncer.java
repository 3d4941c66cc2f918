package dev.aotrollout.runtime;

import dev.aotrollout.api.AotWavePlan;
import dev.aotrollout.governance.WaveBoard;
import dev.aotrollout.governance.WaveNews;
import dev.aotrollout.judge.Reason;
import dev.aotrollout.notify.Happening;
import dev.aotrollout.notify.Notice;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the world when a wave opens, completes or halts, once, after it was recorded; a refusal blocks nothing. */
final class WaveAnnouncer {
    private static final Logger LOG = LoggerFactory.getLogger(WaveAnnouncer.class);

    private final Herald herald;

    WaveAnnouncer(Herald herald) {
        this.herald = herald;
    }

    void announce(AotWavePlan plan, WaveBoard before, WaveBoard board, Instant now) {
        for (var news : WaveNews.of(before, board)) {
            LOG.atInfo()
                    .addKeyValue("plan", plan.getMetadata().getName())
                    .addKeyValue("wave", news.wave())
                    .addKeyValue("reason", news.reason())
                    .log(news.message());
            herald.announce(plan, fact(plan, news, now));
        }
    }

    private static Herald.Fact fact(AotWavePlan plan, WaveNews news, Instant now) {
        return new Herald.Fact(
                "%s.%x"
                        .formatted(
                                plan.getMetadata().getName(),
                                now.toEpochMilli() * 31 + (news.wave() + news.reason()).hashCode()),
                happening(news.reason()),
                news.reason() == Reason.WaveHalted,
                news.reason().name(),
                news.message(),
                now,
                Notice.Progress.NONE);
    }

    private static Happening happening(Reason reason) {
        if (reason == Reason.WaveOpened) return Happening.WaveOpened;
        return reason == Reason.WaveComplete ? Happening.WaveComplete : Happening.WaveHalted;
    }
}
