package dev.aotrollout.judge;

/**
 * What Kubernetes says of one AOT pod.
 *
 * @param restarts container restarts since the pod was created
 * @param oomKills how often a container of it was seen terminated as OOMKilled
 * @param trouble the reason of a container that cannot run, such as {@code CrashLoopBackOff}; empty when all run
 */
public record PodFacts(String pod, boolean ready, int restarts, int oomKills, String trouble) {}
