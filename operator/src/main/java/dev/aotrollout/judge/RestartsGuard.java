package dev.aotrollout.judge;

import java.util.function.Predicate;

/**
 * Do AOT containers stay up? Rests on what Kubernetes says of the pods alone, so it answers while Prometheus is down.
 *
 * @param maxOomKills tolerated over all AOT pods, at least 0
 * @param maxRestarts tolerated over all AOT pods, at least 0
 */
public record RestartsGuard(Mode mode, int maxOomKills, int maxRestarts) implements Guard {

    @Override
    public Finding judge(Evidence evidence, Recall recall) {
        var pods = evidence.pods().aot();
        var oomKills = pods.stream().mapToInt(PodFacts::oomKills).sum();
        var restarts = pods.stream().mapToInt(PodFacts::restarts).sum();
        if (oomKills > maxOomKills)
            return fail(
                    Reason.OomKilled,
                    "%s AOT containers were OOMKilled, limit %s; last seen on pod %s"
                            .formatted(oomKills, maxOomKills, first(evidence, p -> p.oomKills() > 0)),
                    oomKills,
                    maxOomKills);
        var looping = pods.stream()
                .filter(p -> p.trouble().equals("CrashLoopBackOff"))
                .findFirst();
        if (looping.isPresent())
            return fail(
                    Reason.CrashLooping,
                    "AOT pod %s is in CrashLoopBackOff after %s restarts"
                            .formatted(looping.get().pod(), looping.get().restarts()),
                    restarts,
                    maxRestarts);
        if (restarts > maxRestarts)
            return fail(
                    Reason.Restarted,
                    "AOT containers restarted %s times, limit %s; last seen on pod %s"
                            .formatted(restarts, maxRestarts, first(evidence, p -> p.restarts() > 0)),
                    restarts,
                    maxRestarts);
        return new Finding(
                GuardName.RESTARTS,
                mode,
                pods.isEmpty() ? Verdict.UNKNOWN : Verdict.PASS,
                pods.isEmpty() ? Reason.ThinEvidence : Reason.PodsHealthy,
                pods.isEmpty() ? "no AOT pod yet" : "%s AOT pods, no restart".formatted(pods.size()),
                new Figures.Measured("count", restarts, maxRestarts, pods.size()));
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
