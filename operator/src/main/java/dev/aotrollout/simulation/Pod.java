package dev.aotrollout.simulation;

import dev.aotrollout.judge.PodFacts;
import dev.aotrollout.judge.PodMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** One pod: starts, gets ready, leaks, crashes, is restarted after a back-off. Time is in seconds since the world began. */
final class Pod {
    private static final double MEBI = 1024.0 * 1024;
    private static final int BACK_OFF_SECONDS = 10;
    private static final int CRASHES_AFTER = 2;
    /** Deviation of a minute's median from the level, relative. */
    private static final double MINUTE_NOISE = 0.005;
    /** The rest is pages of files, which do not count as resident. */
    private static final double RESIDENT_SHARE = 0.85;

    final String name;
    final String revision;
    final long createdAt;
    /** Processor time per request, relative to its build. */
    final double cpuFactor;

    private final SplittableRandom random;
    private final double startFactor;
    private final double memoryFactor;
    private final List<PodMemory.Point> minutes = new ArrayList<>();
    private Optional<PodMemory> known = Optional.empty();
    private long startedAt;
    private long restartsAt;
    private double leakedBefore;
    private double leakPerSecond;
    private long leakSince;
    private double peakMebibytes;
    private String trouble = "";
    private int oomKills;
    boolean ready;
    int restarts;
    double startupSeconds;

    Pod(String name, String revision, long now, SplittableRandom random) {
        this.name = name;
        this.revision = revision;
        this.createdAt = now;
        this.startedAt = now;
        this.leakSince = now;
        this.random = random;
        this.startFactor = 1 + random.nextDouble(-0.05, 0.05);
        this.memoryFactor = 1 + random.nextDouble(-0.03, 0.03);
        this.cpuFactor = 1 + random.nextDouble(-0.04, 0.04);
    }

    boolean isWarm(long now, long warmUpSeconds) {
        return ready && now - createdAt >= warmUpSeconds;
    }

    void tick(long now, Build build) {
        if (now < restartsAt) return;
        trouble = "";
        adopt(now, build);
        if (level(now, build) > build.limitMebibytes) {
            oomKills++;
            crash(now);
        } else if (build.crashLoops && now - startedAt >= CRASHES_AFTER) crash(now);
        else getReady(now, build);
    }

    private void getReady(long now, Build build) {
        var start = build.startSeconds * startFactor;
        ready = !build.neverReady && now - startedAt >= start;
        if (ready && startupSeconds == 0) startupSeconds = start;
    }

    /** The first restart comes at once, later ones after a back-off. */
    void crash(long now) {
        ready = false;
        restarts++;
        restartsAt = now + (restarts == 1 ? 1 : BACK_OFF_SECONDS * restarts);
        startedAt = restartsAt;
        leakedBefore = 0;
        leakSince = startedAt;
        trouble = restarts == 1 ? "" : "CrashLoopBackOff";
    }

    /** The next second in which it changes by itself. */
    long nextChange(long now, Build build) {
        if (now < restartsAt) return restartsAt;
        var next = Math.max(now + 1, secondOverLimit(build));
        if (build.crashLoops) next = Math.min(next, startedAt + CRASHES_AFTER);
        else if (!ready && !build.neverReady)
            next = Math.min(next, startedAt + (long) Math.ceil(build.startSeconds * startFactor));
        return Math.max(now + 1, next);
    }

    private long secondOverLimit(Build build) {
        if (leakPerSecond <= 0) return Long.MAX_VALUE;
        var room = build.limitMebibytes - build.memoryMebibytes * memoryFactor - leakedBefore;
        return leakSince + (long) Math.floor(room / leakPerSecond) + 1;
    }

    /** Notes what was until now; whatever changes in {@code build} afterwards counts from now on. */
    void adopt(long now, Build build) {
        if (now < restartsAt) return;
        notePeak(now, build);
        noteMinutes(now, build);
        var rate = build.leakMebibytesPerMinute / 60;
        if (rate == leakPerSecond) return;
        leakedBefore += leakPerSecond * (now - leakSince);
        leakSince = now;
        leakPerSecond = rate;
    }

    private void notePeak(long now, Build build) {
        peakMebibytes = Math.max(peakMebibytes, Math.min(level(now, build), build.limitMebibytes));
    }

    private void noteMinutes(long now, Build build) {
        var last = minutes.isEmpty() ? 0 : (long) minutes.getLast().minute();
        for (var minute = last + 1; minute * 60 <= now - createdAt; minute++) {
            var at = createdAt + minute * 60;
            if (at < startedAt) continue;
            var noise = 1 + MINUTE_NOISE * random.nextGaussian();
            minutes.add(new PodMemory.Point(minute, level(at, build) * noise * MEBI));
        }
    }

    private double level(long at, Build build) {
        return build.memoryMebibytes * memoryFactor + leakedBefore + leakPerSecond * (at - leakSince);
    }

    /** What is used now; 0 while it does not run. */
    double memoryBytes(long now, Build build) {
        return now < restartsAt ? 0 : Math.min(level(now, build), build.limitMebibytes) * MEBI;
    }

    PodMemory memory(long now, Build build) {
        if (now >= restartsAt) adopt(now, build);
        var bytes = memoryBytes(now, build);
        var peak = peakMebibytes * MEBI;
        var limit = build.limitMebibytes * MEBI;
        var same = known.filter(last -> last.minutes().size() == minutes.size()
                && last.meanBytes() == bytes
                && last.peakBytes() == peak
                && last.limitBytes() == limit);
        if (same.isEmpty())
            known = Optional.of(new PodMemory(name, bytes, peak, limit, bytes * RESIDENT_SHARE, knownMinutes()));
        return known.get();
    }

    private List<PodMemory.Point> knownMinutes() {
        return known.map(PodMemory::minutes)
                .filter(last -> last.size() == minutes.size())
                .orElse(minutes);
    }

    PodFacts facts() {
        return new PodFacts(name, ready, restarts, oomKills, trouble);
    }

    /** Differs where something that the operator watches differs. */
    int signature() {
        return ((name.hashCode() * 31 + restarts) * 31 + oomKills) * 4 + (ready ? 2 : 0) + (trouble.isEmpty() ? 0 : 1);
    }
}
