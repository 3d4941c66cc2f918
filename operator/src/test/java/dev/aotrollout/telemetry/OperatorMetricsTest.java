package dev.aotrollout.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.telemetry.RolloutView.GuardView;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class OperatorMetricsTest {
    private final OperatorMetrics metrics = new OperatorMetrics();

    private String text() {
        var out = new ByteArrayOutputStream();
        try {
            metrics.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static RolloutView view(String phase, GuardView... guards) {
        return new RolloutView(
                "shop",
                "checkout",
                phase,
                2,
                0.25,
                OptionalDouble.of(0.24),
                List.of(guards),
                OptionalDouble.of(0.9),
                0.01);
    }

    private static GuardView guard(String verdict) {
        return new GuardView("errors", verdict, OptionalDouble.of(1.1), OptionalDouble.of(2));
    }

    private void observed(RolloutView view) {
        metrics.observed(view.namespace(), view.name(), () -> view);
    }

    @Test
    void figuresThatNobodyScrapesAreNotWorkedOut() {
        metrics.observed("shop", "checkout", () -> {
            throw new AssertionError("a later pass came first");
        });
        observed(view("Held"));
        assertThat(text()).contains("phase=\"Held\"");
    }

    @Test
    void showsARollout() {
        observed(view("Progressing", guard("pass")));

        assertThat(text())
                .contains("# HELP aotrollout_weight_asked_ratio Share of requests")
                .contains("aotrollout_phase{name=\"checkout\",namespace=\"shop\",phase=\"Progressing\"} 1.0\n")
                .contains("aotrollout_step{name=\"checkout\",namespace=\"shop\"} 2.0\n")
                .contains("aotrollout_weight_asked_ratio{name=\"checkout\",namespace=\"shop\"} 0.25\n")
                .contains("aotrollout_weight_served_ratio{name=\"checkout\",namespace=\"shop\"} 0.24\n")
                .contains(
                        "aotrollout_guard_verdict{guard=\"errors\",name=\"checkout\",namespace=\"shop\",verdict=\"pass\"} 1.0\n")
                .contains("aotrollout_guard_value{guard=\"errors\",name=\"checkout\",namespace=\"shop\"} 1.1\n")
                .contains("aotrollout_guard_limit{guard=\"errors\",name=\"checkout\",namespace=\"shop\"} 2.0\n")
                .contains("aotrollout_error_budget_remaining_ratio{name=\"checkout\",namespace=\"shop\"} 0.9\n")
                .contains("aotrollout_error_budget_spent_ratio{name=\"checkout\",namespace=\"shop\"} 0.01\n");
    }

    @Test
    void aSeriesGoesWhenItIsNotTrueAnyMore() {
        observed(view("Progressing", guard("pass")));
        observed(view("Held", guard("unknown")));
        assertThat(text())
                .contains("phase=\"Held\"", "verdict=\"unknown\"")
                .doesNotContain("phase=\"Progressing\"")
                .doesNotContain("verdict=\"pass\"");

        observed(view("RolledBack"));
        assertThat(text()).doesNotContain("guard=");
    }

    @Test
    void whatIsNotKnownIsNoSeries() {
        observed(new RolloutView(
                "shop",
                "checkout",
                "Pending",
                0,
                0,
                OptionalDouble.empty(),
                List.of(new GuardView("errors", "unknown", OptionalDouble.empty(), OptionalDouble.empty())),
                OptionalDouble.empty(),
                0));

        assertThat(text())
                .doesNotContain("served_ratio{")
                .doesNotContain("remaining_ratio{")
                .doesNotContain("guard_value{")
                .doesNotContain("NaN");
    }

    @Test
    void allSeriesGoWithTheRolloutAndNoOthers() {
        observed(view("Progressing", guard("pass")));
        var other = new RolloutView(
                "shop", "cart", "Pending", 0, 0, OptionalDouble.empty(), List.of(), OptionalDouble.empty(), 0);
        observed(other);

        metrics.forget("shop", "checkout");

        assertThat(text()).doesNotContain("checkout").contains("name=\"cart\"");
    }

    @Test
    void whoDoesNotLeadHasNoRollouts() {
        metrics.leads(true);
        observed(view("Progressing", guard("pass")));
        assertThat(text()).contains("aotrollout_leader 1.0\n");

        metrics.leads(false);

        assertThat(text()).contains("aotrollout_leader 0.0\n").doesNotContain("checkout");
    }

    @Test
    void measuresFromRegressionToZero() {
        metrics.broughtBack(Duration.ofMillis(700));

        assertThat(text())
                .contains("aotrollout_regression_to_zero_seconds_bucket{le=\"0.5\"} 0\n")
                .contains("aotrollout_regression_to_zero_seconds_bucket{le=\"1.0\"} 1\n")
                .contains("aotrollout_regression_to_zero_seconds_bucket{le=\"300.0\"} 1\n")
                .contains("aotrollout_regression_to_zero_seconds_sum 0.7\n");
    }

    @Test
    void countsPassesRequestsAndQueries() {
        metrics.passed("aotrollout", "error", Duration.ofMillis(20));
        metrics.waiting("aotrollout", 3);
        metrics.apiAnswered("patch", 409, Duration.ofMillis(5));
        metrics.apiAnswered("get", 0, Duration.ZERO);
        metrics.apiAnswered("watch", 200, Duration.ZERO);
        metrics.queried("unreachable", Duration.ofSeconds(3));
        metrics.decided("WeightShifted");
        metrics.notified("slack", "delivered");

        assertThat(text())
                .contains(
                        "aotrollout_reconcile_duration_seconds_sum{controller=\"aotrollout\",result=\"error\"} 0.02\n")
                .contains("aotrollout_reconcile_queue_depth{controller=\"aotrollout\"} 3.0\n")
                .contains("aotrollout_kubernetes_requests_total{code=\"409\",verb=\"patch\"} 1.0\n")
                .contains("aotrollout_kubernetes_requests_total{code=\"none\",verb=\"get\"} 1.0\n")
                .contains("aotrollout_kubernetes_request_duration_seconds_count{verb=\"patch\"} 1\n")
                .doesNotContain("request_duration_seconds_count{verb=\"watch\"}")
                .contains("aotrollout_prometheus_requests_total{result=\"unreachable\"} 1.0\n")
                .contains("aotrollout_prometheus_requests_total{result=\"ok\"} 0.0\n")
                .contains("aotrollout_prometheus_request_duration_seconds_sum 3.0\n")
                .contains("aotrollout_decisions_total{reason=\"WeightShifted\"} 1.0\n")
                .contains("aotrollout_notifications_total{result=\"delivered\",sink=\"slack\"} 1.0\n")
                .contains("aotrollout_build_info{version=")
                .contains("process_start_time_seconds", "jvm_memory_used_bytes");
    }
}
