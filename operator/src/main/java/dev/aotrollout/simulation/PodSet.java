package dev.aotrollout.simulation;

import dev.aotrollout.decision.TrackFacts;
import dev.aotrollout.judge.Identity;
import dev.aotrollout.judge.PodFacts;
import dev.aotrollout.judge.PodMemory;
import dev.aotrollout.judge.Startups;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** A Deployment with its pods: new ones come before old ones go. */
final class PodSet {
    private static final long SETTLED_SECONDS = 3600;

    private final String name;
    private final Build build;
    private final SplittableRandom random;
    private final List<Pod> pods = new ArrayList<>();
    private Optional<Seen> seen = Optional.empty();
    private boolean exists;
    private boolean changed;
    private int replicas;
    private String revision = "";
    private int named;

    /** What the operator sees of the pods, as long as none of them changes. */
    private record Seen(
            int signature,
            Identity.Build kind,
            List<PodFacts> facts,
            Startups startups,
            List<Identity.PodIdentity> identities) {
        Seen {
            facts = List.copyOf(facts);
            identities = List.copyOf(identities);
        }
    }

    PodSet(String name, Build build, SplittableRandom random) {
        this.name = name;
        this.build = build;
        this.random = random;
    }

    Build build() {
        return build;
    }

    int replicas() {
        return replicas;
    }

    String revision() {
        return revision;
    }

    int ready() {
        var count = 0;
        for (var pod : pods) if (pod.ready) count++;
        return count;
    }

    List<Pod> pods() {
        return pods;
    }

    void apply(String template, int count) {
        exists = true;
        changed = true;
        revision = template;
        replicas = count;
    }

    void scale(int count) {
        replicas = count;
        changed = true;
    }

    /** Its build is about to behave otherwise. */
    void adopt(long now) {
        for (var pod : pods) pod.adopt(now, build);
        changed = true;
    }

    /** All pods are there since an hour. */
    void settle() {
        tick(-SETTLED_SECONDS);
        for (var pod : pods) {
            pod.startupSeconds = build.startSeconds;
            pod.ready = true;
        }
    }

    /** True where a pod came, went, or changed its readiness. */
    boolean tick(long now) {
        var before = signature();
        for (var pod : pods) pod.tick(now, build);
        for (var i = current(); i < replicas; i++)
            pods.add(new Pod(name + "-" + ++named, revision, now, random.split()));
        if (current() < pods.size())
            removeSurplus(pods.stream().filter(pod -> !isCurrent(pod)).toList(), replicas - currentReady());
        if (current() > replicas)
            removeSurplus(pods.stream().filter(this::isCurrent).toList(), replicas);
        changed = before != signature();
        return changed;
    }

    /** The next second in which something changes by itself. */
    long nextChange(long now) {
        if (changed) return now + 1;
        var next = Long.MAX_VALUE;
        for (var pod : pods) next = Math.min(next, pod.nextChange(now, build));
        return next;
    }

    private int current() {
        var count = 0;
        for (var pod : pods) if (isCurrent(pod)) count++;
        return count;
    }

    private int currentReady() {
        var count = 0;
        for (var pod : pods) if (isCurrent(pod) && pod.ready) count++;
        return count;
    }

    private void removeSurplus(List<Pod> some, int keep) {
        if (some.size() > keep) pods.removeAll(some.subList(Math.max(0, keep), some.size()));
    }

    private boolean isCurrent(Pod pod) {
        return pod.revision.equals(revision);
    }

    private int signature() {
        var hash = 1;
        for (var pod : pods) hash = 31 * hash + pod.signature();
        return hash;
    }

    TrackFacts facts(boolean withRevision) {
        var rolledOut = pods.size() == replicas && current() == replicas;
        return exists
                ? new TrackFacts(true, replicas, ready(), rolledOut, withRevision ? revision : "")
                : TrackFacts.ABSENT;
    }

    List<PodFacts> podFacts() {
        return seen().facts();
    }

    Startups startups() {
        return seen().startups();
    }

    /** Looked at anew where a pod has changed. */
    private Seen seen() {
        var signature = signature();
        if (seen.isEmpty() || seen.get().signature() != signature || seen.get().kind() != build.kind)
            seen = Optional.of(new Seen(
                    signature,
                    build.kind,
                    pods.stream().map(Pod::facts).toList(),
                    new Startups(startupSeconds(), 1),
                    proven()));
        return seen.get();
    }

    private List<Double> startupSeconds() {
        return pods.stream()
                .map(pod -> pod.startupSeconds)
                .filter(value -> value > 0)
                .toList();
    }

    /** Of pods that run and are older than the warm-up. */
    List<PodMemory> memory(long now, long warmUpSeconds) {
        var all = new ArrayList<PodMemory>(pods.size());
        for (var pod : pods)
            if (now - pod.createdAt >= warmUpSeconds && pod.memoryBytes(now, build) > 0)
                all.add(pod.memory(now, build));
        return all;
    }

    /** Mean of all pods that run; 0 without one. */
    double meanMemoryBytes(long now) {
        var sum = 0.0;
        var running = 0;
        for (var pod : pods) {
            var bytes = pod.memoryBytes(now, build);
            sum += bytes;
            if (bytes > 0) running++;
        }
        return running == 0 ? 0 : sum / running;
    }

    List<Identity.PodIdentity> identities() {
        return seen().identities();
    }

    private List<Identity.PodIdentity> proven() {
        var proof = switch (build.kind) {
            case JIT -> "dotnet_jit_compiled_methods_total is 4210";
            case AOT -> "dotnet_jit_compiled_methods_total is 0";
            case UNPROVEN -> "";
        };
        return pods.stream()
                .filter(pod -> pod.ready)
                .map(pod -> new Identity.PodIdentity(pod.name, build.kind, proof))
                .toList();
    }
}
