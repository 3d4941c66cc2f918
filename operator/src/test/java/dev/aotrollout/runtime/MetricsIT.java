package dev.aotrollout.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.runtime.MetricTable.Metric;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;

/** What a running operator exports is what docs/metrics.md says, no more and no less. */
class MetricsIT {
    private static final Pattern LABEL = Pattern.compile("([a-z]+)=\"");

    private final Shop shop = Shop.open();
    private final Candidate operator = new Candidate("operator", shop.namespace);
    private final Endpoints endpoints = open();

    private Endpoints open() {
        try {
            return Endpoints.open(0, operator.metrics);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void closeAll() {
        shop.close();
        operator.close();
        endpoints.close();
    }

    private String scrape() {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + endpoints.port() + "/metrics"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString());
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/plain; version=0.0.4");
            return answer.body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ConcurrentTest
    void exportsWhatTheTableSaysAndForgetsWhatIsGone() {
        operator.started();
        shop.await("it leads", operator::leads);
        shop.roll("steps", Shop.HALFWAY);
        shop.awaitServed(50);
        shop.await("guards have numbers", () -> scrape().contains("aotrollout_guard_limit{guard=\"errors\""));
        shop.await("the budget is known", () -> scrape().contains("aotrollout_error_budget_remaining_ratio{"));
        shop.await(
                "what is served is measured",
                () -> scrape().lines()
                        .anyMatch(line -> line.matches("aotrollout_weight_served_ratio\\{.*} 0\\.[1-9].*")));
        assertThat(scrape())
                .contains("aotrollout_phase{name=\"checkout\",namespace=\"" + shop.namespace
                        + "\",phase=\"Progressing\"} 1.0")
                .contains("aotrollout_weight_asked_ratio{name=\"checkout\",namespace=\"" + shop.namespace + "\"} 0.5");

        var halfway = scrape();
        shop.traffic.errorShare("checkout-aot", 0.3);
        shop.awaitPhase("RolledBack");
        shop.await(
                "from regression to zero is measured",
                () -> scrape().contains("aotrollout_regression_to_zero_seconds_count 1\n"));
        operator.metrics.notified("any", "delivered");

        // A rollout that has ended has no guards any more.
        var text = halfway + scrape();
        MetricTable.read()
                .forEach(metric -> assertThat(text).as(metric.name()).satisfies(all -> isExported(metric, all)));
        assertThat(ours(text))
                .isEqualTo(MetricTable.read()
                        .map(Metric::name)
                        .filter(name -> name.startsWith("aotrollout_"))
                        .collect(Collectors.toCollection(TreeSet::new)));

        shop.resource("checkout").delete();
        shop.await("it is gone", () -> shop.rollout() == null);
        shop.await("its series are gone", () -> !scrape().contains("name=\"checkout\""));
    }

    private static void isExported(Metric metric, String text) {
        assertThat(text).contains("# TYPE " + metric.name() + " " + metric.type() + "\n");
        assertThat(text).contains("# HELP " + metric.name() + " ");
        if (!metric.name().startsWith("aotrollout_")) return;
        var series = metric.series().toList();
        var lines = text.lines()
                .filter(line ->
                        series.stream().anyMatch(name -> line.startsWith(name + "{") || line.startsWith(name + " ")))
                .toList();
        assertThat(lines).isNotEmpty();
        assertThat(lines).allSatisfy(line -> assertThat(labels(line)).isEqualTo(metric.labels()));
    }

    private static Set<String> labels(String line) {
        return LABEL.matcher(line)
                .results()
                .map(found -> found.group(1))
                .filter(label -> !label.equals("le"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> ours(String text) {
        return text.lines()
                .filter(line -> line.startsWith("# TYPE aotrollout_"))
                .map(line -> line.split(" ")[2])
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
