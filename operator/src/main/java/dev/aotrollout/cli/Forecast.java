package dev.aotrollout.cli;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.api.AotRolloutSpec;
import dev.aotrollout.decision.Plan;
import dev.aotrollout.intake.PlanReader;
import dev.aotrollout.judge.Allowance;
import dev.aotrollout.judge.Bucket;
import dev.aotrollout.judge.Budget;
import dev.aotrollout.judge.Counts;
import dev.aotrollout.judge.Traffic;
import dev.aotrollout.judge.WorstCase;
import dev.aotrollout.statistics.Planning;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a plan takes and risks with a service's traffic, step by step. */
final class Forecast {
    /** True ratios of the error ratios, AOT : JIT, that are looked at. */
    static final List<Integer> RATIOS = List.of(2, 3, 5, 10);
    /** Of a step that is no worse than what is ruled out, as the judge has it. */
    static final double FALSE_PASS = 0.05;

    /** With less of the requests than that on JIT nothing can be compared. */
    private static final double MIN_JIT_SHARE = 0.02;
    /** Of the error budget: the errors guard passes where the next step risks no more, see {@code judge.ErrorsGuard}. */
    private static final double HARMLESS_PERCENT = 1;
    /** The fewest excess errors that count as a burn. */
    private static final int BURN_ERRORS = 3;

    /**
     * The service, as the user describes it.
     *
     * @param requestsPerSecond of both tracks together
     * @param errorRatio of JIT, 0 to 1
     * @param slowRatio of JIT, 0 to 1
     */
    record Service(double requestsPerSecond, double errorRatio, double slowRatio, int pods, int scrapeSeconds) {}

    /**
     * A regression in one step.
     *
     * @param ratio AOT : JIT; 0 for a build that fails every request
     * @param seconds until the weight is 0 again; infinite where nothing catches it
     * @param budgetPercent of the whole error budget that it costs until then
     */
    record Catch(int ratio, double seconds, double budgetPercent) {}

    /**
     * One step.
     *
     * @param seconds it is expected to take, infinite where the evidence cannot be had
     * @param waitsFor what takes longest: soak, errors, latency
     * @param inTime whether it passes before its deadline
     */
    record StepForecast(
            int number,
            int weight,
            int aotPods,
            long soakSeconds,
            double seconds,
            String waitsFor,
            boolean inTime,
            double aotRequestsPerSecond,
            List<Catch> catches,
            List<Catch> slowCatches) {}

    private final AotRolloutSpec spec;
    private final Plan plan;
    private final Service service;
    private final Exposure exposure;

    Forecast(AotRollout rollout, Service service) {
        this.spec = rollout.getSpec();
        this.plan = PlanReader.read(rollout, "");
        this.service = service;
        this.exposure = Exposure.of(spec, service.scrapeSeconds());
    }

    List<StepForecast> steps() {
        return IntStream.range(0, plan.steps().size()).mapToObj(this::step).toList();
    }

    private StepForecast step(int index) {
        var step = plan.steps().get(index);
        var soak = step.soak().toSeconds();
        var errors = errorsSeconds(index);
        var latency = latencySeconds(index);
        var seconds = Math.max(soak, Math.max(errors, latency));
        var waitsFor = seconds <= soak ? "soak" : errors >= latency ? "errors" : "latency";
        return new StepForecast(
                index + 1,
                step.weight(),
                plan.aotReplicas().forWeight(step.weight(), service.pods()),
                soak,
                seconds,
                waitsFor,
                seconds <= soak + plan.policy().maxStep().toSeconds(),
                perSecond(index),
                step.weight() == 0 ? List.of() : catches(index),
                step.weight() == 0 ? List.of() : slowCatches(index));
    }

    private double perSecond(int index) {
        return service.requestsPerSecond() * plan.steps().get(index).weight() / 100;
    }

    /**
     * Until equal tracks pass: parity is shown, or what the data still allow costs the next step hardly any budget. At weight 0 and
     * where JIT has no requests nothing is compared.
     */
    private double errorsSeconds(int index) {
        var step = plan.steps().get(index);
        if (step.weight() == 0) return 0;
        var least = spec.guards().errors().minRequests() / perSecond(index);
        if (1 - step.weight() / 100.0 < MIN_JIT_SHARE) return least;
        var ruledOut = Math.max(2, spec.guards().errors().maxRatio());
        var shown = Planning.eventsToPass(ruledOut, FALSE_PASS) / (perSecond(index) * service.errorRatio());
        return Math.max(least, Math.min(shown, harmlessSeconds(index, shown)));
    }

    /** By bisection: the worst case falls with every request. */
    private double harmlessSeconds(int index, double atMost) {
        var low = 0.0;
        var high = atMost;
        if (worstPercent(index, high) > HARMLESS_PERCENT) return high;
        while (high - low > 1) {
            var middle = (low + high) / 2;
            if (worstPercent(index, middle) > HARMLESS_PERCENT) low = middle;
            else high = middle;
        }
        return high;
    }

    private double worstPercent(int index, double seconds) {
        var next = plan.step(index + 1);
        var all = service.requestsPerSecond();
        var traffic = new Traffic(
                List.of(new Bucket(
                        Instant.EPOCH, counts((all - perSecond(index)) * seconds), counts(perSecond(index) * seconds))),
                0);
        var window = Duration.ofDays(spec.errorBudget().windowDays()).toSeconds();
        var budget = new Budget(all * window * (1 - spec.errorBudget().objective() / 100), 100);
        return WorstCase.spentPercent(
                traffic, Duration.ofMillis((long) (seconds * 1000)), next.weight() / 100.0, next.soak(), budget);
    }

    private Counts counts(double requests) {
        return new Counts(Math.round(requests), Math.round(requests * service.errorRatio()), 0);
    }

    /** Requests count once pods are warm; those of the first step have been started with the plan. */
    private double latencySeconds(int index) {
        if (plan.steps().get(index).weight() == 0) return 0;
        var before = plan.steps().subList(0, index).stream()
                .mapToLong(step -> step.soak().toSeconds())
                .sum();
        var cold = Math.max(0, spec.metrics().warmUpSeconds() - before);
        return cold + spec.guards().latency().minRequests() / perSecond(index);
    }

    private List<Catch> catches(int index) {
        var all = RATIOS.stream().map(ratio -> caught(index, ratio, service.errorRatio() * ratio));
        var total = Stream.of(caught(index, 0, 1));
        return Stream.concat(all, total).toList();
    }

    /** The first of three: the comparison with JIT, a fast burn of the budget, the step's share of the budget. */
    private Catch caught(int index, int ratio, double errorRatio) {
        var excess = Math.min(1, errorRatio) - service.errorRatio();
        var weight = plan.steps().get(index).weight();
        var seconds = Math.min(
                compared(index, Math.min(1, errorRatio) / service.errorRatio()),
                Math.min(burning(weight, excess), spent(weight, excess)));
        var reacted = seconds + exposure.reactionSeconds();
        return new Catch(ratio, reacted, exposure.spentPercent(weight, excess, Double.isFinite(reacted) ? reacted : 0));
    }

    private double compared(int index, double ratio) {
        var tolerated = spec.guards().errors().maxRatio();
        return compared(index, ratio, tolerated, service.errorRatio(), Allowance.ERRORS.ofStep(index + 1));
    }

    /** Slow requests spend no error budget; only the comparison catches them. */
    private List<Catch> slowCatches(int index) {
        var tolerated = spec.guards().latency().maxSlowRatio();
        return RATIOS.stream()
                .map(ratio -> {
                    var real = Math.min(1, ratio * service.slowRatio()) / service.slowRatio();
                    var seconds =
                            compared(index, real, tolerated, service.slowRatio(), Allowance.LATENCY.ofStep(index + 1));
                    return new Catch(ratio, seconds + exposure.reactionSeconds(), 0);
                })
                .toList();
    }

    private double compared(int index, double ratio, double tolerated, double jitRatio, double alpha) {
        var share = plan.steps().get(index).weight() / 100.0;
        if (1 - share < MIN_JIT_SHARE || ratio <= tolerated) return Double.POSITIVE_INFINITY;
        var perSecond = perSecond(index) * jitRatio;
        var worse = Power.errorsToFail(ratio, tolerated, share, Allowance.JUST_TOLERATED);
        var notByChance = Power.errorsToFail(ratio, 1, share, alpha);
        return Math.max(1 / (perSecond * ratio), Math.max(worse, notByChance) / perSecond);
    }

    /** Windows are clipped to the age of the step, so a burn shows as soon as there are errors enough. */
    private double burning(int weight, double excess) {
        var rate = excess / (1 - spec.errorBudget().objective() / 100);
        var burns = spec.errorBudget().fastBurn().stream().anyMatch(rule -> rate > rule.factor());
        return burns ? BURN_ERRORS / (service.requestsPerSecond() * weight / 100 * excess) : Double.POSITIVE_INFINITY;
    }

    private double spent(int weight, double excess) {
        var perSecond = exposure.spentPercent(weight, excess, 1);
        return spec.errorBudget().maxStepSpendPercent() / perSecond;
    }
}
