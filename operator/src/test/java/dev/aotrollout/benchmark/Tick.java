package dev.aotrollout.benchmark;

/**
 * Ten seconds of a world as the peers of the judge read them.
 *
 * @param weight percent of requests for AOT
 * @param missing whether no scrape came
 */
record Tick(int weight, boolean missing, Side jit, Side aot) {
    static final int SECONDS = 10;

    /**
     * One track.
     *
     * @param logP99 natural logarithm of the 99th percentile of latency, as a multiple of that of a healthy JIT, with the error of
     *     a sample of {@code requests}
     * @param memory mean of the pods, as a multiple of JIT's long-term mean; likewise the processor time per request
     */
    record Side(long requests, long errors, double logP99, double memory, double cpuPerRequest) {}
}
