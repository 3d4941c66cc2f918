package dev.aotrollout.examples.demo.load;

import static dev.aotrollout.examples.demo.load.Samples.START;
import static dev.aotrollout.examples.demo.load.Samples.answered;
import static dev.aotrollout.examples.demo.load.Samples.lost;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aotrollout.examples.demo.load.Outcome.Cause;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoadReportTest {
    @Test
    void saysNothingOfNoRequests() {
        var report = LoadReport.of(List.of());
        assertThat(report.requests()).isZero();
        assertThat(report.failing()).isZero();
        assertThat(report.latencies()).isEmpty();
        assertThat(report.largestLag()).isZero();
    }

    @Test
    void measuresFromTheFirstFailingResponseToTheLastByWhenTheyArrived() {
        // When
        var report = LoadReport.of(List.of(
                answered(0, 200, Track.JIT),
                lost(1000, 3000, Cause.TIMEOUT),
                answered(2000, 500, Track.AOT),
                answered(6000, 503, Track.UNKNOWN),
                answered(9000, 200, Track.JIT)));
        // Then
        assertThat(report.failedAt().get(Track.UNKNOWN))
                .containsExactly(START.plusMillis(4000), START.plusMillis(6010));
        assertThat(report.failing()).isEqualTo(Duration.ofSeconds(4));
        assertThat(report.failing(Track.AOT)).isZero();
        assertThat(report.failuresByKind()).containsOnlyKeys("timeout", "500", "503");
        assertThat(report.failuresByTrack()).containsEntry(Track.AOT, 1L).containsEntry(Track.UNKNOWN, 2L);
    }

    @Test
    void countsByTheSecondInWhichARequestWasDue() {
        // When
        var seconds = LoadReport.of(List.of(
                        answered(100, 200, Track.JIT),
                        answered(999, 200, Track.AOT),
                        answered(1000, 200, Track.AOT),
                        lost(1500, 10, Cause.RESET)))
                .seconds();
        // Then
        assertThat(seconds).extracting(LoadReport.Second::requests).containsExactly(2, 2);
        assertThat(seconds).extracting(LoadReport.Second::aotPercent).containsExactly(50.0, 100.0);
        assertThat(seconds).extracting(LoadReport.Second::failed).containsExactly(0, 1);
    }

    @Test
    void takesQuantilesFromTheSamplesThemselves() {
        // When
        var quantiles = Quantiles.of(
                IntStream.rangeClosed(1, 100).mapToObj(Duration::ofMillis).toList());
        // Then
        assertThat(quantiles.p50()).isEqualTo(Duration.ofMillis(50));
        assertThat(quantiles.p95()).isEqualTo(Duration.ofMillis(95));
        assertThat(quantiles.p99()).isEqualTo(Duration.ofMillis(99));
        assertThat(quantiles.longest()).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void tellsTheWaysOfLosingARequestApart() {
        assertThat(Outcome.lost(new HttpTimeoutException("late"))).isEqualTo(new Outcome.Lost(Cause.TIMEOUT));
        assertThat(Outcome.lost(new CompletionException(new ConnectException("no"))))
                .isEqualTo(new Outcome.Lost(Cause.REFUSED));
        assertThat(Outcome.lost(new IOException("closed"))).isEqualTo(new Outcome.Lost(Cause.RESET));
    }

    @Test
    void callsAnAnswerOtherThan2xxAFailure() {
        assertThat(new Outcome.Answered(204, Track.JIT).failed()).isFalse();
        assertThat(new Outcome.Answered(404, Track.JIT).failed()).isTrue();
        assertThat(new Outcome.Answered(503, Track.UNKNOWN).failed()).isTrue();
    }
}
