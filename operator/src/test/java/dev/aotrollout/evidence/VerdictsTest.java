package dev.aotrollout.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictsTest {
    private static final Quality GOOD = new Quality(true, List.of(), List.of());

    private static GuardAnswer guard(String verdict, String mode) {
        return new GuardAnswer(
                "memory", verdict, mode, "MemoryHealthy", "so it is", null, null, null, null, null, null, List.of());
    }

    private static Budget spent(double percent) {
        return new Budget(99.9, 30, null, null, percent, 5, null);
    }

    @Test
    void allPassedIsPassed() {
        var remarks = Verdicts.remarks(List.of(guard("Pass", "Enforce"), guard("Pass", "Observe")), spent(2.5), GOOD);
        assertThat(remarks).isEmpty();
        assertThat(Verdicts.verdict(Conclusion.PROMOTED, remarks)).isEqualTo("Passed");
    }

    @Test
    void unknownGuardsAndObservedFailuresAreWarnings() {
        var remarks = Verdicts.remarks(List.of(guard("Unknown", "Enforce"), guard("Fail", "Observe")), spent(0), GOOD);
        assertThat(remarks)
                .containsExactly(
                        "guard memory said Unknown: so it is", "guard memory (observed only) said Fail: so it is");
        assertThat(Verdicts.verdict(Conclusion.PROMOTED, remarks)).isEqualTo("Warned");
    }

    @Test
    void moreThanHalfOfTheBudgetIsAWarning() {
        assertThat(Verdicts.remarks(List.of(), spent(2.6), GOOD))
                .containsExactly("AOT spent 2.6 % of the error budget, more than half of the 5 % that it might");
    }

    @Test
    void missingDataIsAWarning() {
        var quality = new Quality(
                false, List.of("Prometheus was down"), List.of(new Quality.Gap("memory.aot", "pod-1", 20, 100)));
        assertThat(Verdicts.remarks(List.of(), spent(0), quality))
                .containsExactly(
                        "Prometheus was down",
                        "1 series have gaps; the first is memory.aot pod-1 with 20 of 100 points missing");
    }

    @Test
    void rolledBackIsFailedWhateverTheGuardsSaid() {
        assertThat(Verdicts.verdict(Conclusion.ROLLED_BACK, List.of())).isEqualTo("Failed");
    }

    @Test
    void aGainIsShownWhereTheIntervalExcludesOne() {
        assertThat(gain(0.46, 0.44, 0.48)).isEqualTo(new Gain(54.0, true, new Ratio(0.46, 0.44, 0.48)));
        assertThat(gain(0.97, 0.9, 1.02).shown()).isFalse();
        assertThat(gain(1.3, 1.1, 1.5)).isEqualTo(new Gain(-30.0, true, new Ratio(1.3, 1.1, 1.5)));
        assertThat(Gain.of(guard("Unknown", "Enforce"))).isEqualTo(Gain.NONE);
    }

    private static Gain gain(double estimate, double low, double high) {
        var ratio = new Ratio(estimate, low, high);
        return Gain.of(
                new GuardAnswer("memory", "Pass", "Enforce", "", "", "bytes", 1.0, 1.0, ratio, 0.8, 6L, List.of()));
    }

    @Test
    void theNameFollowsFromTheRun() {
        var name = PackName.of("checkout", "uid", "rev", "2026-11-03T08:00:00Z", "2026-11-03T09:00:00Z");
        assertThat(name).matches("checkout-[0-9a-f]{8}");
        assertThat(PackName.of("checkout", "uid", "rev", "2026-11-03T08:00:00Z", "2026-11-03T09:00:01Z"))
                .isNotEqualTo(name);
        assertThat(PackName.configMap(PackName.of("c".repeat(253), "u", "r", "s", "e")))
                .hasSizeLessThanOrEqualTo(253);
        assertThat(PackName.ofConfigMap(PackName.configMap(name))).isEqualTo(name);
        assertThat(PackName.ofConfigMap("evidence")).isEqualTo("evidence");
    }

    @Test
    void theHeadlineIsShort() {
        var headline = Headline.of(Samples.document());
        assertThat(headline.summary()).isEqualTo(new Headline.Summary("-54% [-56,-52]", "-81% [-85,-76]", "0.33%"));
        assertThat(headline.figures().aotRequests()).isEqualTo(2554520);
        assertThat(headline.figures().aotErrors()).isEqualTo(2185);
    }
}
