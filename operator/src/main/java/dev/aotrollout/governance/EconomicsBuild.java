package dev.aotrollout.governance;

import dev.aotrollout.judge.Cpu.PodCpu;
import dev.aotrollout.judge.PodMemory;
import dev.aotrollout.judge.Startups;
import java.util.List;

/**
 * What is known of the cost of one build.
 *
 * @param requests of one pod, as its Deployment says
 * @param peak of one pod, as measured
 * @param cpuSecondsPerRequest processor time of a request, as measured; 0: not measured
 * @param startups from container start to ready
 * @param imageBytes as the nodes report it; 0: no node does
 */
public record EconomicsBuild(
        PodRequests requests, PodUse peak, double cpuSecondsPerRequest, Startups startups, double imageBytes) {
    /** Nothing is known. */
    public static final EconomicsBuild NONE = new EconomicsBuild(PodRequests.NONE, PodUse.NONE, 0, Startups.NONE, 0);

    /** With what was measured of its pods: the largest working set of any, and processor time over requests of all. */
    public EconomicsBuild measured(List<PodMemory> memory, List<PodCpu> cpu) {
        var peakBytes = memory.stream().mapToDouble(PodMemory::peakBytes).max().orElse(0);
        var seconds = cpu.stream().mapToDouble(PodCpu::seconds).sum();
        var answered = cpu.stream().mapToDouble(PodCpu::requests).sum();
        return new EconomicsBuild(
                requests,
                new PodUse(peak.cpuCores(), Math.max(peak.memoryBytes(), peakBytes)),
                answered > 0 ? seconds / answered : cpuSecondsPerRequest,
                startups,
                imageBytes);
    }
}
