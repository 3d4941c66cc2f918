package dev.aotrollout.judge;

import java.util.List;

/** How often each type of exception was thrown on each track in the same window. */
public record Exceptions(List<Thrown> all) {
    public Exceptions {
        all = List.copyOf(all);
    }

    /** One type of exception, by its name as the runtime reports it. */
    public record Thrown(String type, long jit, long aot) {}
}
