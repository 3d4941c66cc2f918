package dev.aotrollout.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.aotrollout.statistics.Dispersion.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DispersionTest {
    /** The example of R's manual for the chi-square test with given probabilities. */
    @Test
    void hasThePublishedStatistic() {
        var cells = List.of(new Cell(89, 40), new Cell(37, 20), new Cell(30, 20), new Cell(28, 15), new Cell(2, 5));
        var dispersion = Dispersion.of(List.of(cells));
        assertThat(dispersion.statistic()).isCloseTo(9.9901, within(5e-5));
        assertThat(dispersion.degrees()).isEqualTo(4);
        // p = 0.04059
        assertThat(dispersion.factor(0.9594)).isCloseTo(9.9901 / 4, within(2e-5));
        assertThat(dispersion.factor(0.9595)).isEqualTo(1);
    }

    @Test
    void addsUpBlocksThatMayHaveDifferentRates() {
        var dispersion = Dispersion.of(List.of(
                List.of(new Cell(10, 100), new Cell(20, 100)), List.of(new Cell(100, 100), new Cell(100, 100))));
        assertThat(dispersion.statistic()).isCloseTo(10 / 3.0, within(1e-12));
        assertThat(dispersion.degrees()).isEqualTo(2);
    }

    @Test
    void poolsNeighboursUntilOneEventIsExpected() {
        // 4 events over 10 equal cells: three cells expect 1.2, and the tenth joins the third group
        var cells = IntStream.range(0, 10)
                .mapToObj(i -> new Cell(i == 0 ? 4 : 0, 5))
                .toList();
        var dispersion = Dispersion.of(List.of(cells));
        assertThat(dispersion.degrees()).isEqualTo(2);
        assertThat(dispersion.statistic()).isCloseTo(2.8 * 2.8 / 1.2 + 1.2 + 1.6, within(1e-12));
    }

    @Test
    void saysNothingAboutBlocksThatCannotBeCompared() {
        var dispersion = Dispersion.of(List.of(
                List.of(),
                List.of(new Cell(5, 10)),
                List.of(new Cell(0, 10), new Cell(0, 10)),
                List.of(new Cell(1, 10), new Cell(0, 10)),
                List.of(new Cell(3, 0), new Cell(2, 0))));
        assertThat(dispersion).isEqualTo(new Dispersion(0, 0));
        assertThat(dispersion.factor(0.99)).isEqualTo(1);
        assertThat(Dispersion.of(List.of()).factor(0.99)).isEqualTo(1);
    }

    /** One of a hundred is promised; at so few events Pearson's statistic is only roughly distributed as it should be. */
    @Test
    void hardlyEverSuspectsEqualPods() {
        var random = new SplittableRandom(13);
        var suspected = 0;
        for (var run = 0; run < 1_000; run++) if (Dispersion.of(pods(random, 1)).factor(0.99) > 1) suspected++;
        assertThat(suspected).isBetween(1, 30);
    }

    @Test
    void findsTheSizeOfBursts() {
        var random = new SplittableRandom(14);
        assertThat(Dispersion.of(pods(random, 6)).factor(0.99)).isBetween(4.0, 8.0);
    }

    /** 60 minutes of 4 equal pods with 3 events each, which come in bursts. */
    private static List<List<Cell>> pods(RandomGenerator random, int burst) {
        var blocks = new ArrayList<List<Cell>>();
        for (var minute = 0; minute < 60; minute++) {
            var cells = new ArrayList<Cell>();
            for (var pod = 0; pod < 4; pod++) cells.add(new Cell(burst * poisson(random, 3.0 / burst), 100));
            blocks.add(cells);
        }
        return blocks;
    }

    private static int poisson(RandomGenerator random, double mean) {
        var count = 0;
        for (var left = mean + Math.log(1 - random.nextDouble()); left > 0; left += Math.log(1 - random.nextDouble()))
            count++;
        return count;
    }

    @Test
    void refusesCellsThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Cell(-1, 10))
                .withMessageContaining("events must be at least 0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Cell(1, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Dispersion(5, 2).factor(1));
    }
}
