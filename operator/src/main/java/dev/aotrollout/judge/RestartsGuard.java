package dev.aotrollout.judge;

import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * Do AOT containers stay up? A rule on facts. Rests on what Kubernetes says of the pods alone, so it answers while Prometheus is down.
 *
 * @param maxOomKills tolerated over all AOT pods, at least 0
 * @param maxRestarts tolerated over all AOT pods, at least 0
 */
public record RestartsGuard(Mode mode, int maxOomKills, int maxRestarts) implements Guard {

    @Override
    public Finding judge(Evidence evidence, Recall recall) {
        var pods = evidence.pods().aot();
        var oomKills = 0;
        var restarts = 0;
        for (var pod : pods) {
            oomKills += pod.oomKills();
            restarts += pod.restarts();
        }
        if (oomKills > maxOomKills)
            return fail(
                    Reason.OomKilled,
                    oomKills + " AOT containers were OOMKilled, limit " + maxOomKills + "; last seen on pod "
                            + first(evidence, p -> p.oomKills() > 0)
                            + onJit(evidence, PodFacts::oomKills),
                    oomKills,
                    maxOomKills);
        for (var pod : pods)
            if (pod.trouble().equals("CrashLoopBackOff"))
                return fail(
                        Reason.CrashLooping,
                        "AOT pod " + pod.pod() + " is in CrashLoopBackOff after " + pod.restarts() + " restarts"
                                + onJit(evidence, PodFacts::restarts),
                        restarts,
                        maxRestarts);
        if (restarts > maxRestarts)
            return fail(
                    Reason.Restarted,
                    "AOT containers restarted " + restarts + " times, limit " + maxRestarts + "; last seen on pod "
                            + first(evidence, p -> p.restarts() > 0)
                            + onJit(evidence, PodFacts::restarts),
                    restarts,
                    maxRestarts);
        return withinLimits(pods.size(), restarts);
    }

    private Finding withinLimits(int pods, int restarts) {
        return new Finding(
                GuardName.RESTARTS,
                mode,
                pods == 0 ? Verdict.UNKNOWN : Verdict.PASS,
                pods == 0 ? Reason.ThinEvidence : Reason.PodsHealthy,
                () -> new Finding.Words(
                        pods == 0
                                ? "no AOT pod yet"
                                : pods + " AOT pods, "
                                        + (restarts == 0 ? "no restart" : restarts + " restarts, limit " + maxRestarts),
                        new Figures.Measured("count", restarts, maxRestarts, pods)));
    }

    /** Whether JIT has the same trouble: then the cause may not be the build. */
    private static String onJit(Evidence evidence, ToIntFunction<PodFacts> count) {
        var pods = evidence.pods().jit();
        if (pods.isEmpty()) return "";
        var seen = pods.stream().mapToInt(count).sum();
        return seen == 0 ? "; JIT pods have none" : "; JIT pods have " + seen;
    }

    private static String first(Evidence evidence, Predicate<PodFacts> test) {
        var found = evidence.pods().aot().stream().filter(test).findFirst();
        return found.map(PodFacts::pod).orElse("unknown");
    }

    private Finding fail(Reason reason, String message, int seen, int limit) {
        return new Finding(
                GuardName.RESTARTS,
                mode,
                Verdict.FAIL,
                reason,
                message,
                new Figures.Measured("count", seen, limit, seen));
    }
}
