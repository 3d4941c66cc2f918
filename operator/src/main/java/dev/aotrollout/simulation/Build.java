package dev.aotrollout.simulation;

import dev.aotrollout.judge.Identity;

/** How one build of the service behaves; changes take effect at once, in running pods too. */
final class Build {
    double errorRatio;
    double slowRatio = 0.02;
    double memoryMebibytes;
    double leakMebibytesPerMinute;
    double limitMebibytes = 512;
    double startSeconds;
    double cpuSecondsPerRequest = 0.004;
    boolean crashLoops;
    boolean neverReady;
    /** Whether its pods export request metrics. */
    boolean instrumented = true;

    Identity.Build kind;
    /** One route that fails by itself; empty for none. */
    String failingRoute = "";

    double failingRouteRatio;
    /** Of the requests of the pod that was ready first. */
    double firstPodErrorRatio;
    /** An exception that it throws without failing the request; empty for none. */
    String exception = "";

    double exceptionRatio;

    private Build(Identity.Build kind, double startSeconds, double memoryMebibytes) {
        this.kind = kind;
        this.startSeconds = startSeconds;
        this.memoryMebibytes = memoryMebibytes;
    }

    static Build jit() {
        return new Build(Identity.Build.JIT, 12, 140);
    }

    static Build aot() {
        return new Build(Identity.Build.AOT, 3, 62);
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

    Build cpu(double secondsPerRequest) {
        cpuSecondsPerRequest = secondsPerRequest;
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

    Build uninstrumented() {
        instrumented = false;
        return this;
    }

    Build isReally(Identity.Build build) {
        kind = build;
        return this;
    }

    Build failsRoute(String route, double ratio) {
        failingRoute = route;
        failingRouteRatio = ratio;
        return this;
    }

    Build firstPodErrors(double ratio) {
        firstPodErrorRatio = ratio;
        return this;
    }

    Build throwing(String type, double ratio) {
        exception = type;
        exceptionRatio = ratio;
        return this;
    }
}
