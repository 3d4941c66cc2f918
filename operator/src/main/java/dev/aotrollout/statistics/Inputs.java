package dev.aotrollout.statistics;

import java.util.List;

/** What arguments must be; whoever breaks it gets an {@link IllegalArgumentException} that names the argument and its value. */
final class Inputs {
    private Inputs() {}

    static double positive(double value, String name) {
        if (value > 0 && Double.isFinite(value)) return value;
        throw new IllegalArgumentException(name + " must be above 0 and finite, not " + value);
    }

    static double notNegative(double value, String name) {
        if (value >= 0 && Double.isFinite(value)) return value;
        throw new IllegalArgumentException(name + " must be at least 0 and finite, not " + value);
    }

    /** A probability strictly between 0 and 1. */
    static double probability(double value, String name) {
        if (value > 0 && value < 1) return value;
        throw new IllegalArgumentException(name + " must be between 0 and 1, not " + value);
    }

    /** At least {@code least} finite numbers, as an array of their own. */
    static double[] numbers(List<Double> values, int least, String name) {
        if (values.size() < least)
            throw new IllegalArgumentException("%s must have at least %s values, not %s"
                    .formatted(name, String.valueOf(least), String.valueOf(values.size())));
        var numbers = new double[values.size()];
        for (var i = 0; i < numbers.length; i++) numbers[i] = finite(values.get(i), name);
        return numbers;
    }

    /** The logarithms of at least {@code least} numbers above 0. */
    static double[] logarithms(List<Double> values, int least, String name) {
        var numbers = numbers(values, least, name);
        for (var i = 0; i < numbers.length; i++) numbers[i] = Math.log(positive(numbers[i], "a value of " + name));
        return numbers;
    }

    static double finite(double value, String name) {
        if (Double.isFinite(value)) return value;
        throw new IllegalArgumentException(name + " must be finite, not " + value);
    }
}
