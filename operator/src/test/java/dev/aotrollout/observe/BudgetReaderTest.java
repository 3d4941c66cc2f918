package dev.aotrollout.observe;

import static dev.aotrollout.observe.Requests.ANCHOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aotrollout.judge.Budget;
import dev.aotrollout.judge.Reading;
import dev.aotrollout.observe.QueryResult.Series;
import dev.aotrollout.observe.QueryResult.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BudgetReaderTest {
    private static final MetricsRequest REQUEST = Requests.since(ANCHOR, List.of(), List.of());
    private static final Series NOTHING = new Series(List.of());

    private Instant time = ANCHOR;
    private final BudgetReader reader = new BudgetReader(() -> time);

    @Test
    void addsUpWholeDaysAndThePresentOne() {
        var source = new ScriptedSource(day(1_000, 0.5, 0));

        // 30 days of 1,000 requests, 0.5 errors each: 30 may fail, 15 did.
        var budget = known(read(source, ANCHOR));
        assertThat(budget.allowedErrors()).isCloseTo(30, within(1e-6));
        assertThat(budget.remainingPercent()).isCloseTo(50, within(1e-6));
        assertThat(source.questions()).hasSize(30);
        assertThat(source.questions().getFirst().at()).isEqualTo("2026-10-04T00:00:00Z");
        assertThat(source.questions().get(28).at()).isEqualTo("2026-11-01T00:00:00Z");
        assertThat(source.questions().getLast().at()).isEqualTo(ANCHOR);
    }

    @Test
    void asksForBothTracksWithEachProcessOnce() {
        var source = new ScriptedSource(day(1, 0, 0));
        read(source, ANCHOR);

        assertThat(source.questions().getFirst().promql())
                .contains("sum(max without (job,service,endpoint,prometheus,prometheus_replica) (increase("
                        + "http_server_request_duration_seconds_count{namespace=\"shop\",pod=~\"checkout-[")
                .contains("|checkout-aot-[")
                .contains(",http_response_status_code=~\"5..\"}[86400000ms]")
                .contains("(rate(");
        assertThat(source.questions().getLast().promql()).contains("[43200000ms]");
    }

    @Test
    void aServiceSeenSinceYesterdayHasTheBudgetOfItsPresentRate() {
        var answers = new ArrayList<QueryResult>();
        for (var i = 0; i < 28; i++) answers.add(NOTHING);
        answers.add(day(86_400, 0, 1));
        answers.add(day(43_200, 0, 1));
        var source = new ScriptedSource(answers.toArray(QueryResult[]::new));

        assertThat(known(read(source, ANCHOR)).allowedErrors()).isCloseTo(30 * 86_400 / 1_000.0, within(1e-6));
    }

    @Test
    void aFullHistoryIsNotReplacedByThePresentRate() {
        var source = new ScriptedSource(day(10, 0, 1_000));

        assertThat(known(read(source, ANCHOR)).allowedErrors()).isCloseTo(0.3, within(1e-9));
    }

    @Test
    void anOverspentBudgetIsBelowZero() {
        assertThat(known(read(new ScriptedSource(day(1_000, 3, 0)), ANCHOR)).remainingPercent())
                .isCloseTo(-200, within(1e-6));
    }

    @Test
    void withoutRequestsThereIsNoBudget() {
        assertThat(read(new ScriptedSource(NOTHING), ANCHOR))
                .isEqualTo(new Reading.Missing<>("no requests in the last 30 days, so there is no error budget yet"));
    }

    @Test
    void isAtMostAMinuteOldAndAsksForFinishedDaysOnce() {
        var source = new ScriptedSource(day(1_000, 0, 0));
        read(source, ANCHOR);
        read(source, ANCHOR.plusSeconds(59));
        assertThat(source.questions()).hasSize(30);

        read(source, ANCHOR.plusSeconds(60));
        assertThat(source.questions()).hasSize(31);

        read(source, ANCHOR.plus(Duration.ofDays(1)));
        assertThat(source.questions()).hasSize(33);
    }

    @Test
    void aFailureKeepsTheDaysThatWereRead() {
        var answers = new ArrayList<QueryResult>();
        for (var i = 0; i < 10; i++) answers.add(day(1_000, 0, 0));
        answers.add(new Unavailable("down", false));
        answers.add(day(1_000, 0, 0));
        var source = new ScriptedSource(answers.toArray(QueryResult[]::new));

        assertThat(read(source, ANCHOR)).isEqualTo(new Reading.Missing<>("down; next try at 12:00:05Z"));
        read(source, ANCHOR.plusSeconds(4));
        assertThat(source.questions()).hasSize(11);
        assertThat(known(read(source, ANCHOR.plusSeconds(5))).allowedErrors()).isEqualTo(allowed(30_000));
        assertThat(source.questions()).hasSize(31);
    }

    @Test
    void aSlowServerIsAskedOverSeveralPolls() {
        MetricSource slow = (_, _) -> {
            time = time.plusMillis(500);
            return day(1_000, 0, 0);
        };

        assertThat(read(slow, ANCHOR))
                .isEqualTo(new Reading.Missing<>("reading the requests of the last 30 days, 5 days so far", true));
        for (var i = 0; i < 5; i++) read(slow, ANCHOR);
        assertThat(known(read(slow, ANCHOR)).allowedErrors()).isEqualTo(allowed(30_000));
    }

    private Reading<Budget> read(MetricSource source, Instant now) {
        return reader.read(source, REQUEST, now, Instant.MAX);
    }

    private static double allowed(double requests) {
        return (1 - 99.9 / 100) * requests;
    }

    private static Budget known(Reading<Budget> reading) {
        return ((Reading.Known<Budget>) reading).value();
    }

    private static Series day(double requests, double errors, double perSecond) {
        return new Series(List.of(
                ScriptedSource.row(Map.of("figure", "requests"), requests),
                ScriptedSource.row(Map.of("figure", "errors"), errors),
                ScriptedSource.row(Map.of("figure", "rate"), perSecond)));
    }
}
