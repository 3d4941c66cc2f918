package dev.aotrollout.examples.demo.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs last: the audit log of all scenarios shows that the operator's role gives what it uses, and no more. */
@Order(Integer.MAX_VALUE)
@ExtendWith(OneCluster.class)
class LeastPrivilegeE2eIT {
    /** Rights that no scenario surely uses, and why the operator has them. */
    private static final Map<String, String> NOT_SEEN = Map.of(
            "delete aotevidencepacks", "retention deletes evidence after days or after many runs",
            "delete configmaps", "OpenShift asks for it of who gives a document its owner",
            "get aotrollouts", "asked by the SDK only where its finalizer met another write",
            "get aotevidencepacks", "asked only where an operator crashed between creating a pack and recording it",
            "get grpcroutes", "as for HTTP routes; the service of the scenarios speaks HTTP",
            "patch grpcroutes", "as for HTTP routes; the service of the scenarios speaks HTTP");

    @Test
    void everyRightIsUsedAndNothingIsRefused(E2e e2e) throws Exception {
        var rights = e2e.rights();
        var used = rights.used();
        // Given
        assumeTrue(
                used.contains("update leases") && used.contains("create aotevidencepacks"),
                "rights are judged after all end-to-end scenarios: run them together");
        // When
        var given = e2e.rightsOfTheChart();
        // Then
        var unused = new HashSet<>(given);
        unused.removeAll(used);
        assertThat(unused).as("rights that nothing used").isSubsetOf(NOT_SEEN.keySet());
        assertThat(NOT_SEEN.keySet()).as("excused rights that the chart gives").isSubsetOf(given);
        assertThat(rights.refused()).as("calls that RBAC refused").isEmpty();
        assertThat(given)
                .as("secrets are read only where a value names them")
                .noneMatch(right -> right.endsWith("secrets"));
    }
}
