package dev.aotrollout.benchmark;

import dev.aotrollout.judge.Counts;
import dev.aotrollout.judge.Cpu;
import dev.aotrollout.judge.PodFacts;
import dev.aotrollout.judge.PodMemory;
import dev.aotrollout.judge.PodTraffic;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One pod: its own level of everything, its own course, and what was counted on it since the present step began. */
final class SimulatedPod {
    /** As the operator reads it: of the present step, at most an hour. */
    private static final int LONGEST_WINDOW_MINUTES = 60;
    /** A course is kept a little longer, for slopes after the warm-up. */
    private static final int LONGEST_COURSE_MINUTES = 75;

    private static final double LEVEL_BYTES = 200e6;
    private static final double LIMIT_BYTES = 500e6;
    private static final double CPU_SECONDS_PER_REQUEST = 0.005;
    private static final double IDLE_CORES = 0.002;

    private final String name;
    private final int bornMinute;
    private final double memoryLevel;
    private final double cpuLevel;
    private final Drift latency;
    private final Drift memory;
    private final Drift cpu;
    private final ArrayDeque<PodMemory.Point> minutes = new ArrayDeque<>();
    private final ArrayDeque<double[]> cpuMinutes = new ArrayDeque<>();
    private final List<Counts> blocks = new ArrayList<>();
    private Counts block = Counts.ZERO;
    private long requestsOfMinute;
    private double burstFactor = 1;
    private double costNow = 1;

    SimulatedPod(String name, int bornMinute, Scene scene, Chance chance) {
        this.name = name;
        this.bornMinute = bornMinute;
        var gauges = scene.gauges();
        memoryLevel = Math.exp(gauges.podDeviation() * chance.normal());
        cpuLevel = Math.exp(gauges.podDeviation() * chance.normal());
        latency = new Drift(scene.latency().podDeviation(), scene.latency().phi(), chance);
        memory = new Drift(gauges.timeDeviation(), gauges.phi(), chance);
        cpu = new Drift(gauges.timeDeviation(), gauges.phi(), chance);
    }

    /** Deviation of the logarithm of latency from that of all pods. */
    double nextLatency(Chance chance) {
        return latency.next(chance);
    }

    double burstFactor() {
        return burstFactor;
    }

    void nextBurst(double shape, Chance chance) {
        burstFactor = chance.gamma(shape);
    }

    void count(Counts counts) {
        block = block.plus(counts);
        requestsOfMinute += counts.requests();
    }

    /** @param memoryTimes and {@code cpuTimes} that of a JIT pod of the same level, as a multiple */
    void endMinute(int minute, double memoryTimes, double cpuTimes, Chance chance) {
        minutes.addLast(new PodMemory.Point(
                minute - bornMinute, LEVEL_BYTES * memoryLevel * memoryTimes * Math.exp(memory.next(chance))));
        if (minutes.size() > LONGEST_COURSE_MINUTES) minutes.removeFirst();
        var cost = CPU_SECONDS_PER_REQUEST * cpuLevel * cpuTimes * Math.exp(cpu.next(chance));
        costNow = cost / CPU_SECONDS_PER_REQUEST;
        cpuMinutes.addLast(new double[] {requestsOfMinute * cost + 60 * IDLE_CORES, requestsOfMinute});
        if (cpuMinutes.size() > LONGEST_WINDOW_MINUTES) cpuMinutes.removeFirst();
        requestsOfMinute = 0;
    }

    void endBlock() {
        blocks.add(block);
        block = Counts.ZERO;
    }

    /** Counters and means are asked since the step began. */
    void beginStep() {
        blocks.clear();
        block = Counts.ZERO;
        cpuMinutes.clear();
    }

    /** @param blocksOfStep that passed before this pod was born count as zero; the last one has only begun */
    PodTraffic traffic(int blocksOfStep) {
        var all = new ArrayList<Counts>(Collections.nCopies(Math.max(0, blocksOfStep - blocks.size()), Counts.ZERO));
        all.addAll(blocks);
        all.add(block);
        return new PodTraffic(name, all);
    }

    PodMemory memory(int minutesOfStep) {
        var window = Math.clamp(minutesOfStep, 1, Math.min(LONGEST_WINDOW_MINUTES, minutes.size()));
        var sum = 0.0;
        var peak = 0.0;
        var newest = minutes.descendingIterator();
        for (var i = 0; i < window; i++) {
            var bytes = newest.next().bytes();
            sum += bytes;
            peak = Math.max(peak, bytes);
        }
        return new PodMemory(name, sum / window, peak, LIMIT_BYTES, 0.8 * sum / window, List.copyOf(minutes));
    }

    boolean hasMinutes() {
        return !minutes.isEmpty() && !cpuMinutes.isEmpty();
    }

    Cpu.PodCpu cpu() {
        var seconds = 0.0;
        var requests = 0.0;
        for (var minute : cpuMinutes) {
            seconds += minute[0];
            requests += minute[1];
        }
        return new Cpu.PodCpu(name, seconds, requests);
    }

    /** As a multiple of JIT's long-term mean. */
    double memoryNow() {
        return minutes.getLast().bytes() / LEVEL_BYTES;
    }

    /** As a multiple of JIT's long-term mean, without what an idle pod costs: as if both tracks were equally loaded. */
    double cpuPerRequestNow() {
        return costNow;
    }

    PodFacts facts() {
        return new PodFacts(name, true, 0, 0, "");
    }
}
