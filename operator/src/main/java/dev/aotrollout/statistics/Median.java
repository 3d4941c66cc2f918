package dev.aotrollout.statistics;

/** The median of numbers in expected linear time (selection), where a million pairs would take long to sort. */
final class Median {
    /** From so many on a sample pays. */
    private static final int MANY = 600;

    private Median() {}

    /** Of the first {@code size} numbers, at least 1, which are rearranged. */
    static double of(double[] numbers, int size) {
        var upper = select(numbers, size, size / 2);
        if (size % 2 == 1) return upper;
        // All before the selected position are at most as large.
        var lower = Double.NEGATIVE_INFINITY;
        for (var i = 0; i < size / 2; i++) lower = Math.max(lower, numbers[i]);
        return lower + (upper - lower) / 2;
    }

    private static double select(double[] numbers, int size, int wanted) {
        select(numbers, 0, size - 1, wanted);
        return numbers[wanted];
    }

    /** Of many, a pivot that was selected from a sample lies just beside the wanted one (Floyd and Rivest). */
    private static void select(double[] numbers, int from, int to, int wanted) {
        var left = from;
        var right = to;
        while (left < right) {
            if (right - left > MANY) narrow(numbers, left, right, wanted);
            var pivot = numbers[wanted];
            var i = left;
            var j = right;
            while (i <= j) {
                while (numbers[i] < pivot) i++;
                while (numbers[j] > pivot) j--;
                if (i <= j) swap(numbers, i++, j--);
            }
            if (wanted <= j) right = j;
            else if (wanted >= i) left = i;
            else return;
        }
    }

    /** Selects within a part about {@code wanted}, as large as needed for the wanted one of all to be most likely near its middle. */
    private static void narrow(double[] numbers, int left, int right, int wanted) {
        var n = right - left + 1.0;
        var place = wanted - left + 1.0;
        var sample = 0.5 * Math.exp(2 * Math.log(n) / 3);
        var deviation = 0.5 * Math.sqrt(Math.log(n) * sample * (n - sample) / n) * Math.signum(place - n / 2);
        var low = (int) Math.max(left, wanted - place * sample / n + deviation);
        var high = (int) Math.min(right, wanted + (n - place) * sample / n + deviation);
        select(numbers, low, high, wanted);
    }

    private static void swap(double[] numbers, int i, int j) {
        var number = numbers[i];
        numbers[i] = numbers[j];
        numbers[j] = number;
    }
}
