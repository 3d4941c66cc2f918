package dev.aotrollout.observe;

import static dev.aotrollout.observe.Requests.ANCHOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellsTest {
    @ParameterizedTest
    @CsvSource({
        "0,5",
        "2000,5",
        "5000,5",
        "5400,5",
        "10000,10",
        "15020,15",
        "20000,20",
        "30000,30",
        "60000,60",
        "120000,120"
    })
    void cellsAreAsWideAsTheSpacingOfScrapes(long spacingMillis, long widthSeconds) {
        var cells = new Cells(ANCHOR);
        for (var second = 1; second <= 600; second++) cells.add(false, millis(second), new Tally(1, 0, 0, 0));

        var buckets = cells.buckets(ANCHOR.plusSeconds(600), spacingMillis, true);
        assertThat(Duration.between(buckets.get(0).start(), buckets.get(1).start()))
                .hasSeconds(widthSeconds);
        assertThat(buckets).allMatch(b -> b.jit().requests() == widthSeconds);
    }

    @Test
    void whenCellsWereMergedMakesNoDifference() {
        var random = new Random(4);
        var often = new Cells(ANCHOR);
        var once = new Cells(ANCHOR);
        for (var second = 1; second <= 20_000; second++) {
            var tally = new Tally(random.nextInt(5), 0, 0, 0);
            often.add(true, millis(second), tally);
            once.add(true, millis(second), tally);
            if (second % 7 == 0) often.compact(ANCHOR.plusSeconds(second));
        }

        var now = ANCHOR.plusSeconds(20_000);
        for (var spacing : new long[] {5_000, 15_000, 60_000, 180_000})
            assertThat(often.buckets(now, spacing, true)).isEqualTo(once.buckets(now, spacing, true));
    }

    @Test
    void slowIsNeverMoreThanAllNorLessThanNone() {
        var cells = new Cells(ANCHOR);
        cells.add(false, millis(1), new Tally(1, 0, 1, -1));
        cells.add(false, millis(6), new Tally(1, 0, 1, 2));

        assertThat(cells.buckets(ANCHOR.plusSeconds(7), 5_000, true))
                .extracting(b -> b.jit().slow())
                .containsExactly(1L, 0L);
    }

    private static long millis(long second) {
        return ANCHOR.plusSeconds(second).toEpochMilli();
    }
}
