package dev.aotrollout.workload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code in-<case>.yaml} holds what the user has, {@code out-<case>.yaml} what we make of it. */
class GoldenObjectsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "simple",
                "sidecars",
                "env-merge",
                "helm-labels",
                "two-labels",
                "long-label",
                "expressions",
                "exists",
                "track-excluded",
                "affinity",
                "refused-container",
                "refused-overlap",
                "refused-service",
                "refused-no-selector",
                "refused-resources"
            })
    void aotDeployment(String name) {
        var in = Objects.read("in-%s.yaml".formatted(name));
        var before = Objects.write(in.deployment());
        var jit = in.deployment();

        var derived = AotDeployment.derive(jit, in.service(), in.rollout(), "0a1b2c3d4e", 3);

        var actual = switch (derived) {
            case Derived.Ready(var deployment) -> Objects.write(deployment);
            case Derived.Refused(var why) -> "# refused\n%s\n".formatted(why);
        };
        assertThat(actual).isEqualTo(Objects.golden("out-%s.yaml".formatted(name), actual));
        assertThat(name.startsWith("refused")).isEqualTo(derived instanceof Derived.Refused);
        assertThat(Objects.write(jit)).as("the user's own object").isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"services", "headless"})
    void servicesOfBothTracks(String name) {
        var in = Objects.read("in-%s.yaml".formatted(name));

        var actual = Objects.write(TrackServices.jit(in.service(), in.rollout()))
                + Objects.write(TrackServices.aot(in.service(), in.rollout()));

        assertThat(actual).isEqualTo(Objects.golden("out-%s.yaml".formatted(name), actual));
    }

    @Test
    void namesFollowFromTheResource() {
        var names = AotNames.of(Objects.read("in-simple.yaml").rollout());

        assertThat(names).isEqualTo(new AotNames("checkout", "checkout", "checkout"));
        assertThat(names.deployment()).isEqualTo("checkout-aot");
        assertThat(names.jitService()).isEqualTo("checkout-jit");
        assertThat(names.aotService()).isEqualTo("checkout-aot");
    }
}
