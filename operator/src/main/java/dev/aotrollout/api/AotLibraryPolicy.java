package dev.aotrollout.api;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.generator.annotation.Required;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** Which packages and build warnings are approved for AOT builds. */
@Group(AotRollout.GROUP)
@Version(AotRollout.VERSION)
@Kind("AOTLibraryPolicy")
@Plural("aotlibrarypolicies")
@ShortNames("aotlib")
@AdditionalPrinterColumn(
        name = "Default",
        jsonPath = ".spec.defaultVerdict",
        type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(
        name = "Age",
        jsonPath = ".metadata.creationTimestamp",
        type = AdditionalPrinterColumn.Type.DATE)
public class AotLibraryPolicy extends CustomResource<AotLibraryPolicySpec, Void> {
    private static final long serialVersionUID = 1;

    @Override
    @Required
    public AotLibraryPolicySpec getSpec() {
        return super.getSpec();
    }
}
