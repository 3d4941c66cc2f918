package dev.aotrollout.examples.demo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.examples.demo.e2e.AuditLog.Call;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RightsUsedTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void rememberedOverSeveralClustersAndRefusalsApart() {
        // When
        new RightsUsed(folder.resolve("target/rights.txt"))
                .add(List.of(call("list", 200, true), call("get", 403, false)));
        new RightsUsed(folder.resolve("target/rights.txt"))
                .add(List.of(call("patch", 201, true), call("list", 200, true)));
        // Then
        var rights = new RightsUsed(folder.resolve("target/rights.txt"));
        assertThat(rights.used()).containsExactly("create services", "list services", "patch services");
        assertThat(rights.refused()).containsExactly("refused: get services in 'shop'");
    }

    @Test
    void aPatchOfWhatIsThereCreatesNothing() {
        var rights = new RightsUsed(folder.resolve("rights.txt"));
        // When
        rights.add(List.of(call("patch", 200, true)));
        // Then
        assertThat(rights.used()).containsExactly("patch services");
    }

    @Test
    void aRoleGivesEveryVerbOnEveryResource() {
        var role = new ClusterRoleBuilder()
                .addNewRule()
                .withVerbs("get", "list")
                .withResources("pods", "services")
                .endRule()
                .build();
        assertThat(RightsUsed.given(List.of(role, "something else")))
                .containsExactly("get pods", "get services", "list pods", "list services");
    }

    private static Call call(String verb, int code, boolean allowed) {
        return new Call(Instant.EPOCH, "", verb, "services", "shop", "checkout", code, allowed);
    }
}
