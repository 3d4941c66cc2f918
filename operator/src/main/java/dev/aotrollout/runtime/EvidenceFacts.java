package dev.aotrollout.runtime;

import dev.aotrollout.api.AotApproval;
import dev.aotrollout.evidence.EvidenceDocument.Link;
import dev.aotrollout.observe.Frame;
import dev.aotrollout.observe.PastBudget;
import dev.aotrollout.observe.SeriesAnswer;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was gathered for one pack, beside what was known already.
 *
 * @param prometheus host and port; empty where there is no connection
 * @param jitPods that exist still; empty where others took their place
 * @param budgetAtStart of the service when the run began
 * @param troubles what could not be had, a sentence each
 */
record EvidenceFacts(
        Optional<Link> previous,
        Frame frame,
        String prometheus,
        List<SeriesAnswer> answers,
        PastBudget budgetAtStart,
        List<Pod> jitPods,
        List<Pod> aotPods,
        List<AotApproval> approvals,
        List<String> troubles) {
    EvidenceFacts {
        answers = List.copyOf(answers);
        jitPods = List.copyOf(jitPods);
        aotPods = List.copyOf(aotPods);
        approvals = List.copyOf(approvals);
        troubles = List.copyOf(troubles);
    }

    /** The same with more troubles. */
    EvidenceFacts with(List<String> more) {
        var all = new ArrayList<>(troubles);
        all.addAll(more);
        return new EvidenceFacts(previous, frame, prometheus, answers, budgetAtStart, jitPods, aotPods, approvals, all);
    }
}
