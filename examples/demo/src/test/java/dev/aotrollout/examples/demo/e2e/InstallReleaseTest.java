package dev.aotrollout.examples.demo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.examples.demo.e2e.AuditLog.Call;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstallReleaseTest {
    @Test
    void callsCountFromInstallToUninstallEachTime() {
        // Given
        var helm = List.of(
                binding(10, "create", "aotrollout"),
                binding(20, "delete", "aotrollout"),
                binding(21, "delete", "aotrollout-drain"),
                binding(30, "create", "aotrollout"));
        // When
        var counted = InstallRelease.whileItWasThere(List.of(call(15), call(25), call(35)), helm);
        // Then
        assertThat(counted).containsExactly(call(15), call(35));
    }

    @Test
    void theEndOfTheDrainIsNotTheEndOfTheRelease() {
        var helm = List.of(binding(10, "create", "aotrollout"), binding(20, "delete", "aotrollout-drain"));
        assertThat(InstallRelease.whileItWasThere(List.of(call(25)), helm)).containsExactly(call(25));
    }

    private static Call binding(int second, String verb, String name) {
        return new Call(Instant.EPOCH.plusSeconds(second), "", verb, "clusterrolebindings", "", name, 200, true);
    }

    private static Call call(int second) {
        return new Call(Instant.EPOCH.plusSeconds(second), "pod", "list", "services", "", "", 403, false);
    }
}
