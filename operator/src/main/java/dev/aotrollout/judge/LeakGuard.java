package dev.aotrollout.judge;

import dev.aotrollout.statistics.StudentEstimate;
import dev.aotrollout.statistics.StudentMean;
import dev.aotrollout.statistics.TheilSen;
import dev.aotrollout.statistics.WelchDifference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Does the memory of AOT pods grow so that it reaches its limit within {@code horizon}, faster than that of JIT pods? Successive
 * scrapes of one pod are not independent, so the pod is the unit: its slope over minutes (Theil and Sen).
 *
 * @param horizon a leak that takes longer than this to reach the limit is only shown
 */
public record LeakGuard(Mode mode, Duration horizon) implements Guard {
    private static final int MIN_PODS = 2;
    /** The last hour tells what memory does now. */
    private static final int MINUTES = 60;

    private static final int STRIDE_MINUTES = 5;
    /** A pod that has just started grows whatever its build. */
    private static final double WARM_UP_MINUTES = 5;

    /** That growth which is called sure is none. */
    private static final double CHANCE = 0.05;

    private static final double WARN_HOURS = 7 * 24;
    private static final double MINUTES_PER_HOUR = 60;

    @Override
    public Finding judge(Evidence evidence, Recall recall) {
        return switch (evidence.metrics().memory()) {
            case Reading.Missing<Memory>(var why, var _) -> unknown(Reason.NoData, why);
            case Reading.Known<Memory>(var memory, var _) -> follow(memory, evidence.step(), recall);
        };
    }

    private Finding follow(Memory memory, StepWindow step, Recall recall) {
        var seen = new Courses(courses(memory.jit()), courses(memory.aot()));
        var growth = recall.answer("leak", seen, () -> growth(memory, recall));
        return growth.isEmpty()
                ? tooShort(memory)
                : verdict(growth.get(), hoursToLimit(memory.aot(), growth.get().aotPerHour()), step);
    }

    /** Of all pods. */
    private record Courses(List<List<PodMemory.Point>> jit, List<List<PodMemory.Point>> aot) {}

    private static List<List<PodMemory.Point>> courses(List<PodMemory> pods) {
        var courses = new ArrayList<List<PodMemory.Point>>(pods.size());
        for (var pod : pods) courses.add(pod.minutes());
        return courses;
    }

    private static Optional<Growth> growth(Memory memory, Recall recall) {
        var aot = slopes(memory.aot(), recall);
        return aot.size() < MIN_PODS ? Optional.empty() : Optional.of(Growth.of(slopes(memory.jit(), recall), aot));
    }

    private static List<PodMemory.Point> warm(PodMemory pod) {
        var minutes = pod.minutes();
        var end = minutes.size();
        // A slope over an hour tells nothing new each minute.
        while (end > MINUTES && Math.round(minutes.get(end - 1).minute()) % STRIDE_MINUTES != 0) end--;
        var from = Math.max(0, end - MINUTES);
        while (from < end && minutes.get(from).minute() < WARM_UP_MINUTES) from++;
        return minutes.subList(from, end);
    }

    /** Bytes per hour of each pod that was seen for long enough. */
    private static List<Double> slopes(List<PodMemory> pods, Recall recall) {
        var slopes = new ArrayList<Double>();
        for (var pod : pods) {
            var minutes = warm(pod);
            if (minutes.size() >= MINUTES)
                slopes.add(recall.answer("slope of " + pod.pod(), minutes, () -> slope(minutes)));
        }
        return slopes;
    }

    private static double slope(List<PodMemory.Point> minutes) {
        return MINUTES_PER_HOUR
                * TheilSen.slope(
                        minutes.stream().map(PodMemory.Point::minute).toList(),
                        minutes.stream().map(PodMemory.Point::bytes).toList());
    }

    private Finding tooShort(Memory memory) {
        return finding(Verdict.UNKNOWN, Reason.ThinEvidence, () -> {
            var longest = memory.aot().stream()
                    .mapToInt(pod -> warm(pod).size())
                    .max()
                    .orElse(0);
            return new Finding.Words(
                    longest + " of " + MINUTES + " warm minutes seen of AOT pods, " + MIN_PODS + " pods needed"
                            + (longest > 0 && longest < MINUTES ? ", about " + (MINUTES - longest) + " min more" : ""),
                    Figures.NONE);
        });
    }

    /**
     * How memory grows, in bytes per hour.
     *
     * @param surely AOT grows, and grows faster than JIT, with 95 % confidence each
     * @param pEqual probability of so large a difference, or a larger one, if AOT pods were like JIT pods
     */
    private record Growth(double jitPerHour, double aotPerHour, boolean surely, double pEqual, int pods) {

        static Growth of(List<Double> jit, List<Double> aot) {
            var own = StudentMean.of(aot);
            if (jit.size() < MIN_PODS)
                return new Growth(0, own.value(), own.pAbove(0) < CHANCE, own.pAbove(0), aot.size());
            var surely = own.pAbove(0) < CHANCE && WelchDifference.of(aot, jit).pAbove(0) < CHANCE;
            return new Growth(
                    StudentMean.of(jit).value(),
                    own.value(),
                    surely,
                    pooled(StudentMean.of(jit), own, jit.size(), aot.size()).pAbove(0),
                    aot.size());
        }

        /** If AOT pods are like JIT pods they share one variance. */
        private static StudentEstimate pooled(StudentEstimate jit, StudentEstimate aot, int jitPods, int aotPods) {
            var squares = jit.standardError() * jit.standardError() * jitPods * jit.degrees()
                    + aot.standardError() * aot.standardError() * aotPods * aot.degrees();
            var degrees = jit.degrees() + aot.degrees();
            var error = Math.sqrt(squares / degrees * (1.0 / jitPods + 1.0 / aotPods));
            return new StudentEstimate(aot.value() - jit.value(), error, degrees);
        }
    }

    /** Of the pod that is nearest to its limit; infinite without growth or without a limit. */
    private static double hoursToLimit(List<PodMemory> pods, double perHour) {
        var hours = Double.POSITIVE_INFINITY;
        for (var pod : pods) {
            if (pod.limitBytes() <= 0 || pod.minutes().isEmpty() || perHour <= 0) continue;
            var room = pod.limitBytes() - pod.minutes().getLast().bytes();
            hours = Math.min(hours, Math.max(0, room) / perHour);
        }
        return hours;
    }

    private Finding verdict(Growth growth, double hours, StepWindow step) {
        var limit = horizon.toMinutes() / MINUTES_PER_HOUR;
        var figures = new Figures.Measured("hours", hours, limit, growth.pods());
        if (!growth.surely())
            return finding(
                    Verdict.PASS,
                    Reason.LeakFree,
                    () -> new Finding.Words(numbers(growth, hours) + ", which may be chance", figures));
        if (hours >= limit)
            return finding(Verdict.PASS, Reason.LeakFree, () -> {
                var numbers = numbers(growth, hours);
                return new Finding.Words(
                        numbers, figures, hours < WARN_HOURS ? List.of("a slow leak: " + numbers) : List.of());
            });
        return growth.pEqual() <= Allowance.LEAK.atLook(step)
                ? finding(
                        Verdict.FAIL,
                        Reason.LeakFound,
                        () -> new Finding.Words(numbers(growth, hours) + withinHorizon(), figures))
                : finding(
                        Verdict.UNKNOWN,
                        Reason.LeakSuspected,
                        () -> new Finding.Words(
                                numbers(growth, hours) + withinHorizon() + "; not sure enough for a rollback with "
                                        + growth.pods() + " pods, asked again in "
                                        + Text.span(Allowance.secondsToLook(step)),
                                figures));
    }

    private static String numbers(Growth growth, double hours) {
        return "AOT pods grow by " + Text.mebibytes(growth.aotPerHour()) + " per hour, JIT pods by "
                + Text.mebibytes(growth.jitPerHour())
                + (Double.isFinite(hours) ? "; the limit is reached in " + Text.span(hours * 3600) : "");
    }

    private String withinHorizon() {
        return ", horizon " + Text.span(horizon.toSeconds());
    }

    private Finding finding(Verdict verdict, Reason reason, Supplier<Finding.Words> words) {
        return new Finding(GuardName.LEAK, mode, verdict, reason, words);
    }

    private Finding unknown(Reason reason, String why) {
        return new Finding(GuardName.LEAK, mode, Verdict.UNKNOWN, reason, why, Figures.NONE);
    }
}
