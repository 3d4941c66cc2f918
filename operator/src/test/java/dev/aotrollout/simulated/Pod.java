package dev.aotrollout.simulated;

import java.util.random.RandomGenerator;

/** One pod: starts, gets ready, leaks, crashes, is restarted after a back-off. Time is in seconds since the world began. */
final class Pod {
    private static final int BACK_OFF_SECONDS = 10;

    final String name;
    final String revision;
    final long createdAt;
    private final double startFactor;
    private final double memoryFactor;
    private long startedAt;
    private long restartsAt;
    boolean ready;
    int restarts;
    int oomKills;
    String trouble = "";
    double startupSeconds;
    double memoryMebibytes;
    double peakMebibytes;
    private double leakedMebibytes;

    Pod(String name, String revision, long now, RandomGenerator random) {
        this.name = name;
        this.revision = revision;
        this.createdAt = now;
        this.startedAt = now;
        this.startFactor = 1 + random.nextDouble(-0.05, 0.05);
        this.memoryFactor = 1 + random.nextDouble(-0.03, 0.03);
    }

    void tick(long now, Build build) {
        if (now < restartsAt) return;
        if (!trouble.isEmpty()) trouble = "";
        var runsFor = now - startedAt;
        leakedMebibytes += build.leakMebibytesPerMinute / 60;
        memoryMebibytes = build.memoryMebibytes * memoryFactor + leakedMebibytes;
        peakMebibytes = Math.max(peakMebibytes, Math.min(memoryMebibytes, build.limitMebibytes));
        if (memoryMebibytes > build.limitMebibytes) {
            oomKills++;
            crash(now);
        } else if (build.crashLoops && runsFor >= 2) crash(now);
        else getReady(runsFor, build);
    }

    private void getReady(long runsFor, Build build) {
        var start = build.startSeconds * startFactor;
        ready = !build.neverReady && runsFor >= start;
        if (ready && startupSeconds == 0) startupSeconds = start;
    }

    /** The first restart comes at once, later ones after a back-off. */
    void crash(long now) {
        ready = false;
        memoryMebibytes = 0;
        leakedMebibytes = 0;
        restarts++;
        restartsAt = now + (restarts == 1 ? 1 : BACK_OFF_SECONDS * restarts);
        startedAt = restartsAt;
        trouble = restarts == 1 ? "" : "CrashLoopBackOff";
    }
}
