package dev.aotrollout.runtime;

import dev.aotrollout.runtime.EvidenceSigning.Signer;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way of one run to its pack. Attempts follow one another; the rest may be asked from any thread. */
final class EvidenceJob {
    private static final Logger LOG = LoggerFactory.getLogger(EvidenceJob.class);
    private static final Duration FIRST_DELAY = Duration.ofSeconds(2);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(60);
    /** So long it waits for a Prometheus that is down, then the pack is filed with what there is. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final int FORBIDDEN = 403;

    private final EvidenceCase given;
    private final EvidenceGathering gathering;
    private final EvidenceFiling filing;
    private final EvidenceSigning signing;
    private final Instant since;
    private boolean begun;
    private boolean hurry;
    private boolean hopeless;
    private boolean done;
    private Duration nextDelay = FIRST_DELAY;

    EvidenceJob(
            EvidenceCase given,
            EvidenceGathering gathering,
            EvidenceFiling filing,
            EvidenceSigning signing,
            Instant since) {
        this.given = given;
        this.gathering = gathering;
        this.filing = filing;
        this.signing = signing;
        this.since = since;
    }

    EvidenceCase given() {
        return given;
    }

    /** When the ending was noticed. */
    Instant since() {
        return since;
    }

    /** True the first time, and when there is a hurry all of a sudden. */
    synchronized boolean begin(boolean inAHurry) {
        var first = !begun || (inAHurry && !hurry);
        begun = true;
        hurry |= inAHurry;
        return first && !done;
    }

    /** Whether the API server refuses for good: the namespace goes. */
    synchronized boolean isHopeless() {
        return hopeless;
    }

    private synchronized boolean isPatient(Instant now) {
        return !hurry && now.isBefore(since.plus(PATIENCE));
    }

    /** Empty when the pack is there; else how long to wait for the next attempt. One attempt at a time. */
    Optional<Duration> attempt(Instant now) {
        synchronized (gathering) {
            return isOver() ? Optional.empty() : tryIt(now);
        }
    }

    private synchronized boolean isOver() {
        return done || hopeless;
    }

    private Optional<Duration> tryIt(Instant now) {
        var troubles = new ArrayList<String>();
        var signer = signing.signer(given);
        if (signer instanceof Signer.Missing(var why)) troubles.add(why);
        if (filing.found(given).isEmpty()) {
            var facts = gathering.gather();
            var incomplete = gathering.isWorthAnotherTry() || !troubles.isEmpty();
            if (incomplete && isPatient(now)) return Optional.of(later());
            file(() -> sealed(facts, signer, troubles), now);
        } else file(() -> sealed(gathering.gather(), signer, troubles), now);
        return Optional.empty();
    }

    private EvidenceFiling.Sealed sealed(EvidenceFacts facts, Signer signer, List<String> troubles) {
        Optional<PrivateKey> key = signer instanceof Signer.Ready(var found) ? Optional.of(found) : Optional.empty();
        return new EvidenceFiling.Sealed(EvidenceDraft.write(given, facts.with(troubles)), key);
    }

    private void file(Supplier<EvidenceFiling.Sealed> content, Instant now) {
        var pack = filing.file(given, content);
        synchronized (this) {
            done = true;
        }
        LOG.atInfo()
                .addKeyValue("namespace", given.namespace())
                .addKeyValue("name", given.key().name())
                .addKeyValue("pack", given.name())
                .addKeyValue("verdict", pack.getSpec().verdict())
                .addKeyValue("digest", pack.getSpec().digest())
                .log("Evidence is filed");
        retain(now);
    }

    private void retain(Instant now) {
        try {
            filing.retain(given, now);
        } catch (KubernetesClientException e) {
            LOG.atWarn()
                    .addKeyValue("namespace", given.namespace())
                    .addKeyValue("name", given.key().name())
                    .setCause(e)
                    .log("Old evidence packs could not be removed");
        }
    }

    /** How long to wait after a surprise. */
    synchronized Duration failed(Throwable why) {
        hopeless |= why instanceof KubernetesClientException e
                && e.getCode() == FORBIDDEN
                && String.valueOf(e.getMessage()).contains("being terminated");
        return later();
    }

    private synchronized Duration later() {
        var delay = nextDelay;
        nextDelay = min(nextDelay.multipliedBy(2), LONGEST_DELAY);
        return delay;
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
