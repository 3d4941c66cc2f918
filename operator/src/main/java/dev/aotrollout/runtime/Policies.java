package dev.aotrollout.runtime;

import dev.aotrollout.api.AotRollout;
import dev.aotrollout.cluster.ObjectKey;
import dev.aotrollout.cluster.PolicyCache;
import dev.aotrollout.decision.Admission;
import dev.aotrollout.decision.WaveSlot;
import dev.aotrollout.intake.ApprovalReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What governance says of a rollout, from the caches. */
final class Policies {
    private final PolicyCache cache;

    Policies(PolicyCache cache) {
        this.cache = cache;
    }

    Admission admission(AotRollout rollout, String revision) {
        var approvals = ApprovalReader.read(
                rollout, revision, cache.approvals(rollout.getMetadata().getNamespace()));
        return new Admission(List.of(), new WaveSlot.Free(), approvals, ApprovalReader.author(rollout));
    }

    /** Everything whose change must wake {@code rollout}. */
    static Set<ObjectKey> interests(AotRollout rollout) {
        var namespace = rollout.getMetadata().getNamespace();
        var candidate = rollout.getSpec().candidate();
        var objects = new HashSet<ObjectKey>();
        objects.add(new ObjectKey("AOTException", namespace, ObjectKey.ANY));
        objects.add(new ObjectKey("AOTApproval", namespace, ObjectKey.ANY));
        if (candidate.rubric() != null) objects.add(new ObjectKey("AOTCandidateRubric", "", candidate.rubric()));
        if (candidate.libraryPolicy() != null)
            objects.add(new ObjectKey("AOTLibraryPolicy", "", candidate.libraryPolicy()));
        var compatibility = candidate.compatibility();
        if (compatibility.sbom() != null)
            objects.add(
                    new ObjectKey("ConfigMap", namespace, compatibility.sbom().configMap()));
        if (compatibility.publishLog() != null)
            objects.add(new ObjectKey(
                    "ConfigMap", namespace, compatibility.publishLog().configMap()));
        var wave = rollout.getSpec().wave();
        if (wave != null) objects.add(new ObjectKey("AOTWavePlan", "", wave.plan()));
        return objects;
    }
}
