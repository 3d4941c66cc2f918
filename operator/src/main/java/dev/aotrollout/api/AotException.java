package dev.aotrollout.api;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.generator.annotation.Required;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;
import org.jspecify.annotations.Nullable;

/** The exception path: a service stays JIT, or a package is tolerated, for a reason, until a date. */
@Group(AotRollout.GROUP)
@Version(AotRollout.VERSION)
@Kind("AOTException")
@Plural("aotexceptions")
@ShortNames("aotex")
@AdditionalPrinterColumn(name = "Rollout", jsonPath = ".spec.rollout", type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(name = "Packages", jsonPath = ".spec.packages", type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(
        name = "Approved by",
        jsonPath = ".spec.approvedBy",
        type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(name = "Owner", jsonPath = ".spec.owner", type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(name = "Until", jsonPath = ".spec.until", type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(name = "State", jsonPath = ".status.state", type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(name = "Why", jsonPath = ".spec.reason", type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(
        name = "Age",
        jsonPath = ".metadata.creationTimestamp",
        type = AdditionalPrinterColumn.Type.DATE)
public class AotException extends CustomResource<AotExceptionSpec, AotExceptionStatus> implements Namespaced {
    private static final long serialVersionUID = 1;

    @Override
    @Required
    public AotExceptionSpec getSpec() {
        return super.getSpec();
    }

    /** No status until the operator wrote one. */
    @Override
    @SuppressWarnings("NullAway") // the superclass is not annotated and takes null for "none"
    protected @Nullable AotExceptionStatus initStatus() {
        return null;
    }
}
