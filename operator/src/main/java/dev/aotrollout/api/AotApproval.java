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

/** One person's approval of one revision of a rollout at one weight; who may create it is RBAC, and that the approver is the requesting user is enforced by a ValidatingAdmissionPolicy. */
@Group(AotRollout.GROUP)
@Version(AotRollout.VERSION)
@Kind("AOTApproval")
@Plural("aotapprovals")
@ShortNames("aotok")
@ValidationRule(
        value = "self.spec == oldSelf.spec",
        message = "spec: an approval cannot be changed; delete it and create another")
@AdditionalPrinterColumn(name = "Rollout", jsonPath = ".spec.rollout", type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(name = "Revision", jsonPath = ".spec.revision", type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(name = "Weight", jsonPath = ".spec.weight", type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(name = "Approver", jsonPath = ".spec.approver", type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(
        name = "Age",
        jsonPath = ".metadata.creationTimestamp",
        type = AdditionalPrinterColumn.Type.DATE)
public class AotApproval extends CustomResource<AotApprovalSpec, Void> implements Namespaced {
    private static final long serialVersionUID = 1;

    @Override
    @Required
    public AotApprovalSpec getSpec() {
        return super.getSpec();
    }
}
