package dev.aotrollout.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {
    private static final String MANIFEST = """
            apiVersion: aotrollout.dev/v1alpha1
            kind: AOTRollout
            metadata: {name: checkout, namespace: shop}
            spec:
              workloadRef: {name: checkout}
              aot: {runtime: DotnetNativeAot, containers: [{name: app, image: "c:1-aot"}]}
              traffic: {service: checkout, httpRoutes: [{name: checkout}]}
              metrics: {prometheus: {url: "http://prometheus:9090"}}
            """;

    @ParameterizedTest(name = "{0} times is caught after {1} errors of parity where nearly all traffic is on JIT")
    @CsvSource({"2, 11.9", "3, 3.55", "5, 1.14", "10, 0.33"})
    void errorsToFailWithPlentyOfControl(double ratio, double expected) {
        assertThat(Power.errorsToFail(ratio, 1, 1e-5, 0.01)).isCloseTo(expected, within(0.05));
    }

    @Test
    void aLargerShareOfTheTrafficLeavesLessToCompareWith() {
        assertThat(Power.errorsToFail(3, 1.25, 0.9, 0.01)).isGreaterThan(Power.errorsToFail(3, 1.25, 0.1, 0.01) * 2);
    }

    @ParameterizedTest(name = "against {0} JIT pods {1} starts can reach 5 %")
    @CsvSource({"2, 5", "3, 3", "4, 3", "6, 2", "19, 1"})
    void startsOfTheExactTest(int jitPods, int expected) {
        assertThat(Power.startsToReach(0.05, jitPods)).isEqualTo(expected);
    }

    @Test
    void aTotalFailureCostsWhatTheTableOfTheBudgetSays() {
        var exposure = new Exposure(99.9, 30, 60);
        assertThat(exposure.spentPercent(5, 1, 60)).isCloseTo(0.116, within(0.001));
        assertThat(exposure.spentPercent(50, 1, 300)).isCloseTo(5.79, within(0.01));
    }

    @Test
    void thePlanIsATable() {
        var result = Shell.withInput(MANIFEST, "plan", "-f", "-", "--requests-per-second", "100");
        assertThat(result.out()).isEqualTo(Shell.golden("plan.txt", result.out()));
        assertThat(result.code()).isZero();
    }

    @Test
    void thePlanIsJson() {
        var json = Shell.withInput(MANIFEST, "plan", "-f", "-", "--requests-per-second", "100", "-o", "json")
                .out();
        assertThat(json).isEqualTo(Shell.golden("plan.json", json));
    }

    @Test
    void aServiceWithHardlyAnyTrafficCannotPassInTime() {
        var result = Shell.withInput(MANIFEST, "plan", "-f", "-", "--requests-per-second", "0.1");
        assertThat(result.out()).contains("a step cannot pass in time").contains("progress.maxStepSeconds");
        assertThat(result.code()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"--requests-per-second=0", "--requests-per-second=1 --error-ratio=2", "--requests-per-second=1 --pods=0"
    })
    void senselessNumbersAreRefused(String options) {
        var args = ("plan -f - " + options).split(" ");
        assertThat(Shell.withInput(MANIFEST, args).code()).isEqualTo(2);
    }
}
