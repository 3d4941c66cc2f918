package dev.aotrollout.judge;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * An immutable list that another one can continue without a copy: what grows by a little at each look shares what was there before,
 * and that it does is seen without a comparison.
 */
public final class Sequence<T> extends AbstractList<T> implements RandomAccess {
    private final Store store;
    private final Object[] items;
    private final int size;

    /** Only added to; the newest sequence that rests on it may add. */
    private static final class Store {
        private Object[] items;
        private int used;

        Store(Object[] items) {
            this.items = items;
            used = items.length;
        }
    }

    private Sequence(Store store, Object[] items, int size) {
        this.store = store;
        this.items = items;
        this.size = size;
    }

    /** The same elements; {@code list} itself where it is a sequence. */
    @SuppressWarnings("unchecked") // nobody can put anything else into it
    public static <T> Sequence<T> of(List<T> list) {
        if (list instanceof Sequence<?> sequence) return (Sequence<T>) sequence;
        var items = List.copyOf(list).toArray();
        return new Sequence<>(new Store(items), items, items.length);
    }

    /** This and then {@code more}. */
    public Sequence<T> followedBy(List<T> more) {
        if (more.isEmpty()) return this;
        synchronized (store) {
            var all = store.used == size ? store : new Store(Arrays.copyOf(items, size));
            for (var item : more) {
                if (all.used == all.items.length) all.items = Arrays.copyOf(all.items, Math.max(8, 2 * all.used));
                all.items[all.used++] = Objects.requireNonNull(item);
            }
            return new Sequence<>(all, all.items, all.used);
        }
    }

    @Override
    @SuppressWarnings("unchecked") // as above
    public T get(int index) {
        return (T) items[Objects.checkIndex(index, size)];
    }

    @Override
    public int size() {
        return size;
    }

    /** From the end: what differs most likely is young. Elements that are the same need no comparison of what they hold. */
    boolean startsAs(Sequence<T> other, int length) {
        if (store == other.store) return true;
        for (var i = length - 1; i >= 0; i--) if (!Objects.equals(items[i], other.items[i])) return false;
        return true;
    }
}
