package dev.aotrollout.benchmark;

import dev.aotrollout.judge.Counts;
import java.time.Instant;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Draws the requests of one tick, pod by pod: independent Poisson processes of those that failed, were slow, or neither. */
final class Requests {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double Z99 = NORMAL.inverseCumulativeProbability(0.99);
    /** Standard error of a sample's 99th percentile of a normal variable, times the root of the size. */
    private static final double P99_ERROR = Math.sqrt(0.99 * 0.01) / NORMAL.density(Z99);

    private static final int BURST_SECONDS = 30;

    private final Scene scene;
    private final Chance chance;
    private final Bursts bursts;
    private final Drift shared;
    private final double slowQuantile;
    private RouteBook routes;

    /**
     * One tick to draw.
     *
     * @param mean requests of both tracks
     * @param aotShare of them
     * @param differs whether AOT differs from JIT yet
     */
    record Ask(Instant start, int second, double mean, double aotShare, boolean differs) {}

    record Side(Counts counts, double logP99) {}

    record Drawn(Instant start, Side jit, Side aot) {}

    /** How one track behaves in this tick. */
    private record Behaviour(double perPod, double errorRatio, double logLatency, double brokenRouteRatio) {}

    Requests(Scene scene, Chance chance) {
        this.scene = scene;
        this.chance = chance;
        bursts = new Bursts(scene.errors().burstsPerHour(), scene.errors().routes(), chance);
        shared = new Drift(scene.latency().sharedDeviation(), scene.latency().phi(), chance);
        slowQuantile = NORMAL.inverseSurvivalProbability(scene.latency().slowShare());
        routes = new RouteBook(scene.errors().routes());
    }

    void beginStep() {
        routes = new RouteBook(scene.errors().routes());
    }

    RouteBook routes() {
        return routes;
    }

    Drawn draw(Ask ask, List<SimulatedPod> jit, List<SimulatedPod> aot) {
        bursts.advance(ask.second(), chance);
        bursts.allow(ask.aotShare() < 1 || scene.errors().burstsAlone());
        var common = shared.next(chance);
        var errors = scene.errors();
        var forJit = new Behaviour(ask.mean() * (1 - ask.aotShare()) / jit.size(), errors.ratio(), common, 0);
        var forAot = new Behaviour(
                ask.mean() * ask.aotShare() / aot.size(),
                errors.ratio() * (ask.differs() ? errors.times() : 1),
                common + (ask.differs() ? Math.log(scene.latency().times()) : 0),
                ask.differs() ? errors.brokenRouteRatio() : 0);
        var drawn = new Drawn(ask.start(), draw(forJit, jit, ask, true), draw(forAot, aot, ask, false));
        routes.close(ask.start(), forJit.perPod() * jit.size(), forAot.perPod() * aot.size(), chance);
        return drawn;
    }

    private Side draw(Behaviour behaviour, List<SimulatedPod> pods, Ask ask, boolean onJit) {
        var total = Counts.ZERO;
        var deviation = 0.0;
        for (var pod : pods) {
            var logLatency = behaviour.logLatency() + pod.nextLatency(chance);
            deviation += logLatency / pods.size();
            var counts = draw(behaviour, pod, logLatency, ask, onJit);
            pod.count(counts);
            total = total.plus(counts);
        }
        var noise = total.requests() == 0
                ? Double.NaN
                : Scene.Latency.SIGMA * P99_ERROR / Math.sqrt(total.requests()) * chance.normal();
        return new Side(total, deviation + noise);
    }

    private Counts draw(Behaviour behaviour, SimulatedPod pod, double logLatency, Ask ask, boolean onJit) {
        var mean = behaviour.perPod();
        if (mean == 0) return Counts.ZERO;
        var shape = scene.errors().podBurstShape();
        if (shape > 0 && ask.second() % BURST_SECONDS == 0) pod.nextBurst(shape, chance);
        var everywhere = Math.min(1, behaviour.errorRatio() * pod.burstFactor() + bursts.everywhere(ask.second()));
        var errors = chance.poisson(mean * everywhere);
        var onRoutes = errorsOnRoutes(behaviour, ask.second(), errors, onJit);
        var slow = NORMAL.survivalProbability(slowQuantile - logLatency / Scene.Latency.SIGMA);
        var slowly = chance.poisson(mean * (1 - everywhere) * slow);
        var quickly = chance.poisson(mean * (1 - everywhere) * (1 - slow));
        return new Counts(errors + onRoutes + slowly + quickly, errors + onRoutes, slowly);
    }

    /** Tells the routes of the errors; gives those that only one route has. */
    private long errorsOnRoutes(Behaviour behaviour, int second, long everywhere, boolean onJit) {
        if (routes.size() == 0) return 0;
        routes.scatter(onJit ? everywhere : 0, onJit ? 0 : everywhere, chance);
        var burst =
                chance.poisson(behaviour.perPod() * routes.share(Math.max(0, bursts.route())) * bursts.onRoute(second));
        if (burst > 0) routes.add(bursts.route(), onJit ? burst : 0, onJit ? 0 : burst);
        var broken = chance.poisson(behaviour.perPod() * RouteBook.FIRST_SHARE * behaviour.brokenRouteRatio());
        if (broken > 0) routes.add(0, 0, broken);
        return burst + broken;
    }
}
