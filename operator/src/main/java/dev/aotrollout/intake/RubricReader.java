package dev.aotrollout.intake;

import dev.aotrollout.api.AotCandidateRubric;
import dev.aotrollout.api.AotCandidateRubricSpec;
import dev.aotrollout.governance.CriterionName;
import dev.aotrollout.governance.EconomicsThresholds;
import dev.aotrollout.governance.Rubric;
import dev.aotrollout.governance.RubricFacts;
import org.jspecify.annotations.Nullable;

/** From an {@code AOTCandidateRubric} to the rubric that the core understands. */
public final class RubricReader {
    private static final double MEBI = 1024.0 * 1024;

    private RubricReader() {}

    /**
     * The rubric that a rollout is held to.
     *
     * @param name that the rollout gives; null where it gives none
     * @param found of that name; null where there is none
     */
    public static RubricFacts read(@Nullable String name, @Nullable AotCandidateRubric found) {
        if (name == null) return new RubricFacts.NotNamed();
        return found == null ? new RubricFacts.Missing(name) : new RubricFacts.Found(read(found));
    }

    private static Rubric read(AotCandidateRubric rubric) {
        var spec = rubric.getSpec();
        return new Rubric(
                rubric.getMetadata().getName(),
                spec.minimumScore(),
                spec.criteria().stream().map(RubricReader::weighed).toList(),
                spec.rollbackDrillMaxAgeDays(),
                new EconomicsThresholds(
                        spec.economics().coldStartSeconds(), spec.economics().imageMebibytes() * MEBI));
    }

    private static Rubric.Weighed weighed(AotCandidateRubricSpec.Criterion criterion) {
        return new Rubric.Weighed(
                CriterionName.valueOf(criterion.name().name()), criterion.weight(), criterion.hardStop());
    }
}
