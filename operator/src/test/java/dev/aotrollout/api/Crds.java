package dev.aotrollout.api;

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

/** The custom resource definitions, generated from the Java types. */
public final class Crds {
    /** The order in which an on-call engineer reads them; the generator sorts by path. */
    private static final List<String> COLUMNS =
            List.of("Phase", "Step", "Weight", "Served", "Budget", "Errors", "Memory", "Startup", "Reason", "Age");

    private Crds() {}

    /** Writes one file a kind into {@code folder}. */
    public static void generate(Path folder) {
        new CRDGenerator()
                .customResourceClasses(AotRollout.class)
                .forCRDVersions("v1")
                .withPostProcessor(new Finish())
                .inOutputDir(folder.toFile())
                .detailedGenerate();
    }

    /** What the generator cannot be told by annotations. */
    private static final class Finish implements CRDPostProcessor {
        @Override
        public HasMetadata process(HasMetadata crd, String crdVersion) {
            ((CustomResourceDefinition) crd).getSpec().getVersions().forEach(Finish::finish);
            return crd;
        }

        private static void finish(CustomResourceDefinitionVersion version) {
            version.getAdditionalPrinterColumns().sort(Comparator.comparingInt(Finish::position));
            var schema = version.getSchema().getOpenAPIV3Schema();
            var conditions =
                    schema.getProperties().get("status").getProperties().get("conditions");
            listByKey(conditions, "type");
            conditions
                    .getItems()
                    .getSchema()
                    .setRequired(List.of("lastTransitionTime", "message", "reason", "status", "type"));
            var spec = schema.getProperties().get("spec");
            var containers = spec.getProperties().get("aot").getProperties().get("containers");
            listByKey(containers, "name");
        }

        private static void listByKey(JSONSchemaProps list, String key) {
            list.setXKubernetesListType("map");
            list.setXKubernetesListMapKeys(List.of(key));
        }

        private static int position(CustomResourceColumnDefinition column) {
            return COLUMNS.indexOf(column.getName());
        }
    }
}
