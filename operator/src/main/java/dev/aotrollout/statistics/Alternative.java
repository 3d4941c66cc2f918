package dev.aotrollout.statistics;

import java.util.List;

/**
 * One way in which a null hypothesis on the ratio of two rates may be wrong.
 *
 * @param multiple the true ratio as a multiple of the largest (or least) harmless one: above 1 to find more, below 1 to find less
 * @param weight its share of the bet, above 0; the weights of one test are divided by their sum
 */
public record Alternative(double multiple, double weight) {
    public Alternative {
        Inputs.positive(multiple, "the multiple of an alternative");
        Inputs.positive(weight, "the weight of an alternative");
    }

    /** The given multiples of the null ratio, none preferred. */
    public static List<Alternative> equallyWeighted(List<Double> multiples) {
        return multiples.stream().map(multiple -> new Alternative(multiple, 1)).toList();
    }
}
