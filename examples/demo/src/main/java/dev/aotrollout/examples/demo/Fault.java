package dev.aotrollout.examples.demo;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** Defects of the AOT build, and the reasons that the operator may give for taking it back. */
public enum Fault {
    ERRORS("errors"),
    LEAK("leak"),
    CRASH("crash"),
    SLOW_START("slow-start"),
    LATENCY("latency");

    private final String word;

    Fault(String word) {
        this.word = word;
    }

    /** As users write it, and as the example service is told it. */
    public String word() {
        return word;
    }

    /** Any of these says that the defect was found. */
    public Set<String> reasons() {
        return switch (this) {
            case ERRORS -> Set.of("ErrorsRegressed", "BudgetFastBurn", "BudgetStepOverspent", "BudgetRolloutOverspent");
            case LEAK -> Set.of("NearMemoryLimit", "OomKilled", "MemoryRegressed");
            // Requests that were under way when a pod died count as errors of AOT.
            case CRASH -> Set.of("Restarted", "CrashLooping", "AotUnavailable", "ErrorsRegressed", "BudgetFastBurn");
            case SLOW_START -> Set.of("StartupRegressed");
            case LATENCY -> Set.of("LatencyRegressed");
        };
    }

    /** What {@code rollouts/faulty.yaml} has to be told. */
    public Map<String, String> placeholders() {
        return Map.of("DEFECT", word);
    }

    /** The fault that users write so. */
    static Fault of(String word) {
        return Arrays.stream(values())
                .filter(fault -> fault.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'%s' is no fault; use one of %s"
                        .formatted(
                                word, Arrays.stream(values()).map(Fault::word).toList())));
    }
}
