package dev.aotrollout.judge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What guards computed at earlier looks at the same rollout. It is only speed: an empty one leads to the same findings. */
public final class Recall {
    private final Map<String, Answer> answers = new HashMap<>();
    private final Map<String, Object> courses = new HashMap<>();
    private final Map<String, Counting> countings = new HashMap<>();

    private record Answer(Object input, Object value) {}

    private record Counting(double maxRatio, double temper, Counted counted) {}

    /**
     * How far a process has read in which traffic.
     *
     * @param whole with the last bucket
     * @param settled without it: it may still grow
     */
    record Counted(Traffic traffic, CountProcess whole, CountProcess settled) {}

    /**
     * What {@code compute} gives, or gave for an equal input.
     *
     * @param question a name of its own for each computation
     * @param input all that the computation depends on
     */
    @SuppressWarnings("unchecked") // each question has one computation, hence one type
    <V> V answer(String question, Object input, Supplier<V> compute) {
        var known = answers.get(question);
        if (known != null && isSame(known.input(), input)) return (V) known.value();
        var value = compute.get();
        answers.put(question, new Answer(input, value));
        return value;
    }

    /**
     * What {@code next} makes of what it made at the look before.
     *
     * @param question a name of its own for each course
     * @param first before the first look
     */
    @SuppressWarnings("unchecked") // as above
    <V> V advanced(String question, V first, UnaryOperator<V> next) {
        var before = (V) courses.getOrDefault(question, first);
        var now = next.apply(before);
        courses.put(question, now);
        return now;
    }

    /** As {@code equals}; long lists mostly hold the same objects, which is seen soonest without iterators. */
    private static boolean isSame(Object one, Object other) {
        if (!(one instanceof List<?> left && other instanceof List<?> right && left instanceof RandomAccess))
            return one.equals(other);
        if (left.size() != right.size()) return false;
        for (var i = left.size() - 1; i >= 0; i--) if (!Objects.equals(left.get(i), right.get(i))) return false;
        return true;
    }

    /** How far the same question was read with the same settings. */
    Optional<Counted> counts(CountQuestion question, double temper) {
        var known = countings.get(question.name());
        return known != null && known.maxRatio() == question.maxRatio() && known.temper() == temper
                ? Optional.of(known.counted())
                : Optional.empty();
    }

    void keep(CountQuestion question, double temper, Counted counted) {
        countings.put(question.name(), new Counting(question.maxRatio(), temper, counted));
    }
}
