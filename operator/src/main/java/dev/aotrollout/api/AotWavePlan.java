package dev.aotrollout.api;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.generator.annotation.Required;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;
import org.jspecify.annotations.Nullable;

/** The sequence across services: waves, concurrency, what a wave must show before the next opens, freezes. */
@Group(AotRollout.GROUP)
@Version(AotRollout.VERSION)
@Kind("AOTWavePlan")
@Plural("aotwaveplans")
@ShortNames("aotwave")
@AdditionalPrinterColumn(name = "Phase", jsonPath = ".status.phase", type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(name = "Wave", jsonPath = ".status.currentWave", type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(name = "Done", jsonPath = ".status.done", type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(name = "In flight", jsonPath = ".status.inFlight", type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(name = "Gains", jsonPath = ".status.gains", type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(name = "Reason", jsonPath = ".status.reason", type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(
        name = "Age",
        jsonPath = ".metadata.creationTimestamp",
        type = AdditionalPrinterColumn.Type.DATE)
public class AotWavePlan extends CustomResource<AotWavePlanSpec, AotWavePlanStatus> {
    private static final long serialVersionUID = 1;

    @Override
    @Required
    public AotWavePlanSpec getSpec() {
        return super.getSpec();
    }

    /** No status until the operator wrote one. */
    @Override
    @SuppressWarnings("NullAway") // the superclass is not annotated and takes null for "none"
    protected @Nullable AotWavePlanStatus initStatus() {
        return null;
    }
}
