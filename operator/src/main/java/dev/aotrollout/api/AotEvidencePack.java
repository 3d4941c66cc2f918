package dev.aotrollout.api;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** The release evidence pack of one run: a summary, the digest of the document, and the link to the pack before. */
@Group(AotRollout.GROUP)
@Version(AotRollout.VERSION)
@Kind("AOTEvidencePack")
@Plural("aotevidencepacks")
@ShortNames("aotev")
@ValidationRule(
        value = "self.spec == oldSelf.spec",
        message = "spec: evidence cannot be changed; a correction is a new run")
@AdditionalPrinterColumn(name = "Rollout", jsonPath = ".spec.rollout.name", type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(name = "Outcome", jsonPath = ".spec.outcome", type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(name = "Verdict", jsonPath = ".spec.verdict", type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(name = "Memory", jsonPath = ".spec.summary.memory", type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(
        name = "Startup",
        jsonPath = ".spec.summary.startup",
        type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(name = "Spent", jsonPath = ".spec.summary.spent", type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(name = "Ended", jsonPath = ".spec.endedAt", type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(name = "Digest", jsonPath = ".spec.digest", type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(
        name = "Age",
        jsonPath = ".metadata.creationTimestamp",
        type = AdditionalPrinterColumn.Type.DATE)
public class AotEvidencePack extends CustomResource<AotEvidencePackSpec, Void> implements Namespaced {
    private static final long serialVersionUID = 1;

    @Override
    @Required
    public AotEvidencePackSpec getSpec() {
        return super.getSpec();
    }
}
