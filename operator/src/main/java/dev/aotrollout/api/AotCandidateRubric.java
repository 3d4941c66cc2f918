package dev.aotrollout.api;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.generator.annotation.Required;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** Standard criteria by which services are selected for an AOT build: weights, minimum score, hard stops. */
@Group(AotRollout.GROUP)
@Version(AotRollout.VERSION)
@Kind("AOTCandidateRubric")
@Plural("aotcandidaterubrics")
@ShortNames("aotrub")
@AdditionalPrinterColumn(name = "Minimum", jsonPath = ".spec.minimumScore", type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(
        name = "Criteria",
        jsonPath = ".spec.criteria[*].name",
        type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(
        name = "Hard stops",
        jsonPath = ".spec.criteria[?(@.hardStop==true)].name",
        type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(
        name = "Age",
        jsonPath = ".metadata.creationTimestamp",
        type = AdditionalPrinterColumn.Type.DATE)
public class AotCandidateRubric extends CustomResource<AotCandidateRubricSpec, Void> {
    private static final long serialVersionUID = 1;

    @Override
    @Required
    public AotCandidateRubricSpec getSpec() {
        return super.getSpec();
    }
}
