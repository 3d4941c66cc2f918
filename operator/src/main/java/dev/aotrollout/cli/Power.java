package dev.aotrollout.cli;

import java.util.stream.IntStream;

/** How much evidence a question needs beyond {@code statistics.Planning}: with a control of any size, and for rank tests. */
final class Power {
    private Power() {}

    /**
     * AOT errors that parity would have brought until a true ratio is called a regression: {@code ln(1/alpha)} over the information
     * that each of them carries, the Kullback-Leibler divergence of the AOT share of errors.
     *
     * @param ratio true one, AOT : JIT
     * @param tolerated largest ratio that is not called one; below {@code ratio}
     * @param share of requests that AOT has, between 0 and 1
     * @param alpha of a false alarm
     */
    static double errorsToFail(double ratio, double tolerated, double share, double alpha) {
        var other = (1 - share) / share;
        var truth = ratio / (ratio + other);
        var assumed = tolerated / (tolerated + other);
        var information = ratio * Math.log(truth / assumed) + other * Math.log((1 - truth) / (1 - assumed));
        return Math.log(1 / alpha) / information;
    }

    /** Starts of AOT pods until the exact rank test can reach {@code alpha} against so many JIT pods: {@code 1/C(n+m, n)}. */
    static int startsToReach(double alpha, int jitPods) {
        return IntStream.rangeClosed(1, 100)
                .filter(starts -> 1 / combinations(starts + jitPods, starts) <= alpha)
                .findFirst()
                .orElse(100);
    }

    private static double combinations(int of, int taken) {
        return IntStream.rangeClosed(1, taken)
                .mapToDouble(i -> (double) (of - taken + i) / i)
                .reduce(1, (one, other) -> one * other);
    }
}
