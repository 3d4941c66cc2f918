package dev.aotrollout.simulated;

/** How one build of the service behaves; changes take effect at once, in running pods too. */
final class Build {
    double errorRatio;
    double slowRatio = 0.02;
    double memoryMebibytes;
    double leakMebibytesPerMinute;
    double limitMebibytes = 512;
    double startSeconds;
    boolean crashLoops;
    boolean neverReady;

    private Build(double startSeconds, double memoryMebibytes) {
        this.startSeconds = startSeconds;
        this.memoryMebibytes = memoryMebibytes;
    }

    static Build jit() {
        return new Build(12, 140);
    }

    static Build aot() {
        return new Build(3, 62);
    }

    Build errors(double ratio) {
        errorRatio = ratio;
        return this;
    }

    Build slow(double ratio) {
        slowRatio = ratio;
        return this;
    }

    Build memory(double mebibytes) {
        memoryMebibytes = mebibytes;
        return this;
    }

    Build limit(double mebibytes) {
        limitMebibytes = mebibytes;
        return this;
    }

    Build leaks(double mebibytesPerMinute) {
        leakMebibytesPerMinute = mebibytesPerMinute;
        return this;
    }

    Build startsIn(double seconds) {
        startSeconds = seconds;
        return this;
    }

    Build crashLoops() {
        crashLoops = true;
        return this;
    }

    Build neverReady(boolean never) {
        neverReady = never;
        return this;
    }
}
