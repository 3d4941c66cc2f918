package dev.aotrollout.simulated;

import dev.aotrollout.decision.TrackFacts;
import dev.aotrollout.judge.PodFacts;
import dev.aotrollout.judge.PodMemory;
import dev.aotrollout.judge.Startups;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** A Deployment with its pods: new ones come before old ones go. */
final class PodSet {
    private static final double MEBI = 1024.0 * 1024;
    private static final long WARM_UP_SECONDS = 10;

    private final String name;
    private final Build build;
    private final RandomGenerator random;
    private final List<Pod> pods = new ArrayList<>();
    private boolean exists;
    private int replicas;
    private String revision = "";
    private int named;

    PodSet(String name, Build build, RandomGenerator random) {
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
        return (int) pods.stream().filter(pod -> pod.ready).count();
    }

    List<Pod> pods() {
        return pods;
    }

    /** Whether this says anything new. */
    boolean apply(String template, int count) {
        if (exists && revision.equals(template) && replicas == count) return false;
        exists = true;
        revision = template;
        replicas = count;
        return true;
    }

    void scale(int count) {
        replicas = count;
    }

    /** All pods are there since an hour. */
    void settle() {
        tick(-3600);
        for (var pod : pods) {
            pod.startupSeconds = build.startSeconds;
            pod.ready = true;
        }
    }

    /** True where a pod came, went, or changed its readiness. */
    boolean tick(long now) {
        var before = signature();
        for (var pod : pods) pod.tick(now, build);
        var current = (int) pods.stream().filter(this::isCurrent).count();
        for (var i = current; i < replicas; i++) pods.add(new Pod(name + "-" + ++named, revision, now, random));
        var readyNow =
                (int) pods.stream().filter(pod -> isCurrent(pod) && pod.ready).count();
        removeSurplus(pods.stream().filter(pod -> !isCurrent(pod)).toList(), replicas - readyNow);
        removeSurplus(pods.stream().filter(this::isCurrent).toList(), replicas);
        return !before.equals(signature());
    }

    private void removeSurplus(List<Pod> some, int keep) {
        if (some.size() > keep) pods.removeAll(some.subList(Math.max(0, keep), some.size()));
    }

    private boolean isCurrent(Pod pod) {
        return pod.revision.equals(revision);
    }

    private String signature() {
        var text = new StringBuilder();
        for (var pod : pods)
            text.append(pod.name).append(pod.ready).append(pod.restarts).append(pod.trouble);
        return text.toString();
    }

    TrackFacts facts(boolean withRevision) {
        var rolledOut = pods.size() == replicas && pods.stream().allMatch(this::isCurrent);
        return exists
                ? new TrackFacts(true, replicas, ready(), rolledOut, withRevision ? revision : "")
                : TrackFacts.ABSENT;
    }

    List<PodFacts> podFacts() {
        return pods.stream()
                .map(pod -> new PodFacts(pod.name, pod.ready, pod.restarts, pod.oomKills, pod.trouble))
                .toList();
    }

    Startups startups() {
        var seconds = pods.stream()
                .map(pod -> pod.startupSeconds)
                .filter(value -> value > 0)
                .toList();
        return new Startups(seconds, 1);
    }

    List<PodMemory> memory(long now) {
        return pods.stream()
                .filter(pod -> pod.memoryMebibytes > 0 && now - pod.createdAt >= WARM_UP_SECONDS)
                .map(pod -> new PodMemory(
                        pod.name, pod.memoryMebibytes * MEBI, pod.peakMebibytes * MEBI, build.limitMebibytes * MEBI))
                .toList();
    }
}
