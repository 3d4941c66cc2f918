package dev.aotrollout.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fabric8.crdv2.generator.CRDGenerator;
import io.fabric8.crdv2.generator.CRDPostProcessor;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceColumnDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The custom resource definitions, generated from the Java types. */
public final class Crds {
    /** The order in which an on-call engineer reads them; the generator sorts by path. */
    private static final Map<String, List<String>> COLUMNS = Map.of(
            "AOTRollout",
            List.of("Phase", "Step", "Weight", "Served", "Budget", "Errors", "Memory", "Startup", "Reason", "Age"),
            "AOTEvidencePack",
            List.of("Rollout", "Outcome", "Verdict", "Memory", "Startup", "Spent", "Ended", "Digest", "Age"),
            "AOTException",
            List.of("Rollout", "Packages", "State", "Until", "Owner", "Approved by", "Why", "Age"),
            "AOTApproval",
            List.of("Rollout", "Revision", "Weight", "Approver", "Age"),
            "AOTCandidateRubric",
            List.of("Minimum", "Criteria", "Hard stops", "Age"),
            "AOTLibraryPolicy",
            List.of("Default", "Age"),
            "AOTWavePlan",
            List.of("Phase", "Wave", "Done", "In flight", "Gains", "Reason", "Age"));

    private Crds() {}

    /** Writes one file a kind into {@code folder}. */
    public static void generate(Path folder) {
        new CRDGenerator()
                .customResourceClasses(
                        AotRollout.class,
                        AotEvidencePack.class,
                        AotException.class,
                        AotApproval.class,
                        AotCandidateRubric.class,
                        AotLibraryPolicy.class,
                        AotWavePlan.class)
                .forCRDVersions("v1")
                .withPostProcessor(new Finish())
                .inOutputDir(folder.toFile())
                .detailedGenerate();
    }

    /** What the generator cannot be told by annotations. */
    private static final class Finish implements CRDPostProcessor {
        @Override
        public HasMetadata process(HasMetadata crd, String crdVersion) {
            var kind = ((CustomResourceDefinition) crd).getSpec().getNames().getKind();
            ((CustomResourceDefinition) crd).getSpec().getVersions().forEach(version -> finish(kind, version));
            return crd;
        }

        private static void finish(String kind, CustomResourceDefinitionVersion version) {
            version.getAdditionalPrinterColumns().sort(Comparator.comparingInt(column -> position(kind, column)));
            var schema = version.getSchema().getOpenAPIV3Schema().getProperties();
            if (schema.containsKey("status")) finishStatus(schema.get("status"));
            if (kind.equals("AOTRollout"))
                listByKey(
                        schema.get("spec")
                                .getProperties()
                                .get("aot")
                                .getProperties()
                                .get("containers"),
                        "name");
        }

        /** Tools that know kstatus take an object without a status for one that is ready. */
        private static void finishStatus(JSONSchemaProps status) {
            var properties = status.getProperties();
            if (properties == null || !properties.containsKey("observedGeneration")) return;
            status.setDefault(JsonNodeFactory.instance.objectNode().put("observedGeneration", -1));
            finishConditions(status);
        }

        private static void finishConditions(JSONSchemaProps status) {
            var conditions = status.getProperties().get("conditions");
            if (conditions == null) return;
            listByKey(conditions, "type");
            conditions
                    .getItems()
                    .getSchema()
                    .setRequired(List.of("lastTransitionTime", "message", "reason", "status", "type"));
        }

        private static void listByKey(JSONSchemaProps list, String key) {
            list.setXKubernetesListType("map");
            list.setXKubernetesListMapKeys(List.of(key));
        }

        private static int position(String kind, CustomResourceColumnDefinition column) {
            return COLUMNS.get(kind).indexOf(column.getName());
        }
    }
}
