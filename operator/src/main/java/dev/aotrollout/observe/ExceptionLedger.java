package dev.aotrollout.observe;

import dev.aotrollout.judge.Exceptions;
import dev.aotrollout.judge.Exceptions.Thrown;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Exceptions by type. */
final class ExceptionLedger implements Ledger<ExceptionLedger> {
    /** What a counter that tells no types counts. */
    private static final String ANY = "exception of unknown type";
    /** What libraries write for requests that ended without one. */
    private static final Set<String> NONE = Set.of("", "none", "None");

    /** The label that names the type, by metric. */
    private final Map<String, String> labels;

    private final Map<String, Thrown> thrown;

    ExceptionLedger(List<Profile.ExceptionCounter> counters) {
        this(
                counters.stream()
                        .collect(Collectors.toMap(
                                Profile.ExceptionCounter::metric, Profile.ExceptionCounter::label, (one, _) -> one)),
                new TreeMap<>());
    }

    private ExceptionLedger(Map<String, String> labels, Map<String, Thrown> thrown) {
        this.labels = labels;
        this.thrown = thrown;
    }

    @Override
    public ExceptionLedger copy() {
        return new ExceptionLedger(labels, new TreeMap<>(thrown));
    }

    @Override
    public void add(Increase increase) {
        var label = labels.getOrDefault(increase.key().metric(), "");
        var type = label.isEmpty() ? ANY : increase.key().label(label);
        if (NONE.contains(type)) return;
        var jit = increase.aot() ? 0 : increase.amount();
        thrown.merge(
                type,
                new Thrown(type, jit, increase.amount() - jit),
                (one, other) -> new Thrown(type, one.jit() + other.jit(), one.aot() + other.aot()));
    }

    @Override
    public void settle(Instant until) {}

    Exceptions exceptions() {
        return new Exceptions(List.copyOf(thrown.values()));
    }
}
