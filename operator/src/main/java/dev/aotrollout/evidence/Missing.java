package dev.aotrollout.evidence;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a document that somebody else wrote leaves out though it must be there. */
final class Missing {
    private Missing() {}

    /** Path of the first field that is missing, such as {@code conclusion.verdict}. */
    static Optional<String> in(Record record) {
        return in("", record).findFirst();
    }

    private static Stream<String> in(String path, Record record) {
        return Arrays.stream(record.getClass().getRecordComponents()).flatMap(component -> {
            var name = path.isEmpty() ? component.getName() : path + "." + component.getName();
            var value = value(record, component);
            if (value == null) return mayBeAbsent(component) ? Stream.empty() : Stream.of(name);
            return inside(name, value);
        });
    }

    private static Stream<String> inside(String path, Object value) {
        return switch (value) {
            case Record nested -> in(path, nested);
            case List<?> list ->
                IntStream.range(0, list.size())
                        .filter(i -> list.get(i) instanceof Record)
                        .boxed()
                        .flatMap(i -> inside(path + "[" + i + "]", list.get(i)));
            default -> Stream.empty();
        };
    }

    private static boolean mayBeAbsent(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
