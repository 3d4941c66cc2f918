package dev.aotrollout.cli;

import dev.aotrollout.api.ModeSpec;
import dev.aotrollout.api.ReplicasSpec;
import dev.aotrollout.api.RuntimeSpec;
import dev.aotrollout.decision.Moments;
import dev.aotrollout.judge.Text;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rules of policy about guards, the error budget, pods and what comes after promotion. */
final class GuardRules {
    /** A regression that a day's traffic shows should find JIT still there. */
    private static final Duration SHORT_STANDBY = Duration.ofHours(1);

    private GuardRules() {}

    private static Map<String, ModeSpec> modes(Draft draft) {
        var guards = draft.spec().guards();
        return Map.of(
                "errors", guards.errors().mode(),
                "latency", guards.latency().mode(),
                "memory", guards.memory().mode(),
                "startup", guards.startup().mode(),
                "restarts", guards.restarts().mode());
    }

    static Stream<Remark> nothingIsEnforced(Draft draft) {
        if (!modes(draft).values().stream().allMatch(mode -> mode == ModeSpec.OBSERVE)) return Stream.empty();
        return Stream.of(
                draft.warning(
                        "spec.guards",
                        "nothing-enforced",
                        "all guards only observe: nothing but the error budget can roll back; set mode: Enforce at least for errors and restarts"));
    }

    /** The two that tell whether users are harmed. */
    static Stream<Remark> onlyObserved(Draft draft) {
        var modes = modes(draft);
        var observed = Stream.of("errors", "restarts")
                .filter(guard -> modes.get(guard) == ModeSpec.OBSERVE)
                .toList();
        if (observed.isEmpty() || nothingIsEnforced(draft).findAny().isPresent()) return Stream.empty();
        return observed.stream()
                .map(
                        guard -> draft.advice(
                                "spec.guards." + guard + ".mode",
                                "harm-only-observed",
                                guard.equals("errors")
                                        ? "failed requests are only observed: an AOT build that fails more than JIT advances until it burns the error budget"
                                        : "restarts and OOM kills are only observed: a crashing AOT build advances as long as its requests succeed"));
    }

    static Stream<Remark> gainFromACache(Draft draft) {
        var gain = draft.spec().guards().memory().requiredGainPercent();
        if (draft.spec().aot().runtime() != RuntimeSpec.JDK_AOT_CACHE || gain == null || gain == 0)
            return Stream.empty();
        return Stream.of(draft.advice(
                "spec.guards.memory.requiredGainPercent",
                "gain-from-cache",
                "a JDK AOT cache keeps the JVM and its heap: memory may not fall by %s, and the step then waits until its deadline; leave the field out to ask only for no regression"
                        .formatted(Text.percent(gain))));
    }

    /** The comparisons of pods need two of each track. */
    static Stream<Remark> oneAotPod(Draft draft) {
        var replicas = draft.spec().aot().replicas();
        var fixed = replicas.mode() == ReplicasSpec.Mode.FIXED;
        var count = fixed && replicas.count() != null ? replicas.count() : replicas.min();
        if (count > 1) return Stream.empty();
        return Stream.of(
                draft.warning(
                        "spec.aot.replicas." + (fixed ? "count" : "min"),
                        "one-aot-pod",
                        "one AOT pod: memory and startup cannot be compared (2 pods of each track are needed), and the eviction of that pod rolls back; set it to 2"));
    }

    static Stream<Remark> stepLimitAboveRolloutLimit(Draft draft) {
        var budget = draft.spec().errorBudget();
        if (budget.maxStepSpendPercent() <= budget.maxRolloutSpendPercent()) return Stream.empty();
        return Stream.of(draft.advice(
                "spec.errorBudget.maxStepSpendPercent",
                "step-limit-above-rollout-limit",
                "maxStepSpendPercent %s never decides: maxRolloutSpendPercent %s is reached before"
                        .formatted(
                                Text.trimmed(budget.maxStepSpendPercent()),
                                Text.trimmed(budget.maxRolloutSpendPercent()))));
    }

    static Stream<Remark> shortStandby(Draft draft) {
        var retire = draft.spec().retire();
        if (retire == null) return Stream.empty();
        var standby = Duration.ofSeconds(retire.warmStandbySeconds());
        if (standby.compareTo(SHORT_STANDBY) >= 0) return Stream.empty();
        return Stream.of(draft.warning(
                "spec.retire.warmStandbySeconds",
                "short-standby",
                "JIT scales down %s after promotion: a regression found later waits for JIT pods to start before traffic can go back; keep it a day or longer"
                        .formatted(Moments.text(standby))));
    }

    /** The revision is what the user wrote, so a tag that moves changes the build in the middle of a run. */
    static Stream<Remark> movingTag(Draft draft) {
        var containers = draft.spec().aot().containers();
        return IntStream.range(0, containers.size())
                .filter(index -> moves(containers.get(index).image()))
                .mapToObj(index -> draft.warning(
                        "spec.aot.containers[" + index + "].image",
                        "moving-tag",
                        "image %s can change without the manifest: pods of one run may be different builds, and a new build does not start the plan again; name a version or a digest"
                                .formatted(containers.get(index).image())));
    }

    private static boolean moves(String image) {
        if (image.contains("@")) return false;
        var name = image.substring(image.lastIndexOf('/') + 1);
        return !name.contains(":")
                || List.of("latest", "main", "master", "dev").contains(name.substring(name.indexOf(':') + 1));
    }

    static Stream<Remark> secretInTheClear(Draft draft) {
        var prometheus = draft.spec().metrics().prometheus();
        var secret = prometheus.bearerTokenSecret() != null || prometheus.basicAuthSecret() != null;
        if (!secret || prometheus.url().startsWith("https://")) return Stream.empty();
        return Stream.of(draft.warning(
                "spec.metrics.prometheus.url",
                "secret-in-the-clear",
                "the credential is sent in the clear to %s; use https and caSecret".formatted(prometheus.url())));
    }
}
