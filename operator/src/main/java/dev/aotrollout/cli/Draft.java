package dev.aotrollout.cli;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.api.AotRolloutSpec;
import dev.aotrollout.api.StepSpec;
import java.util.List;
import java.util.stream.IntStream;

/** A sound manifest with all defaults, and what is known of its service: what the rules of policy look at. */
record Draft(Document document, AotRollout rollout, TrafficOptions traffic) {
    AotRolloutSpec spec() {
        return rollout.getSpec();
    }

    List<StepSpec> steps() {
        return spec().steps();
    }

    Exposure exposure() {
        return Exposure.of(spec(), traffic.scrapeSeconds());
    }

    /** Index of the first step that sends traffic to AOT; the last one always does. */
    int firstWeighted() {
        return IntStream.range(0, steps().size())
                .filter(i -> steps().get(i).weight() > 0)
                .findFirst()
                .orElse(steps().size() - 1);
    }

    /** Requests a second that a step sends to AOT; 0 where the traffic is not known. */
    double aotPerSecond(int step) {
        return traffic.requestsPerSecond() * steps().get(step).weight() / 100;
    }

    String path(int step) {
        return "spec.steps[" + step + "]";
    }

    Remark warning(String field, String rule, String message) {
        return Remark.of(document, field, Severity.WARNING, rule, message);
    }

    Remark advice(String field, String rule, String message) {
        return Remark.of(document, field, Severity.ADVICE, rule, message);
    }
}
