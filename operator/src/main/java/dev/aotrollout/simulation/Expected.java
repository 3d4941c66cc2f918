package dev.aotrollout.simulation;

import dev.aotrollout.judge.Counts;
import java.util.ArrayList;
import java.util.List;

/** How many requests of one track are to be expected in a bin, by route; sums of Poisson means are Poisson means. */
final class Expected {
    /** More events than this are spread evenly instead of one by one. */
    private static final int MANY = 64;

    private final List<RouteShare> routes;
    private final double[] requests;
    private final double[] errors;
    private final double[] slow;
    private double firstPodErrors;
    private double thrown;

    Expected(List<RouteShare> routes) {
        this.routes = routes;
        requests = new double[routes.size()];
        errors = new double[routes.size()];
        slow = new double[routes.size()];
    }

    /** So many more requests, answered as {@code build} does. */
    void add(double more, Build build, int readyPods) {
        if (readyPods == 0) return; // answered by nobody, so no pod counts them
        for (var i = 0; i < requests.length; i++) {
            var route = routes.get(i);
            var ofRoute = more * route.share();
            var own = route.route().equals(build.failingRoute) ? build.failingRouteRatio : 0;
            requests[i] += ofRoute;
            errors[i] += ofRoute * Math.min(1, build.errorRatio + own);
            slow[i] += ofRoute * build.slowRatio;
        }
        firstPodErrors += more / readyPods * build.firstPodErrorRatio;
        thrown += more * build.exceptionRatio;
    }

    /** What is counted of it at {@code now}; begins anew. */
    Bin.Side draw(Chance chance, PodSet pods, long now, long warmUpSeconds) {
        var ready = new ArrayList<Pod>();
        var warm = 0;
        for (var pod : pods.pods()) {
            if (pod.ready) ready.add(pod);
            if (pod.isWarm(now, warmUpSeconds)) warm++;
        }
        var warmShare = ready.isEmpty() ? 0 : (double) warm / ready.size();
        var ofFirst = chance.count(firstPodErrors);
        var total = Counts.ZERO;
        var byRoute = new ArrayList<Counts>(requests.length);
        for (var i = 0; i < requests.length; i++) {
            var counts = drawRoute(i, chance, warmShare, i == 0 ? ofFirst : 0);
            byRoute.add(counts);
            total = total.plus(counts);
        }
        var threw = chance.count(thrown);
        firstPodErrors = 0;
        thrown = 0;
        if (total.requests() == 0) return Bin.Side.NONE;
        var shares =
                new Split(chance, ready, warmUpSeconds, now).of(total, Math.min(ofFirst, total.errors()), pods.build());
        return new Bin.Side(total, byRoute, shares, pods.build().exception, threw);
    }

    private Counts drawRoute(int i, Chance chance, double warmShare, long more) {
        var count = chance.count(requests[i]);
        var failed = chance.count(errors[i] + requests[i] * chance.sharedErrorRatio()) + more;
        var timed = Math.round(count * warmShare);
        var late = chance.count(slow[i] * warmShare * chance.slowFactor(), timed);
        requests[i] = 0;
        errors[i] = 0;
        slow[i] = 0;
        return count == 0 ? Counts.ZERO : new Counts(count, Math.min(failed, count), timed, late);
    }

    /** Deals the requests of a bin out to the pods that answered them. */
    private record Split(Chance chance, List<Pod> ready, long warmUpSeconds, long now) {
        List<Bin.Share> of(Counts total, long ofFirst, Build build) {
            var n = ready.size();
            var errors = dealt(total.errors() - ofFirst, n);
            var slow = dealt(total.slow(), n);
            var shares = new ArrayList<Bin.Share>(n);
            for (var i = 0; i < n; i++) {
                var pod = ready.get(i);
                var requests = total.requests() / n + (i < total.requests() % n ? 1 : 0);
                var warm = pod.isWarm(now, warmUpSeconds);
                var failed = Math.min(requests, errors[i] + (i == 0 ? ofFirst : 0));
                var counts = new Counts(requests, failed, warm ? requests : 0, warm ? Math.min(requests, slow[i]) : 0);
                shares.add(new Bin.Share(
                        pod.name, counts, warm ? requests * build.cpuSecondsPerRequest * pod.cpuFactor : 0));
            }
            return shares;
        }

        private long[] dealt(long events, int hands) {
            var dealt = new long[hands];
            if (events > MANY) for (var i = 0; i < hands; i++) dealt[i] = events / hands + (i < events % hands ? 1 : 0);
            else for (var i = 0; i < events && hands > 0; i++) dealt[chance.below(hands)]++;
            return dealt;
        }
    }
}
