package dev.aotrollout.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MannWhitneyTest {
    private static final List<Double> PERMEABILITY =
            List.of(0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46);
    private static final List<Double> AT_TERM = List.of(1.15, 0.88, 0.90, 0.74, 1.21);

    @Test
    void hasTheValuesOfTheExampleInTheManualOfR() {
        var test = MannWhitney.of(PERMEABILITY, AT_TERM);
        assertThat(test.u()).isEqualTo(35);
        assertThat(test.pGreater()).isCloseTo(0.127206, within(5e-7));
    }

    @ParameterizedTest(name = "{0} against {1}: {2}")
    @CsvSource({
        "2, 2, 0.167",
        "3, 3, 0.05",
        "3, 5, 0.0179",
        "4, 4, 0.0143",
        "3, 10, 0.0035",
        "5, 5, 0.0040",
        "3, 20, 0.0006"
    })
    void cannotSayMoreThanTheNumberOfValuesAllows(int treated, int control, double least) {
        var test = MannWhitney.of(upFrom(100, treated), upFrom(0, control));
        assertThat(test.pGreater()).isCloseTo(least, within(5.1e-4 * Math.max(0.1, least * 10)));
        assertThat(test.pLess()).isEqualTo(1);
        assertThat(MannWhitney.of(upFrom(0, control), upFrom(100, treated)).pLess())
                .isCloseTo(test.pGreater(), within(1e-12));
    }

    private static List<Double> upFrom(int start, int count) {
        return IntStream.range(start, start + count).mapToObj(i -> (double) i).toList();
    }

    @Test
    void agreesWithCommonsStatisticsWhereThereAreNoTies() {
        var random = new SplittableRandom(1);
        for (var run = 0; run < 60; run++) {
            var treated = sample(random, random.nextInt(1, 30), Integer.MAX_VALUE);
            var control = sample(random, random.nextInt(1, 30), Integer.MAX_VALUE);
            var test = MannWhitney.of(treated, control);
            assertThat(test.pLess())
                    .isCloseTo(commons(treated, control, AlternativeHypothesis.LESS_THAN), within(1e-10));
            assertThat(test.pGreater())
                    .isCloseTo(commons(treated, control, AlternativeHypothesis.GREATER_THAN), within(1e-10));
        }
    }

    private static double commons(List<Double> treated, List<Double> control, AlternativeHypothesis alternative) {
        return MannWhitneyUTest.withDefaults()
                .with(PValueMethod.EXACT)
                .with(alternative)
                .test(array(treated), array(control))
                .getPValue();
    }

    @Test
    void agreesWithCountingAllSplitsWhereThereAreTies() {
        var random = new SplittableRandom(2);
        for (var run = 0; run < 200; run++) {
            var treated = sample(random, random.nextInt(1, 6), 4);
            var control = sample(random, random.nextInt(1, 6), 4);
            var test = MannWhitney.of(treated, control);
            var splits = splits(treated, control);
            var u = u(treated, control);
            assertThat(test.u()).isEqualTo(u);
            assertThat(test.pLess())
                    .isCloseTo(
                            splits.stream()
                                    .mapToInt(s -> s <= u ? 1 : 0)
                                    .average()
                                    .orElseThrow(),
                            within(1e-12));
            assertThat(test.pGreater())
                    .isCloseTo(
                            splits.stream()
                                    .mapToInt(s -> s >= u ? 1 : 0)
                                    .average()
                                    .orElseThrow(),
                            within(1e-12));
        }
    }

    private static List<Double> splits(List<Double> treated, List<Double> control) {
        var all = new ArrayList<>(treated);
        all.addAll(control);
        var found = new ArrayList<Double>();
        for (var chosen = 0; chosen < 1 << all.size(); chosen++) {
            if (Integer.bitCount(chosen) != treated.size()) continue;
            var in = new ArrayList<Double>();
            var out = new ArrayList<Double>();
            for (var i = 0; i < all.size(); i++) ((chosen >> i & 1) == 1 ? in : out).add(all.get(i));
            found.add(u(in, out));
        }
        return found;
    }

    private static double u(List<Double> treated, List<Double> control) {
        var u = 0.0;
        for (var x : treated) for (var y : control) u += (1 + Double.compare(x, y)) / 2.0;
        return u;
    }

    @Test
    void saysNothingWhereAllValuesAreEqual() {
        var test = MannWhitney.of(Collections.nCopies(4, 7.0), Collections.nCopies(9, 7.0));
        assertThat(test).isEqualTo(new MannWhitney(18, 1, 1));
    }

    @Test
    void goesOverToTheNormalApproximationWithoutAJump() {
        var random = new SplittableRandom(4);
        var treated = sample(random, 100, 50);
        var control = sample(random, 101, 50);
        var approximate = MannWhitney.of(treated, control);
        var exact = MannWhitney.of(treated, control.subList(0, 100));
        assertThat(approximate.pLess()).isCloseTo(exact.pLess(), within(0.02));
        assertThat(approximate.pGreater()).isCloseTo(exact.pGreater(), within(0.02));
    }

    private static List<Double> sample(SplittableRandom random, int size, int values) {
        return random.ints(size, 0, values).mapToObj(i -> (double) i).toList();
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(v -> v).toArray();
    }

    @Test
    void refusesSamplesThatAreEmptyOrNoNumbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MannWhitney.of(List.of(), AT_TERM))
                .withMessageContaining("the treated sample must have at least 1 values");
        assertThatIllegalArgumentException().isThrownBy(() -> MannWhitney.of(AT_TERM, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> MannWhitney.of(AT_TERM, List.of(Double.NaN)));
    }
}
