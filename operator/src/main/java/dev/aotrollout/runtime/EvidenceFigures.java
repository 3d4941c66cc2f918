package dev.aotrollout.runtime;

import static dev.aotrollout.evidence.EvidenceDocument.AOT;
import static dev.aotrollout.evidence.EvidenceDocument.JIT;

import dev.aotrollout.evidence.Cpu;
import dev.aotrollout.evidence.Failures;
import dev.aotrollout.evidence.Gain;
import dev.aotrollout.evidence.GuardAnswer;
import dev.aotrollout.evidence.Latency;
import dev.aotrollout.evidence.Memory;
import dev.aotrollout.evidence.Startup;
import dev.aotrollout.judge.GuardName;
import dev.aotrollout.judge.PodFacts;
import dev.aotrollout.judge.Reason;
import dev.aotrollout.observe.PodReadings;
import dev.aotrollout.observe.StartupReadings;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** From answers of Prometheus, pods and guards to the figures of a pack. */
final class EvidenceFigures {
    /** More of them would make a pack that nobody reads; the most frequent are kept. */
    private static final int MOST_LINES = 30;

    private final EvidenceAnswers answers;
    private final List<GuardAnswer> guards;

    EvidenceFigures(EvidenceAnswers answers, List<GuardAnswer> guards) {
        this.answers = answers;
        this.guards = guards;
    }

    private Optional<GuardAnswer> guard(GuardName name) {
        return guards.stream()
                .filter(guard -> guard.guard().equals(name.label()))
                .findFirst();
    }

    Startup startup(List<Pod> jitPods, List<Pod> aotPods, String container) {
        var jit = StartupReadings.of(jitPods, container);
        var aot = StartupReadings.of(aotPods, container);
        var guard = guard(GuardName.STARTUP);
        var measured = !jit.seconds().isEmpty() || !aot.seconds().isEmpty();
        return new Startup(
                jit.seconds().stream().sorted().toList(),
                aot.seconds().stream().sorted().toList(),
                guard.map(GuardAnswer::jit).orElse(null),
                guard.map(GuardAnswer::aot).orElse(null),
                measured ? Math.max(jit.resolutionSeconds(), aot.resolutionSeconds()) : null,
                guard.map(Gain::of).orElse(Gain.NONE));
    }

    Memory memory() {
        var guard = guard(GuardName.MEMORY);
        var pods = new ArrayList<Memory.Pod>(memory(AOT));
        pods.addAll(memory(JIT));
        return new Memory(
                pods,
                guard.map(GuardAnswer::jit).orElse(null),
                guard.map(GuardAnswer::aot).orElse(null),
                guard.map(Gain::of).orElse(Gain.NONE));
    }

    private List<Memory.Pod> memory(String track) {
        var means = new TreeMap<>(answers.figures("memoryMean", track));
        var peaks = answers.figures("memoryPeak", track);
        var residents = answers.figures("memoryResident", track);
        var limits = answers.figures("memoryLimit", track);
        return means.entrySet().stream()
                .limit(EvidenceAnswers.MOST_PODS)
                .map(mean -> new Memory.Pod(
                        track,
                        mean.getKey(),
                        mean.getValue(),
                        peaks.getOrDefault(mean.getKey(), mean.getValue()),
                        residents.get(mean.getKey()),
                        Optional.ofNullable(limits.get(mean.getKey()))
                                .filter(limit -> limit > 0)
                                .orElse(null)))
                .toList();
    }

    Latency latency(double thresholdSeconds) {
        return new Latency(thresholdSeconds, quantiles(JIT), quantiles(AOT));
    }

    private Latency.Quantiles quantiles(String track) {
        return new Latency.Quantiles(
                answers.figure("p50Whole", track).orElse(null),
                answers.figure("p95Whole", track).orElse(null),
                answers.figure("p99Whole", track).orElse(null));
    }

    Cpu cpu() {
        return new Cpu(
                answers.figure("cpuWhole", JIT).orElse(null),
                answers.figure("cpuWhole", AOT).orElse(null));
    }

    /** Where pods are gone, the guard remembers what it saw of them. */
    Failures failures(List<Pod> aotPods) {
        var facts = PodReadings.facts(aotPods);
        var kills = facts.stream().mapToInt(PodFacts::oomKills).sum();
        var restarts = facts.stream().mapToInt(PodFacts::restarts).sum();
        var guard = guard(GuardName.RESTARTS);
        var seen = guard.map(GuardAnswer::aot).orElse(0.0).intValue();
        var ofMemory = guard.filter(one -> one.reason().equals(Reason.OomKilled.name()))
                .isPresent();
        var oomKills = ofMemory ? Math.max(kills, seen) : kills;
        return new Failures(
                exceptions(),
                routes(),
                oomKills,
                Math.max(0, Math.max(restarts, ofMemory ? 0 : seen) - oomKills),
                facts.stream()
                        .filter(pod -> !pod.trouble().isEmpty() || pod.restarts() > 0 || pod.oomKills() > 0)
                        .map(pod -> new Failures.PodTrouble(pod.pod(), pod.trouble(), pod.restarts(), pod.oomKills()))
                        .toList());
    }

    private List<Failures.ExceptionCount> exceptions() {
        var jit = answers.figures("exceptions", JIT);
        var aot = answers.figures("exceptions", AOT);
        var types = new TreeMap<>(jit);
        types.putAll(aot);
        return types.keySet().stream()
                .map(type -> new Failures.ExceptionCount(
                        type, Math.round(jit.getOrDefault(type, 0.0)), Math.round(aot.getOrDefault(type, 0.0))))
                .sorted(Comparator.comparingLong(Failures.ExceptionCount::aot).reversed())
                .limit(MOST_LINES)
                .toList();
    }

    private List<Failures.Route> routes() {
        var jit = answers.figures("routeErrors", JIT);
        var aot = answers.figures("routeErrors", AOT);
        var routes = new TreeMap<>(jit);
        routes.putAll(aot);
        return routes.keySet().stream()
                .map(route -> new Failures.Route(
                        route, Math.round(jit.getOrDefault(route, 0.0)), Math.round(aot.getOrDefault(route, 0.0))))
                .sorted(Comparator.comparingLong(Failures.Route::aotErrors).reversed())
                .limit(MOST_LINES)
                .toList();
    }
}
