package dev.aotrollout.judge;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is computed when somebody asks for it, and once: most texts of most looks are read by nobody. */
final class Lazily<T> {
    private final Supplier<T> compute;
    private @Nullable T value;

    private Lazily(Supplier<T> compute) {
        this.compute = compute;
    }

    /** {@code compute} may be called later, by any thread: it must rest on nothing that changes. */
    static <T> Lazily<T> of(Supplier<T> compute) {
        return new Lazily<>(compute);
    }

    synchronized T get() {
        var known = value;
        if (known == null) value = known = compute.get();
        return known;
    }
}
