package dev.aotrollout.statistics;

/** The median of numbers in expected linear time (Hoare's selection), where a million pairs would take long to sort. */
final class Median {
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
        var left = 0;
        var right = size - 1;
        while (left < right) {
            var pivot = numbers[left + (right - left) / 2];
            var i = left;
            var j = right;
            while (i <= j) {
                while (numbers[i] < pivot) i++;
                while (numbers[j] > pivot) j--;
                if (i <= j) swap(numbers, i++, j--);
            }
            if (wanted <= j) right = j;
            else if (wanted >= i) left = i;
            else return numbers[wanted];
        }
        return numbers[wanted];
    }

    private static void swap(double[] numbers, int i, int j) {
        var number = numbers[i];
        numbers[i] = numbers[j];
        numbers[j] = number;
    }
}
