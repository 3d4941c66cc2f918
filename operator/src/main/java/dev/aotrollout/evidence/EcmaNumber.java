package dev.aotrollout.evidence;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as ECMAScript's {@code Number.prototype.toString} writes them: the shortest digits that read back as the same double. */
final class EcmaNumber {
    /** From this power of ten on, and below {@link #SMALLEST_PLAIN}, with an exponent. */
    private static final int LARGEST_PLAIN = 21;

    private static final int SMALLEST_PLAIN = -6;

    private EcmaNumber() {}

    static String text(double value) {
        if (!Double.isFinite(value)) throw new IllegalArgumentException(value + " is not a JSON number");
        if (value == 0) return "0";
        var shortest = shortest(Math.abs(value));
        var digits = shortest.unscaledValue().toString();
        return (value < 0 ? "-" : "") + layout(digits, digits.length() - shortest.scale());
    }

    /** Java writes two digits where one of a subnormal number would do. */
    private static BigDecimal shortest(double value) {
        var asJava = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (asJava.precision() != 2) return asJava;
        var oneDigit = asJava.round(new MathContext(1, RoundingMode.HALF_EVEN)).stripTrailingZeros();
        return oneDigit.doubleValue() == value ? oneDigit : asJava;
    }

    /** {@code 0.digits} times ten to the power of {@code point}. */
    private static String layout(String digits, int point) {
        var count = digits.length();
        if (count <= point && point <= LARGEST_PLAIN) return digits + "0".repeat(point - count);
        if (0 < point && point <= LARGEST_PLAIN) return digits.substring(0, point) + "." + digits.substring(point);
        if (SMALLEST_PLAIN < point && point <= 0) return "0." + "0".repeat(-point) + digits;
        var exponent = (point > 0 ? "e+" : "e-") + Math.abs(point - 1);
        return digits.charAt(0) + (count == 1 ? "" : "." + digits.substring(1)) + exponent;
    }
}
