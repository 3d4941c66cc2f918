package dev.aotrollout.examples.checkout;

import java.util.List;

/** Lines with what they cost together; prices include tax. */
public record Basket(List<Line> lines, long totalCents, long taxCents, String currency) {
    public Basket {
        lines = List.copyOf(lines);
    }
}
