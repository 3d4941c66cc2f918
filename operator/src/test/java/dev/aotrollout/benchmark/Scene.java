package dev.aotrollout.benchmark;

import java.util.List;

/**
 * The truth of one rollout, from which a {@link World} draws what can be seen of it.
 *
 * @param phases the steps of the plan
 * @param onsetSeconds after the start from which on AOT differs from JIT as the other parts say
 */
record Scene(
        List<Phase> phases, Load load, Errors errors, Latency latency, Fleet fleet, Gauges gauges, int onsetSeconds) {
    /** @param weight percent of requests for AOT, served for {@code seconds} */
    record Phase(int weight, int seconds) {}

    /**
     * @param perSecond requests of both tracks together, on the mean of a day
     * @param wave amplitude of the daily wave, as a share of the mean
     * @param gapsPerHour scrape gaps of 10 s to 5 min
     */
    record Load(double perSecond, double wave, double gapsPerHour) {}

    /**
     * @param ratio of failed requests on JIT
     * @param times that of AOT, as a multiple
     * @param burstsPerHour that hit both tracks alike: 20 s to 5 min, 1 to 50 % of all requests or of those to one route
     * @param burstsAlone whether bursts also come at weight 100, where JIT has no request that could share them
     * @param podBurstShape shape of a gamma factor of mean 1 on every pod's error ratio, drawn anew each 30 s; 0 for none
     * @param routes that the metrics name; 0 for none
     * @param brokenRouteRatio of requests that fail on AOT only, on a route with 1 % of the traffic
     */
    record Errors(
            double ratio,
            double times,
            double burstsPerHour,
            boolean burstsAlone,
            double podBurstShape,
            int routes,
            double brokenRouteRatio) {
        static Errors of(double ratio, double times) {
            return new Errors(ratio, times, 0, false, 0, 0, 0);
        }
    }

    /**
     * Lognormal with sigma 0.6; its logarithm moves as the sum of two AR(1) processes, one that all pods share and one of each pod.
     *
     * @param slowShare of requests above the bound of the latency guard on JIT, in the mean
     * @param times latency of AOT, as a multiple
     * @param sharedDeviation standard deviation of the shared process
     * @param podDeviation of that of each pod
     * @param phi autocorrelation of both at 10 s
     */
    record Latency(double slowShare, double times, double sharedDeviation, double podDeviation, double phi) {
        static final double SIGMA = 0.6;
    }

    /** @param aot pods; 0 for as many as the weight needs, at least 2 */
    record Fleet(int jit, int aot) {
        int aotAt(int weight) {
            return aot > 0 ? aot : Math.max(2, (int) Math.ceil(jit * weight / 100.0));
        }
    }

    /**
     * Memory, processor time per request and start-up.
     *
     * @param podDeviation relative standard deviation between pods of each figure
     * @param timeDeviation of memory and processor time over time, an AR(1) process in minutes
     * @param phi its autocorrelation
     * @param memoryTimes that of AOT, as a multiple; likewise the next two
     * @param driftDeviations growth of AOT's memory in an hour, in units of {@code timeDeviation}
     */
    record Gauges(
            double podDeviation,
            double timeDeviation,
            double phi,
            double memoryTimes,
            double cpuTimes,
            double startupTimes,
            double driftDeviations) {
        static Gauges equal(double podDeviation) {
            return new Gauges(podDeviation, 0.02, 0.5, 1, 1, 1, 0);
        }

        Gauges memory(double times) {
            return new Gauges(podDeviation, timeDeviation, phi, times, cpuTimes, startupTimes, driftDeviations);
        }

        Gauges cpu(double times) {
            return new Gauges(podDeviation, timeDeviation, phi, memoryTimes, times, startupTimes, driftDeviations);
        }

        Gauges startup(double times) {
            return new Gauges(podDeviation, timeDeviation, phi, memoryTimes, cpuTimes, times, driftDeviations);
        }

        Gauges drift(double deviations) {
            return new Gauges(podDeviation, timeDeviation, phi, memoryTimes, cpuTimes, startupTimes, deviations);
        }
    }

    /** The end of the plan. */
    int seconds() {
        return phases.stream().mapToInt(Phase::seconds).sum();
    }
}
