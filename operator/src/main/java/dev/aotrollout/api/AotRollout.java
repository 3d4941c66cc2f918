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
import org.jspecify.annotations.Nullable;

/** One service's phased rollout from its JIT build to its AOT build, both running side by side. */
@Group(AotRollout.GROUP)
@Version(AotRollout.VERSION)
@Kind("AOTRollout")
@Plural("aotrollouts")
@ShortNames("aot")
@ValidationRule(
        value = "size(self.metadata.name) <= 52",
        message = "metadata.name: at most 52 characters, because names such as <name>-aot are made from it")
@AdditionalPrinterColumn(name = "Phase", jsonPath = ".status.phase", type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(name = "Step", jsonPath = ".status.step", type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(name = "Weight", jsonPath = ".status.weight", type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(name = "Served", jsonPath = ".status.served", type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(
        name = "Budget",
        jsonPath = ".status.summary.budget",
        type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(
        name = "Errors",
        jsonPath = ".status.summary.errors",
        type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(
        name = "Memory",
        jsonPath = ".status.summary.memory",
        type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(
        name = "Startup",
        jsonPath = ".status.summary.startup",
        type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(
        name = "Reason",
        jsonPath = ".status.summary.reason",
        type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(
        name = "Age",
        jsonPath = ".metadata.creationTimestamp",
        type = AdditionalPrinterColumn.Type.DATE)
public class AotRollout extends CustomResource<AotRolloutSpec, AotRolloutStatus> implements Namespaced {
    /** The API group of all our kinds. */
    public static final String GROUP = "aotrollout.dev";

    /** The version of all our kinds. */
    public static final String VERSION = "v1alpha1";

    private static final long serialVersionUID = 1;

    @Override
    @Required
    public AotRolloutSpec getSpec() {
        return super.getSpec();
    }

    /** No status until the operator wrote one: an empty one must not be sent on create. */
    @Override
    @SuppressWarnings("NullAway") // the superclass is not annotated and takes null for "none"
    protected @Nullable AotRolloutStatus initStatus() {
        return null;
    }
}
